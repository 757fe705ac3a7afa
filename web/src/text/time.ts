import type { Language } from "./text.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const english = (month: string): string => months[Number(month) - 1] ?? month;
const plainNumber = (digits: string): string => String(Number(digits));

function within(year: string, part: string, language: Language): string {
  const zh = language === "zh-CN";
  const number = part.replace(/^\D+/, "");
  if (part.startsWith("H")) return zh ? `${year} 年${number === "1" ? "上" : "下"}半年` : `H${number} ${year}`;
  if (part.startsWith("Q")) return zh ? `${year} 年第 ${number} 季度` : `Q${number} ${year}`;
  if (part.startsWith("YTD")) return zh ? `${year} 年 1–${plainNumber(number)} 月` : `Jan–${english(number)} ${year}`;
  return zh ? `${year} 年 ${plainNumber(number)} 月` : `${english(number)} ${year}`;
}

/** Number and 年, 月, 日 stay on one line. */
const together = (text: string): string => text.replace(/ (?=[年月日])/g, "\u00a0");

/** A period in words: 2017 年, 2017 年 1–11 月, 每年; a missing one says that no date is set. */
export function periodName(period: string | null, language: Language): string {
  const zh = language === "zh-CN";
  if (period === null) return zh ? "未写期限" : "no date";
  if (period === "every-year") return zh ? "每年" : "every year";
  const [from = "", to] = period.split("--");
  if (to !== undefined) return `${periodName(from, language)}${zh ? "至" : " – "}${periodName(to, language)}`;
  const [year = "", part] = from.split("-");
  if (part === undefined) return zh ? together(`${year} 年`) : year;
  return together(within(year, part, language));
}

/** A short period for axes and tables: 2017, 2017H1, 2017.1–11. */
export function periodShort(period: string | null, language: Language): string {
  if (period === null) return "—";
  if (period === "every-year") return periodName(period, language);
  return period
    .replace(/-YTD0?(\d+)/g, ".1–$1")
    .replace(/-M0?(\d+)/g, ".$1")
    .replace(/-([HQ]\d)/g, " $1")
    .replace("--", " – ");
}

/** A day, month or year as exactly as the source gives it. */
export function dayName(day: string | null, language: Language): string {
  if (day === null) return language === "en" ? "undated" : "日期不详";
  const [year = "", month, date] = day.split("-");
  if (language === "en") return [date && plainNumber(date), month && english(month), year].filter(Boolean).join(" ");
  if (month === undefined) return `${year} 年`;
  return date === undefined
    ? `${year} 年 ${plainNumber(month)} 月`
    : `${year} 年 ${plainNumber(month)} 月 ${plainNumber(date)} 日`;
}

/** An instant on the clock of Shanghai: 2026-11-21 14:05. */
export function instantName(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
