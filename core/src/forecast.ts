import { cumulativeStdNormalProbability, linearRegression, probit } from "simple-statistics";
import type { Bearing, Evidence } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { getPeriod, type Period } from "./period.ts";
import { roundTo } from "./quantity.ts";
import { type Target, targetDirection } from "./target.ts";
import { onePerPeriod } from "./under-way.ts";

/** Fewest points for a trend, and for an interval and a chance: 10 years or 12 quarters (design section 5). */
export const fewestForTrend = 6;
const fewestForChance: Record<Spacing, number> = { year: 10, quarter: 12 };
export const intervalLevel = 0.8;

type Spacing = "year" | "quarter";
const monthsOf: Record<Spacing, number> = { year: 12, quarter: 3 };

/** 预测: an estimate, never a figure; low, high and chance only from enough points. */
export interface Forecast {
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
  /** Nominal coverage of the interval, "0.80". */
  readonly level: string;
  readonly chance: string | null;
}

/** An estimate some steps after the last of equally spaced values; `deviation` is its standard deviation. */
export interface Estimate {
  readonly value: number;
  readonly deviation: number;
}

interface Smoothed {
  readonly alpha: number;
  readonly level: number;
  readonly squares: number;
}

function smooth(values: readonly number[], alpha: number, drift: number): Smoothed {
  let level = values[0] ?? 0;
  let squares = 0;
  for (const value of values.slice(1)) {
    const miss = value - (level + drift);
    squares += miss * miss;
    level += drift + alpha * miss;
  }
  return { alpha, level, squares };
}

/**
 * Estimates the value `steps` after the last of equally spaced values by the Theta method (Assimakopoulos and
 * Nikolopoulos 2000, in the form of Hyndman and Billah 2003: simple exponential smoothing with half the slope of the
 * straight line as drift); the smoothing weight is the one with the least squared one-step errors.
 */
export function estimate(values: readonly number[], steps: number): Estimate {
  const { m: slope } = linearRegression(values.map((value, index) => [index, value]));
  const drift = slope / 2;
  const tries = Array.from({ length: 20 }, (_, index) => smooth(values, (index + 1) / 20, drift));
  const best = tries.reduce((least, next) => (next.squares < least.squares ? next : least));
  const freedom = Math.max(1, values.length - 3);
  const variance = (best.squares / freedom) * (1 + (steps - 1) * best.alpha ** 2);
  return { value: best.level + drift * steps, deviation: Math.sqrt(variance) };
}

/** The half width of the interval of `intervalLevel` around an estimate. */
export function halfWidth({ deviation }: Estimate): number {
  return probit((1 + intervalLevel) / 2) * deviation;
}

interface Spaced {
  readonly spacing: Spacing;
  readonly values: readonly number[];
  readonly last: Period;
}

function spacingOf(bearing: Bearing): Spacing | undefined {
  const { kind } = getPeriod(bearing.figure.period);
  return kind === "year" || kind === "quarter" ? kind : undefined;
}

/** The longest unbroken run of equally spaced exact figures of one caliber, up to the newest. */
function spaced(evidence: Evidence): Spaced | undefined {
  const newest = evidence.comparable[0];
  const spacing = newest === undefined ? undefined : spacingOf(newest);
  if (newest === undefined || spacing === undefined) return undefined;
  const run: Bearing[] = [];
  for (const bearing of onePerPeriod(evidence.comparable)) {
    const { figure } = bearing;
    const isSame = figure.caliber === newest.figure.caliber && figure.area === newest.figure.area;
    if (!isSame || spacingOf(bearing) !== spacing || figure.qualifier !== "=") continue;
    const gap = run.length * monthsOf[spacing];
    if (getPeriod(newest.figure.period).lastMonth - getPeriod(figure.period).lastMonth !== gap) break;
    run.push(bearing);
  }
  const values = run.map(({ figure }) => Number(figure.value)).toReversed();
  return { spacing, values, last: getPeriod(newest.figure.period) };
}

function clamp(value: number, indicator: Indicator): number {
  return indicator.measure === "growth" ? value : Math.max(0, value);
}

function chanceOf(target: Target, indicator: Indicator, at: Estimate): string | null {
  if (target.value === null || at.deviation === 0) return null;
  const above = cumulativeStdNormalProbability((at.value - Number(target.value)) / at.deviation);
  return roundTo(String(targetDirection(target, indicator) === "up" ? above : 1 - above), 2);
}

/**
 * What the figures so far let one expect at the due date: none under 6 equally spaced points of one caliber, a trend
 * from 6, an interval and a chance from 10 years or 12 quarters. Values have the indicator's decimals + 2.
 */
export function forecastFor(
  asked: { target: Target; indicator: Indicator },
  evidence: Evidence,
  due: Period,
): Known<Forecast> {
  const { target, indicator } = asked;
  const series = spaced(evidence);
  if (series === undefined || series.values.length < fewestForTrend) return unknown("too-few-points");
  const steps = (due.lastMonth - series.last.lastMonth) / monthsOf[series.spacing];
  if (steps <= 0 || !Number.isInteger(steps)) return unknown("not-applicable");
  const at = estimate(series.values, steps);
  const text = (value: number): string => roundTo(String(clamp(value, indicator)), indicator.decimals + 2);
  const isCertain = series.values.length >= fewestForChance[series.spacing];
  const half = halfWidth(at);
  return known({
    value: text(at.value),
    low: isCertain ? text(at.value - half) : null,
    high: isCertain ? text(at.value + half) : null,
    level: intervalLevel.toFixed(2),
    chance: isCertain ? chanceOf(target, indicator, at) : null,
  });
}
