import type { Qualifier } from "@yuanbiao/core/observation";
import type { Status, UndefinedReason } from "@yuanbiao/core/status";
import { everyYear, type Target } from "@yuanbiao/core/target";
import type { Language } from "../language.ts";
import { periodText } from "./period.ts";
import { trackingWords } from "./tracking-words.ts";

interface Standing {
  readonly status: Status;
  readonly reason: UndefinedReason | null;
  readonly provisional: boolean;
}

/** Where a target stands; a missing figure says of which kind, and a provisional verdict that it is one. */
export function statusText(language: Language, { status, reason, provisional }: Standing): string {
  const words = trackingWords[language];
  if (status === "no-data" && reason === "no-due-actual") return words.overdue;
  if (status === "no-data" && reason === "not-yet-due") return words.awaited;
  return provisional ? words.provisional(words.status[status]) : words.status[status];
}

/** 约束性, 预期性; below it 力争 where the sentence strives. */
export function natureText(language: Language, { nature, aspirational }: Pick<Target, "nature" | "aspirational">) {
  const words = trackingWords[language];
  return aspirational ? `${words.nature[nature]}\n${words.aspirational}` : words.nature[nature];
}

const signs: Readonly<Record<string, string>> = { gte: "≥", gt: ">", lte: "≤", lt: "<" };

type Aim = Pick<Target, "comparator" | "memberComparator" | "value" | "valueMax">;

/** What is to be reached, without its unit: ≥20, >300, 约70, 逐家>20, 100—300, 逐年增长; a dash where nothing is said. */
export function aimText(language: Language, { comparator, memberComparator, value, valueMax }: Aim): string {
  const words = trackingWords[language];
  if (comparator === "trend" || comparator === "judgement" || comparator === "milestone") {
    return value === null ? words.aim[comparator] : value;
  }
  if (value === null) return "—";
  if (comparator === "between") return valueMax === null ? value : `${value}—${valueMax}`;
  if (comparator === "approx") return `${words.about}${value}`;
  if (comparator === "all") return `${words.each}${signs[memberComparator ?? "gte"]}${value}`;
  return `${signs[comparator]}${value}`;
}

const qualifierSigns: Record<Qualifier, string> = { "=": "", "~": "≈", ">": ">", "<": "<", ">=": "≥", "<=": "≤" };

/** A figure with what limits it: >3000, ≈5000; an exact one stands alone. */
export const qualifiedText = (value: string, qualifier: Qualifier): string => `${qualifierSigns[qualifier]}${value}`;

/** A last period in words; a standing duty says so. */
export function dueText(language: Language, due: string | null): string {
  const words = trackingWords[language];
  if (due === null) return words.undated;
  return due === everyYear ? words.everyYear : periodText(language, due);
}

/** A signed figure as papers write it: +10.00, −12.5, 0. */
export function signedText(value: string): string {
  if (value.startsWith("-")) return `−${value.slice(1)}`;
  return Number(value) === 0 ? value : `+${value}`;
}

/** Where something stands written: 柳政规〔2018〕21号 四（一）, or 《…》 without a number; in English the document's name. */
export function citedText(
  language: Language,
  { number, document, clause }: { number: string | null; document: { name: string }; clause: string | null },
): string {
  const title = language === "en" ? document.name : (number ?? `《${document.name}》`);
  return clause === null ? title : `${title}${language === "en" ? ", " : " "}${clause}`;
}

/** Drops the zeros behind the point that say nothing: −0.0300 is −0.03. */
export function trimmedText(value: string): string {
  return value.includes(".") ? value.replace(/0+$/, "").replace(/\.$/, "") : value;
}

/** The period of a figure in the line below it: 2020年; in English in brackets, as two numbers would read as one. */
export const belowText = (language: Language, period: string): string =>
  language === "en" ? `(${periodText(language, period)})` : periodText(language, period);
