import type { Bearing, Evidence } from "./bearing.ts";
import { chanceAbove, type Estimate, estimate, halfWidth } from "./estimate.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { intervalOf, isMet } from "./met.ts";
import { areLikePeriods, getPeriod, type Period } from "./period.ts";
import { quantityDecimals, roundTo } from "./quantity.ts";
import { type Comparator, leastValue, type Target, targetDirection } from "./target.ts";
import { onePerPeriod } from "./under-way.ts";

const spacings = ["quarter", "year"] as const;
type Spacing = (typeof spacings)[number];
const monthsOf: Record<Spacing, number> = { quarter: 3, year: 12 };

/** Fewest points for a trend, and for an interval and a chance: 10 years or 12 quarters (design section 5). */
const fewest: Record<Spacing, { readonly trend: number; readonly chance: number }> = {
  quarter: { trend: 12, chance: 12 },
  year: { trend: 6, chance: 10 },
};
export const fewestForTrend = fewest.year.trend;
const intervalLevel = 0.8;
/** A dozen points never make anything impossible or certain. */
const chanceBounds = { least: 0.01, most: 0.99 };

/** 预测: an estimate, never a figure; low, high and chance only from enough points. */
export interface Forecast {
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
  /** Nominal coverage of the interval, "0.80". */
  readonly level: string;
  /** The chance of meeting the target, 0.01–0.99; null too where the comparator has no number. */
  readonly chance: string | null;
}

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
}

interface Run {
  readonly spacing: Spacing;
  /** Oldest first. */
  readonly values: readonly number[];
  /** From the newest to the due period. */
  readonly steps: number;
}

const lastMonthOf = ({ figure }: Bearing): number => getPeriod(figure.period).lastMonth;

function isSameSeries({ figure: a }: Bearing, { figure: b }: Bearing): boolean {
  return a.area === b.area && a.indicator === b.indicator && a.caliber === b.caliber && a.unit === b.unit;
}

/** The unbroken run up to the newest exact figure, at whole years or quarters before the due period; flows of like periods. */
function runOf(spacing: Spacing, { timing }: Indicator, { comparable }: Evidence, due: Period): Run {
  const months = monthsOf[spacing];
  const inStep = comparable.filter((bearing) => {
    const isLike = timing === "point" || areLikePeriods(getPeriod(bearing.figure.period), due);
    return isLike && (due.lastMonth - lastMonthOf(bearing)) % months === 0;
  });
  const first = inStep.find(({ figure }) => figure.qualifier === "=");
  const same = first === undefined ? [] : inStep.filter((bearing) => isSameSeries(bearing, first));
  const exact = onePerPeriod(same).filter(({ figure }) => figure.qualifier === "=");
  const newest = exact[0] === undefined ? due.lastMonth : lastMonthOf(exact[0]);
  const gap = exact.findIndex((bearing, index) => newest - lastMonthOf(bearing) !== index * months);
  const run = gap === -1 ? exact : exact.slice(0, gap);
  const values = run.map(({ figure }) => Number(figure.value)).toReversed();
  return { spacing, values, steps: (due.lastMonth - newest) / months };
}

/** How many years in a row there are for a forecast: what "too few" counts. */
export function yearsInARow(indicator: Indicator, evidence: Evidence, due: Period): number {
  return runOf("year", indicator, evidence, due).values.length;
}

/** The quarters where there are enough and they look back as far as ahead, else the years. */
function bestRun(indicator: Indicator, evidence: Evidence, due: Period): Run | undefined {
  const runs = spacings.map((spacing) => runOf(spacing, indicator, evidence, due));
  const enough = runs.filter(({ spacing, values }) => values.length >= fewest[spacing].trend);
  return enough.find(({ values, steps }) => steps <= values.length) ?? enough.at(-1);
}

/** Nothing but growth falls below zero, and no share in % passes 100, unless a figure already did. */
function clamp(value: number, { measure, unit }: Indicator, { values }: Run): number {
  const isBelow = measure === "growth" || values.some((one) => one < 0);
  const isShare = measure === "ratio" && unit === "%" && values.every((one) => one <= 100);
  const low = isBelow ? Number.NEGATIVE_INFINITY : 0;
  return Math.min(Math.max(value, low), isShare ? 100 : Number.POSITIVE_INFINITY);
}

const numberless: readonly Comparator[] = ["trend", "judgement", "all", "milestone"];

/** The chance that a value meets the target; figures that never left their trend meet it or not. */
function chanceOf({ target, indicator }: Asked, at: Estimate): number | null {
  const least = leastValue(target, indicator);
  if (least === null || numberless.includes(target.comparator)) return null;
  const direction = targetDirection(target, indicator);
  if (at.deviation < 10 ** -quantityDecimals) {
    const met = isMet(intervalOf(roundTo(String(at.value), quantityDecimals), "="), { ...target, direction });
    return met === null ? null : Number(met);
  }
  const above = chanceAbove(at, Number(least));
  if (target.comparator !== "between") return direction === "up" ? above : 1 - above;
  return target.valueMax === null ? null : above - chanceAbove(at, Number(target.valueMax));
}

function chanceText(chance: number | null): string | null {
  if (chance === null) return null;
  return roundTo(String(Math.min(Math.max(chance, chanceBounds.least), chanceBounds.most)), 2);
}

/**
 * What the figures so far let one expect at the due date: none under 6 years (or 12 quarters) in a row of one caliber,
 * counted back from the due period's month; a trend from 6 years; an interval and a chance from 10 years or 12
 * quarters; not applicable once the due period has its figure. Values have the indicator's decimals + 2.
 */
export function forecastFor(asked: Asked, evidence: Evidence, due: Period): Known<Forecast> {
  const { indicator } = asked;
  const run = bestRun(indicator, evidence, due);
  if (run === undefined) return unknown("too-few-points");
  if (run.steps <= 0) return unknown("not-applicable");
  const at = estimate(run.values, run.steps, { relative: indicator.measure !== "growth" });
  const text = (value: number): string => roundTo(String(clamp(value, indicator, run)), indicator.decimals + 2);
  const isEnough = run.values.length >= fewest[run.spacing].chance;
  const half = halfWidth(at, intervalLevel);
  return known({
    value: text(at.value),
    low: isEnough ? text(at.value - half) : null,
    high: isEnough ? text(at.value + half) : null,
    level: intervalLevel.toFixed(2),
    chance: isEnough ? chanceText(chanceOf(asked, at)) : null,
  });
}
