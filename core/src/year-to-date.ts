import type { Measure } from "./indicator.ts";
import { comparePeriods, getPeriod, makePeriod, type Period, parsePeriod } from "./period.ts";
import { compareQuantity, sumQuantity } from "./quantity.ts";

/** One figure of a series: an indicator of an area in one caliber. */
export interface PeriodValue {
  readonly period: string;
  readonly value: string;
}

export const noTotalReasons = ["not-additive", "several-years", "missing-part", "contradicting-parts"] as const;
export type NoTotalReason = (typeof noTotalReasons)[number];

/** A total with the periods that it was added from, or why there is none and for which periods. */
export type RunningTotal =
  | { readonly value: string; readonly periods: readonly string[]; readonly reason: null }
  | { readonly value: null; readonly periods: readonly string[]; readonly reason: NoTotalReason };

interface Part {
  readonly period: Period;
  readonly value: string;
}

interface Cover {
  readonly parts: readonly Part[];
  readonly gaps: readonly number[];
}

const nothing: Cover = { parts: [], gaps: [] };

function januaryOf(month: number): number {
  return month - (month % 12);
}

function isBetterCover(a: Cover, b: Cover): boolean {
  const order = a.gaps.length - b.gaps.length || a.parts.length - b.parts.length;
  return order === 0 ? (a.parts[0]?.period.lastMonth ?? 0) > (b.parts[0]?.period.lastMonth ?? 0) : order < 0;
}

/** The disjoint parts that leave the fewest months open; of those the fewest parts, the longer one first. */
function coverMonths(parts: readonly Part[], first: number, last: number): Cover {
  const best = new Map<number, Cover>([[last + 1, nothing]]);
  for (let month = last; month >= first; month -= 1) {
    const after = best.get(month + 1) ?? nothing;
    let chosen: Cover = { ...after, gaps: [month, ...after.gaps] };
    for (const part of parts.filter(({ period }) => period.firstMonth === month)) {
      const rest = best.get(part.period.lastMonth + 1) ?? nothing;
      const cover = { ...rest, parts: [part, ...rest.parts] };
      if (isBetterCover(cover, chosen)) chosen = cover;
    }
    best.set(month, chosen);
  }
  return best.get(first) ?? nothing;
}

function joinMonths(months: readonly number[]): Period[] {
  const joined: { first: number; last: number }[] = [];
  for (const month of months) {
    const open = joined.at(-1);
    if (open?.last === month - 1) open.last = month;
    else joined.push({ first: month, last: month });
  }
  return joined.map(({ first, last }) => makePeriod(first, last));
}

function overlaps(a: Period, b: Period): boolean {
  return a.firstMonth <= b.lastMonth && b.firstMonth <= a.lastMonth;
}

/** The figures that lie within the months; those that two figures of the same months contradict stand apart. */
function partsWithin(series: readonly PeriodValue[], first: number, last: number): { parts: Part[]; torn: Period[] } {
  const byCode = new Map<string, Part>();
  const torn = new Map<string, Period>();
  for (const { period: code, value } of series) {
    const period = getPeriod(code);
    if (period.firstMonth < first || period.lastMonth > last) continue;
    const other = byCode.get(period.code);
    if (other === undefined) byCode.set(period.code, { period, value });
    else if (compareQuantity(other.value, value) !== 0) torn.set(period.code, period);
  }
  return {
    parts: [...byCode.values()].filter(({ period }) => !torn.has(period.code)),
    torn: [...torn.values()].sort(comparePeriods),
  };
}

function totalOf(series: readonly PeriodValue[], first: number, last: number): RunningTotal {
  const { parts, torn } = partsWithin(series, first, last);
  const { parts: used, gaps } = coverMonths(parts, first, last);
  if (gaps.length === 0) {
    const value = sumQuantity(used.map((part) => part.value));
    return { value, periods: used.map(({ period }) => period.code), reason: null };
  }
  const open = joinMonths(gaps);
  const contradicting = torn.filter((period) => open.some((gap) => overlaps(gap, period)));
  const [periods, reason] =
    contradicting.length > 0 ? ([contradicting, "contradicting-parts"] as const) : ([open, "missing-part"] as const);
  return { value: null, periods: periods.map(({ code }) => code), reason };
}

