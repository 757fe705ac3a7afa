import { z } from "zod";

export const periodKinds = ["year", "half", "quarter", "month", "ytd", "span"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A stretch of whole calendar months. `code` is its one spelling; `start` and `end` are inclusive days. */
export interface Period {
  readonly code: string;
  readonly kind: PeriodKind;
  /** Months since year 0: year × 12 + month − 1. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly start: string;
  readonly end: string;
}

const earliestYear = 1900;
const latestYear = 2199;
const spelling =
  /^(\d{4})(?:-(?:H([12])|Q([1-4])|M(0[1-9]|1[0-2])|YTD(0[1-9]|1[0-2])))?$|^(\d{4})-M(0[1-9]|1[0-2])--(\d{4})-M(0[1-9]|1[0-2])$/;

const pad = (value: number): string => String(value).padStart(2, "0");
const yearOf = (month: number): number => Math.floor(month / 12);
const monthOf = (month: number): number => (month % 12) + 1;

/** The number of days of a month given as months since year 0. */
export function daysInMonth(month: number): number {
  return new Date(Date.UTC(yearOf(month), monthOf(month), 0)).getUTCDate();
}

function codeOf(first: number, last: number): { code: string; kind: PeriodKind } {
  const [year, from, to] = [yearOf(first), monthOf(first), monthOf(last)];
  const length = last - first + 1;
  if (yearOf(last) === year) {
    if (length === 12) return { code: `${year}`, kind: "year" };
    if (length === 6 && from % 6 === 1) return { code: `${year}-H${(from + 5) / 6}`, kind: "half" };
    if (length === 3 && from % 3 === 1) return { code: `${year}-Q${(from + 2) / 3}`, kind: "quarter" };
    if (length === 1) return { code: `${year}-M${pad(from)}`, kind: "month" };
    if (from === 1) return { code: `${year}-YTD${pad(to)}`, kind: "ytd" };
  }
  return { code: `${year}-M${pad(from)}--${yearOf(last)}-M${pad(to)}`, kind: "span" };
}

/** Makes the period of the months `first` to `last` (inclusive, months since year 0) in its one spelling. */
export function makePeriod(first: number, last: number): Period {
  const { code, kind } = codeOf(first, last);
  const start = `${yearOf(first)}-${pad(monthOf(first))}-01`;
  const end = `${yearOf(last)}-${pad(monthOf(last))}-${pad(daysInMonth(last))}`;
  return { code, kind, firstMonth: first, lastMonth: last, start, end };
}

function monthsOf(match: RegExpExecArray): readonly [number, number] {
  const [, year, half, quarter, month, ytd, fromYear, fromMonth, toYear, toMonth] = match;
  if (fromYear !== undefined) {
    return [Number(fromYear) * 12 + Number(fromMonth) - 1, Number(toYear) * 12 + Number(toMonth) - 1];
  }
  const january = Number(year) * 12;
  if (half !== undefined) return [january + Number(half) * 6 - 6, january + Number(half) * 6 - 1];
  if (quarter !== undefined) return [january + Number(quarter) * 3 - 3, january + Number(quarter) * 3 - 1];
  if (month !== undefined) return [january + Number(month) - 1, january + Number(month) - 1];
  if (ytd !== undefined) return [january, january + Number(ytd) - 1];
  return [january, january + 11];
}

/**
 * Reads `2017`, `2017-H1`, `2017-Q3`, `2017-M09`, `2017-YTD11` or `2016-M01--2021-M10`; undefined for anything else.
 * Two spellings of the same months give the same period: YTD03 is Q1, YTD06 H1, YTD12 the year.
 */
export function parsePeriod(text: string): Period | undefined {
  const match = spelling.exec(text);
  if (match === null) return undefined;
  const [first, last] = monthsOf(match);
  if (first > last || yearOf(first) < earliestYear || yearOf(last) > latestYear) return undefined;
  return makePeriod(first, last);
}

const known = new Map<string, Period>();
const mostKnown = 10_000;

/** Reads a period that is known to be well formed (it came from the store); throws where it is not. */
export function getPeriod(code: string): Period {
  const found = known.get(code);
  if (found !== undefined) return found;
  const period = parsePeriod(code);
  if (period === undefined) throw new RangeError(`malformed period ${code}`);
  if (known.size < mostKnown) known.set(code, period);
  return period;
}

/** A period as text, brought to its one spelling. */
export const PeriodCode = z.string().transform((text, context) => {
  // Millions of stored periods are read again and again; what is known has been parsed before.
  const period = known.get(text) ?? parsePeriod(text);
  if (period !== undefined) return period.code;
  context.addIssue({ code: "custom", message: "malformed-period" });
  return z.NEVER;
});

/** The whole calendar year. */
export function yearPeriod(year: number): Period {
  return makePeriod(year * 12, year * 12 + 11);
}

/** The calendar year in which a period ends. */
export function endYear(period: Period): number {
  return yearOf(period.lastMonth);
}

/** Whether two flows may be compared: both cover the same months of the year, in whatever year. */
export function areLikePeriods(a: Period, b: Period): boolean {
  return a.firstMonth % 12 === b.firstMonth % 12 && a.lastMonth - a.firstMonth === b.lastMonth - b.firstMonth;
}

/** Orders periods by their end, then by their start. */
export function comparePeriods(a: Period, b: Period): number {
  return a.lastMonth - b.lastMonth || a.firstMonth - b.firstMonth;
}
