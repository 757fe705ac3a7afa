import { exact } from "@yuanbiao/core/quantity";
import type { AreaDifference, LineDifference, SourceDifference } from "@yuanbiao/core/run-difference";
import { isSupposed } from "@yuanbiao/core/suppose-place";
import type { Language } from "../language.ts";
import { periodText } from "./period.ts";
import type { AssessmentNames } from "./score-names.ts";

type Names = Pick<AssessmentNames, "name">;
type Source = NonNullable<SourceDifference["before"]>;

interface Words {
  readonly total: string;
  readonly rank: string;
  readonly grade: string;
  readonly none: string;
  readonly unranked: string;
  readonly comma: string;
  readonly colon: string;
  readonly end: string;
  place(rank: number): string;
  places(gained: number): string;
  change(points: string): string;
  source(source: Source): string;
  because(sources: string): string;
}

const signed = (points: string): string => (exact(points).gt(0) ? `+${points}` : points.replace("-", "−"));
const span = ({ period }: Source, language: Language): string =>
  period === null ? "" : `${periodText(language, period)}${language === "en" ? ": " : " "}`;

const chinese: Words = {
  ...{ total: "总分", rank: "名次", grade: "等次", none: "无", unranked: "不列名次" },
  ...{ comma: "，", colon: "：", end: "。" },
  place: (rank) => `第${rank}`,
  places: (gained) => (gained > 0 ? `（上升 ${gained} 位）` : gained < 0 ? `（下降 ${-gained} 位）` : ""),
  change: (points) => `（${signed(points)}）`,
  source: (source) =>
    `${span(source, "zh-CN")}${source.value}${isSupposed(source.id) ? "（假设）" : `（第 ${source.version} 版）`}`,
  because: (sources) => `；采用的数：${sources}`,
};

const english: Words = {
  ...{ total: "total", rank: "rank", grade: "grade", none: "none", unranked: "unranked" },
  ...{ comma: ", ", colon: ": ", end: "." },
  place: (rank) => String(rank),
  places: (gained) => (gained > 0 ? ` (up by ${gained})` : gained < 0 ? ` (down by ${-gained})` : ""),
  change: (points) => ` (${signed(points)})`,
  source: (source) =>
    `${span(source, "en")}${source.value}${isSupposed(source.id) ? " (supposed)" : ` (version ${source.version})`}`,
  because: (sources) => `; figures used: ${sources}`,
};

const all: Record<Language, Words> = { "zh-CN": chinese, en: english };

interface Pair {
  readonly before: string | null;
  readonly after: string | null;
}

const arrow = ({ before, after }: Pair, none: string): string => `${before ?? none} → ${after ?? none}`;

/** Says that a figure was taken in another version, or by one of the runs alone. */
function sourceText(words: Words, { before, after }: SourceDifference): string {
  const said = (source: Source | null): string | null => (source === null ? null : words.source(source));
  return arrow({ before: said(before), after: said(after) }, words.none);
}

/** What is supposed stands in for what is stored under another id: the two are told as one change. */
function inPairs(sources: readonly SourceDifference[]): SourceDifference[] {
  const supposed = sources.filter(({ before, after }) => before === null && after !== null && isSupposed(after.id));
  const used = new Set<SourceDifference>();
  const told = sources.flatMap((one): SourceDifference[] => {
    if (supposed.includes(one)) return [];
    const stand = supposed.find(
      ({ after }) => one.after === null && after?.kind === one.before?.kind && after?.period === one.before?.period,
    );
    if (stand === undefined || used.has(stand)) return [one];
    used.add(stand);
    return [{ before: one.before, after: stand.after }];
  });
  return [...told, ...supposed.filter((one) => !used.has(one))];
}

/** What became of a score line from one run to another, and the figures that made the difference. */
export function lineDifferenceText(language: Language, difference: LineDifference, names: Names): string {
  const words = all[language];
  const { criterion, points, sources } = difference;
  const isSame = difference.before === difference.after;
  const score = isSame ? (difference.after ?? words.none) : arrow(difference, words.none);
  const change = points === null || isSame ? "" : words.change(points);
  const figures = inPairs(sources)
    .map((source) => sourceText(words, source))
    .join(words.comma);
  const because = figures === "" ? "" : words.because(figures);
  return `${names.name("criterion", criterion)}${words.colon}${score}${change}${because}${words.end}`;
}

/** What became of an area from one run to another, without its lines; what stayed is not said. */
export function areaDifferenceText(language: Language, difference: AreaDifference, names: Names): string {
  const words = all[language];
  const { area, total, points, rank, places, grade } = difference;
  const place = (own: number | null): string | null => (own === null ? null : words.place(own));
  const gradeName = (code: string | null): string | null => (code === null ? null : names.name("grade", code));
  const said = [
    ...(total.before === total.after
      ? []
      : [`${words.total} ${arrow(total, words.none)}${points === null ? "" : words.change(points)}`]),
    ...(rank.before === rank.after
      ? []
      : [
          `${words.rank} ${arrow({ before: place(rank.before), after: place(rank.after) }, words.unranked)}${words.places(places ?? 0)}`,
        ]),
    ...(grade.before === grade.after
      ? []
      : [`${words.grade} ${arrow({ before: gradeName(grade.before), after: gradeName(grade.after) }, words.none)}`]),
  ];
  const unchanged = language === "en" ? "total, rank and grade unchanged" : "总分、名次、等次不变";
  const text = said.length === 0 ? unchanged : said.join(words.comma);
  return `${names.name("area", area)}${words.colon}${text}${words.end}`;
}
