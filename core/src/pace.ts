import type { Bearing, Evidence } from "./bearing.ts";
import { baselineOf } from "./catch-up.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { endMoment } from "./path.ts";
import { getPeriod, type Period } from "./period.ts";
import { type Exact, exact, plain, roundTo } from "./quantity.ts";
import { figureValue } from "./ratio.ts";
import { leastValue, type Target } from "./target.ts";

/** 所需速度: per year, with the years left and the ratio to the pace so far. */
export interface Pace {
  readonly perPeriod: string;
  readonly periodsLeft: string;
  readonly ratio: string | null;
}

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly on: string;
}

interface At {
  readonly due: Period;
  readonly met: Known<boolean>;
  readonly counted: Known<Bearing>;
}

const years = (months: number): Exact => exact(months).div(12);

/**
 * (least value that meets − actual) ÷ years left from the actual's period to the due one, with the indicator's
 * decimals + 2, and its ratio to the yearly pace since the baseline. Undefined once the target is due or met.
 */
export function paceOf(asked: Asked, evidence: Evidence, at: At): Known<Pace> {
  const { target, indicator, on } = asked;
  const least = leastValue(target, indicator);
  if (least === null) return unknown("no-target-value");
  if (at.counted.reason !== null) return unknown(at.counted.reason);
  const actual = at.counted.value;
  if (at.met.value === true) return unknown("already-met");
  if (at.due.end <= on) return unknown(at.met.reason === "no-due-actual" ? "no-due-actual" : "not-applicable");
  if (actual.figure.qualifier !== "=") return unknown("undecided");
  const period = getPeriod(actual.figure.period);
  const left = years(endMoment(at.due) - endMoment(period));
  if (left.lte(0)) return unknown("zero-denominator");
  const isAbove = target.valueMax !== null && figureValue(actual).gt(target.valueMax);
  const aim = target.comparator === "between" && isAbove ? (target.valueMax ?? least) : least;
  const perPeriod = exact(aim).minus(figureValue(actual)).div(left);
  const baseline = baselineOf(asked, evidence);
  const elapsed =
    baseline === undefined ? exact(0) : years(endMoment(period) - endMoment(getPeriod(baseline.figure.period)));
  const soFar =
    baseline === undefined || elapsed.lte(0) ? exact(0) : figureValue(actual).minus(figureValue(baseline)).div(elapsed);
  return known({
    perPeriod: roundTo(perPeriod, indicator.decimals + 2),
    periodsLeft: plain(exact(roundTo(left, 2))),
    ratio: soFar.isZero() ? null : roundTo(perPeriod.div(soFar), 4),
  });
}
