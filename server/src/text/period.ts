import { getPeriod } from "@yuanbiao/core/period";
import type { Language } from "../language.ts";

const month = (index: number): number => (index % 12) + 1;

/** A period in words, as forms and letters print it: 2026年一季度, 2025年, 2026年1—5月. */
export function periodText(language: Language, code: string): string {
  const { kind, firstMonth, lastMonth } = getPeriod(code);
  const year = Math.floor(firstMonth / 12);
  const [from, to] = [month(firstMonth), month(lastMonth)];
  if (language === "en") {
    const names: Record<typeof kind, string> = {
      year: `${year}`,
      half: `H${from === 1 ? 1 : 2} ${year}`,
      quarter: `Q${(to / 3).toString()} ${year}`,
      month: `${year}-${String(from).padStart(2, "0")}`,
      ytd: `January–${to}/${year}`,
      span: `${year}-${from} to ${Math.floor(lastMonth / 12)}-${to}`,
    };
    return names[kind];
  }
  const names: Record<typeof kind, string> = {
    year: `${year}年`,
    half: `${year}年${from === 1 ? "上" : "下"}半年`,
    quarter: `${year}年${["一", "二", "三", "四"][to / 3 - 1] ?? ""}季度`,
    month: `${year}年${from}月`,
    ytd: `${year}年1—${to}月`,
    span: `${year}年${from}月—${Math.floor(lastMonth / 12)}年${to}月`,
  };
  return names[kind];
}
