import type { Language } from "../language.ts";

/** What is known of an area's result; what its reader may not see is null. */
export interface StandingSaid {
  readonly area: { readonly name: string };
  readonly total: string | null;
  readonly fullMark: string | null;
  readonly rank: number | null;
  readonly ranked: number | null;
  readonly tied: boolean;
  readonly places: number | null;
  readonly grade: { readonly name: string } | null;
  readonly eligible: boolean | null;
}

function inChinese({ area, total, fullMark, rank, ranked, tied, places, grade, eligible }: StandingSaid): string {
  const change =
    places === null
      ? null
      : places === 0
        ? "名次与上年相同"
        : places > 0
          ? `比上年上升 ${places} 位`
          : `比上年下降 ${-places} 位`;
  const said = [
    total === null ? null : `得 ${total} 分${fullMark === null ? "" : `（满分 ${fullMark}）`}`,
    rank === null ? null : `${tied ? "并列" : ""}第 ${rank} 名（共 ${ranked ?? rank} 个）`,
    change,
    grade === null ? null : `等次为“${grade.name}”`,
    eligible === false ? "不参加评定" : null,
  ].filter((part) => part !== null);
  return said.length === 0 ? "" : `${area.name}${said.join("，")}。`;
}

function inEnglish({ area, total, fullMark, rank, ranked, tied, places, grade, eligible }: StandingSaid): string {
  const change =
    places === null
      ? null
      : places === 0
        ? "the same place as last year"
        : `${places > 0 ? "up" : "down"} from place ${(rank ?? 0) + places} last year`;
  const said = [
    total === null ? null : `${total} points${fullMark === null ? "" : ` of ${fullMark}`}`,
    rank === null ? null : `${tied ? "tied at " : ""}place ${rank} of ${ranked ?? rank}`,
    change,
    grade === null ? null : `graded ${grade.name}`,
    eligible === false ? "not eligible" : null,
  ].filter((part) => part !== null);
  return said.length === 0 ? "" : `${area.name}: ${said.join(", ")}.`;
}

/** Where an area stands, as one sentence; none where nothing of it may be said. */
export function standingSentence(language: Language, said: StandingSaid): string[] {
  const sentence = language === "en" ? inEnglish(said) : inChinese(said);
  return sentence === "" ? [] : [sentence];
}
