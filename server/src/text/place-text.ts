import type { Language } from "../language.ts";

/** A place as lists write it: 第1, 并列第2; a dash for none. */
export function placeText(language: Language, { rank, tied }: { rank: number | null; tied: boolean }): string {
  if (rank === null) return "—";
  if (language === "en") return tied ? `${rank} (tied)` : String(rank);
  return `${tied ? "并列" : ""}第${rank}`;
}

/** The change of a place against the year before, in words that judge nothing; a dash where there is none to compare. */
export function changeText(language: Language, places: number | null): string {
  if (places === null) return "—";
  if (places === 0) return language === "en" ? "same" : "持平";
  if (language === "en") return `${places > 0 ? "up" : "down"} ${Math.abs(places)}`;
  return `${places > 0 ? "上升" : "下降"} ${Math.abs(places)} 位`;
}

/** A day as papers write it: 2026年11月22日. */
export function dayText(language: Language, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return language === "en" ? day : `${year}年${Number(month)}月${Number(date)}日`;
}

/** An instant as papers write it, in Shanghai: 2026年11月22日10:00. */
export function instantText(language: Language, instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  const time = local.slice(11, 16);
  return `${dayText(language, local.slice(0, 10))}${language === "en" ? " " : ""}${time}`;
}

const marks = {
  "zh-CN": { demo: "演示数据", unpublished: "未发布", trial: "试算，未封存", superseded: "已由重算代替" },
  en: {
    demo: "Demonstration data",
    unpublished: "Not published",
    trial: "Trial, not sealed",
    superseded: "Replaced by a later run",
  },
} as const;

interface Standing {
  readonly isDemo: boolean;
  readonly isFinal: boolean;
  readonly isSealed: boolean;
  readonly isSuperseded?: boolean;
}

/** What the head of every page must say of a result; null where it may stand as it is. */
export function markText(
  language: Language,
  { isDemo, isFinal, isSealed, isSuperseded = false }: Standing,
): string | null {
  const words = marks[language];
  const own = isSuperseded ? words.superseded : isFinal ? null : words.unpublished;
  const said = [isDemo ? words.demo : null, isSealed ? own : words.trial];
  const parts = said.filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(language === "en" ? ", " : "，");
}

const offices = {
  "zh-CN": { assessment: "考核办公室", addressee: "各园区、各有关单位" },
  en: { assessment: "Assessment Office", addressee: "To all parks and departments" },
} as const;

/** Who signs the papers of an assessment, and to whom its notice goes. */
export const officeText = (language: Language): { readonly assessment: string; readonly addressee: string } =>
  offices[language];
