import type { Bearing } from "./bearing.ts";
import { isComparable } from "./caliber.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, mapKnown, unknown } from "./known.ts";
import { firstPoint, pathValueFor } from "./path.ts";
import { endYear, getPeriod, makePeriod, yearPeriod } from "./period.ts";
import { type Exact, exact } from "./quantity.ts";
import { type Path, type Target, targetDirection } from "./target.ts";

interface Against {
  readonly target: Target;
  readonly indicator: Indicator;
}

interface OnPath extends Against {
  /** All figures that bear on the target: a time share looks at last year's among them. */
  readonly bearings: readonly Bearing[];
}

/**
 * Which share of last year's whole was reached by the same months, where both figures are there, exact and counted
 * alike: the yardstick of a flow that does not run evenly.
 */
function lastYearShare(bearings: readonly Bearing[], { figure }: Bearing): Exact | undefined {
  const period = getPeriod(figure.period);
  const year = endYear(period) - 1;
  const same = (code: string): Bearing | undefined =>
    bearings.find(
      ({ figure: other, verdict }) =>
        isComparable(verdict) &&
        other.period === code &&
        other.caliber === figure.caliber &&
        other.area === figure.area &&
        other.qualifier === "=" &&
        other.value !== null,
    );
  const [part, whole] = [
    same(makePeriod(period.firstMonth - 12, period.lastMonth - 12).code),
    same(yearPeriod(year).code),
  ];
  if (part === undefined || whole === undefined || figureValue(whole).lte(0)) return undefined;
  return figureValue(part).div(figureValue(whole));
}

/** The exact value of a figure that counts. */
export function figureValue(bearing: Bearing): Exact {
  return exact(bearing.figure.value ?? "0");
}

/**
 * 完成率: actual ÷ target value, or target value ÷ actual where lower is better; defined for positive target values.
 */
export function achievementOf({ target, indicator }: Against, counted: Known<Bearing>): Known<Exact> {
  if (target.value === null) return unknown("no-target-value");
  const goal = exact(target.value);
  return mapKnown(counted, (bearing) => {
    if (goal.lte(0)) return unknown("non-positive-target");
    const actual = figureValue(bearing);
    if (targetDirection(target, indicator) === "up") return known(actual.div(goal));
    return actual.isZero() ? unknown("zero-denominator") : known(goal.div(actual));
  });
}

/** Figures along a path, as exact fractions: gap closed, the share expected by then, and their difference in points. */
export interface Gaps {
  readonly expected: Known<Exact>;
  readonly gapClosed: Known<Exact>;
  readonly expectedShare: Known<Exact>;
  readonly deviation: Known<Exact>;
}

/**
 * 目标进度 (a−b)/(g−b), in either direction: how much of the way from the path's first point b to the due value g
 * is done. A flat path (b = g) has no way to go.
 */
export function gapShare(value: Exact, base: Exact, goal: Exact): Known<Exact> {
  return base.eq(goal) ? unknown("flat-path") : known(value.minus(base).div(goal.minus(base)));
}

/** 偏离: 100 × (gap closed − expected share), in points; positive is ahead. */
export function deviationOf(gapClosed: Known<Exact>, expectedShare: Known<Exact>): Known<Exact> {
  return mapKnown(gapClosed, (done) => mapKnown(expectedShare, (due) => known(done.minus(due).times(100))));
}

/**
 * The path that a target may be judged along: two points at least, or one period for a time share. An upper limit has
 * no share of time to reach: what is spent early is neither ahead nor behind.
 */
export function usablePath(target: Target, indicator: Indicator): Path | null {
  const { path } = target;
  if (path === null) return null;
  if (path.shape === "time-share") return targetDirection(target, indicator) === "up" ? path : null;
  return path.points.length < 2 ? null : path;
}

/** Where a figure stands on the target's own path (document or decomposed), at the end of the figure's period. */
export function gapsOf({ target, indicator, bearings }: OnPath, counted: Known<Bearing>): Gaps {
  const none = (figure: Known<Exact>): Gaps => ({
    expected: figure,
    gapClosed: figure,
    expectedShare: figure,
    deviation: figure,
  });
  if (target.value === null) return none(unknown("no-target-value"));
  const goal = exact(target.value);
  const path = usablePath(target, indicator);
  const first = path === null ? undefined : firstPoint(path);
  if (path === null || first === undefined) return none(unknown("no-path"));
  if (counted.reason !== null) return none(unknown(counted.reason));
  const base = path.shape === "time-share" ? exact(0) : exact(first.value);
  const value = pathValueFor(path, getPeriod(counted.value.figure.period), lastYearShare(bearings, counted.value));
  const expected = value === undefined ? unknown<Exact>("no-path") : known(value);
  const gapClosed = gapShare(figureValue(counted.value), base, goal);
  const expectedShare = mapKnown(expected, (due) => gapShare(due, base, goal));
  return { expected, gapClosed, expectedShare, deviation: deviationOf(gapClosed, expectedShare) };
}

/** actual − expected value, or actual − target value where no path says what is expected; in the indicator's unit. */
export function differenceOf({ target }: Against, counted: Known<Bearing>, expected: Known<Exact>): Known<Exact> {
  return mapKnown(counted, (bearing) => {
    if (expected.reason === null) return known(figureValue(bearing).minus(expected.value));
    return target.value === null ? unknown("no-target-value") : known(figureValue(bearing).minus(exact(target.value)));
  });
}
