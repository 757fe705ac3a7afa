import { endYear, getPeriod } from "@yuanbiao/core/period";
import type { Language } from "../language.ts";
import { periodText } from "./period.ts";

const words = {
  "zh-CN": { name: "目标责任书", caliber: "口径：", plan: "分解计划：", whole: "总目标：" },
  en: { name: "Target Responsibility", caliber: "Caliber: ", plan: "Plan: ", whole: "Of the target: " },
} as const;

/** The words of a 责任书 that its own rows need: which file it is, which caliber, by which plan, part of which target. */
export const pledgeText = (language: Language): Record<keyof (typeof words)["en"], string> => words[language];

/** A column's head: 2018年. */
export const yearText = (language: Language, year: number): string => (language === "en" ? String(year) : `${year}年`);

/** The first to the last year: 2018—2020年. */
export function spanText(language: Language, years: readonly number[]): string {
  const [first = 0, last = first] = [years[0], years.at(-1)];
  if (first === last) return yearText(language, first);
  return language === "en" ? `${first}–${last}` : `${first}—${last}年`;
}

/** What a value within a year's column is of, where it is not of the whole year: 一季度. */
export function withinYearText(language: Language, code: string): string {
  const period = getPeriod(code);
  if (period.kind === "year") return "";
  return `${periodText(language, code).replace(`${endYear(period)}年`, "")} `;
}
