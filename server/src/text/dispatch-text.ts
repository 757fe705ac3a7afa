import type { MissingNeed } from "@yuanbiao/core/missing";
import type { UndefinedReason } from "@yuanbiao/core/status";
import type { Language } from "../language.ts";
import { periodText } from "./period.ts";
import { trackingWords } from "./tracking-words.ts";

interface DispatchWords {
  readonly name: string;
  lacks(need: string, period: string): string;
  late(days: number): string;
  owed(by: string, isSuggested: boolean): string;
  readonly nobody: string;
  readonly semicolon: string;
}

const words: Record<Language, DispatchWords> = {
  "zh-CN": {
    name: "目标完成情况调度表",
    lacks: (need, period) => `缺${need}${period === "" ? "" : `（${period}）`}`,
    late: (days) => `已逾期 ${days} 天`,
    owed: (by, isSuggested) => `责任单位：${by}${isSuggested ? "（建议）" : ""}`,
    nobody: "责任单位未明确",
    semicolon: "；",
  },
  en: {
    name: "Progress of the targets",
    lacks: (need, period) => `${need}${period === "" ? "" : ` of ${period}`} is missing`,
    late: (days) => `overdue (days: ${days})`,
    owed: (by, isSuggested) => `Owed by: ${by}${isSuggested ? " (suggested)" : ""}`,
    nobody: "Nobody is named for it",
    semicolon: "; ",
  },
};

export const dispatchName = (language: Language): string => words[language].name;

export interface Lacking {
  readonly need: MissingNeed;
  readonly period: string | null;
  readonly daysOverdue: number | null;
}

/** What is missing, of which period and for how long: 缺指标值（2025年），已逾期 325 天. */
export function lackingText(language: Language, { need, period, daysOverdue }: Lacking): string {
  const { lacks, late } = words[language];
  const what = lacks(trackingWords[language].need[need], period === null ? "" : periodText(language, period));
  if (daysOverdue === null) return what;
  return `${what}${language === "en" ? ", " : "，"}${late(daysOverdue)}`;
}

export interface Owed {
  /** Why a figure of the row is not there. */
  readonly reason: UndefinedReason | null;
  readonly lacking: Lacking | null;
  readonly isBehind: boolean;
  readonly by: { readonly name: string; readonly isSuggested: boolean } | null;
}

/** A line begins with a capital where letters have them. */
const begun = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What is said already by what is missing. */
const implied: readonly UndefinedReason[] = [
  "no-actual",
  "no-due-actual",
  "no-evidence",
  "awaiting-judgement",
  "parts-only",
  "caliber-mismatch",
];

/** What is owed and by whom; a dash where nothing is. */
export function owedText(language: Language, { reason, lacking, isBehind, by }: Owed): string {
  const { owed, nobody, semicolon } = words[language];
  const isAsked = lacking !== null || isBehind;
  const said = [
    ...(reason === null || (lacking !== null && implied.includes(reason))
      ? []
      : [trackingWords[language].reason[reason]]),
    ...(lacking === null ? [] : [lackingText(language, lacking)]),
  ].join(semicolon);
  const who = !isAsked ? "" : by === null ? nobody : owed(by.name, by.isSuggested);
  return [begun(said), who].filter((part) => part !== "").join("\n") || "—";
}