/**
 * The running total 本年累计 of a flow from January to the end of a period, in the indicator's unit: the figure reported
 * for those months, else the exact sum of the fewest disjoint parts (months, quarters, halves, shorter totals) that cover
 * them without gap or overlap. Null for what does not add up over time, and where a part is missing, with its months.
 */
export function runningTotal(series: readonly PeriodValue[], period: Period, measure: Measure): RunningTotal {
  if (measure !== "flow") return { value: null, periods: [], reason: "not-additive" };
  const january = januaryOf(period.lastMonth);
  if (period.firstMonth < january) return { value: null, periods: [period.code], reason: "several-years" };
  return totalOf(series, january, period.lastMonth);
}

/** The running total of the year before a period began, of nothing ("0") where it begins in January. */
export function earlierThisYear(series: readonly PeriodValue[], period: Period, measure: Measure): RunningTotal {
  const january = januaryOf(period.lastMonth);
  if (measure === "flow" && period.firstMonth === january) return { value: "0", periods: [], reason: null };
  if (measure !== "flow" || period.firstMonth < january) return runningTotal(series, period, measure);
  return totalOf(series, january, period.firstMonth - 1);
}

function shiftMonths({ firstMonth, lastMonth }: Period, months: number): Period | null {
  return parsePeriod(makePeriod(firstMonth + months, lastMonth + months).code) ?? null;
}

/**
 * The period of the same kind just before: 2025-Q4 before 2026-Q1. Before a running total it is that of the same year
 * one month shorter; null where a year's first or the calendar ends. Q1, H1 and the year are read as such, not as totals.
 */
export function previousPeriod(period: Period): Period | null {
  if (period.kind !== "ytd") return shiftMonths(period, period.firstMonth - period.lastMonth - 1);
  return makePeriod(period.firstMonth, period.lastMonth - 1);
}

/** 上年同期: the same months of the year before; null before the first year that is read. */
export function samePeriodLastYear(period: Period): Period | null {
  return shiftMonths(period, -12);
}

/** What stands beside a figure while it is reported, each a decimal string in the indicator's unit or null. */
export interface References {
  readonly previous: string | null;
  readonly samePeriod: string | null;
  readonly earlierThisYear: string | null;
}

function valueAt(series: readonly PeriodValue[], period: Period | null): string | null {
  if (period === null) return null;
  const { parts } = partsWithin(series, period.firstMonth, period.lastMonth);
  return parts.find((part) => part.period.code === period.code)?.value ?? null;
}

/** Of a running total the longest shorter one that is there: totals may come by the month or by the quarter. */
function previousTotal(series: readonly PeriodValue[], { firstMonth, lastMonth }: Period): string | null {
  const { parts } = partsWithin(series, firstMonth, lastMonth - 1);
  const totals = parts.filter(({ period }) => period.firstMonth === firstMonth);
  return totals.sort((a, b) => comparePeriods(b.period, a.period))[0]?.value ?? null;
}

/**
 * The previous figure, that of the same period last year and the year's total before the period, from one series; null
 * for what is not in it or is there with two values. The order of the series does not matter.
 */
export function referencesOf(series: readonly PeriodValue[], period: Period, measure: Measure): References {
  const isTotal = period.kind === "ytd";
  return {
    previous: isTotal ? previousTotal(series, period) : valueAt(series, previousPeriod(period)),
    samePeriod: valueAt(series, samePeriodLastYear(period)),
    earlierThisYear: earlierThisYear(series, period, measure).value,
  };
}

/**
 * The days, inclusive, within which the periods of all figures end that `referencesOf` looks at for a period, and of those
 * of the period itself: no others of a long series need be read.
 */
export function referenceSpan({ firstMonth, lastMonth, end }: Period): { readonly from: string; readonly to: string } {
  const earliest = firstMonth - Math.max(monthsPerYear, lastMonth - firstMonth + 1);
  return { from: makePeriod(earliest, earliest).start, to: end };
}
const monthsPerYear = 12;
