import { getPeriod, type Period } from "./period.ts";
import { type Exact, exact } from "./quantity.ts";
import type { Path, PathPoint, PathShape } from "./target.ts";

/** A place on the time axis in months since year 0; the end of a month is the whole number after it. */
export type Moment = number;

/** The moment at which a period ends. */
export function endMoment(period: Period): Moment {
  return period.lastMonth + 1;
}

/** The moment at the end of a day (YYYY-MM-DD); whole at the end of a month. */
export function dayMoment(day: string, daysInMonth: number): Moment {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + Number(day.slice(8, 10)) / daysInMonth;
}

interface Knot {
  readonly at: Moment;
  readonly value: Exact;
}

function knotsOf(points: readonly PathPoint[]): Knot[] {
  return points
    .map((point) => ({ at: endMoment(getPeriod(point.period)), value: exact(point.value) }))
    .toSorted((a, b) => a.at - b.at);
}

type Between = (left: Knot, right: Knot, share: Exact) => Exact;

const linear: Between = (left, right, share) => left.value.plus(right.value.minus(left.value).times(share));

const interpolations: Record<Exclude<PathShape, "time-share">, Between> = {
  linear,
  /** Equal growth each period: left × (right ÷ left)^share; amounts of one sign only, else as linear. */
  compound: (left, right, share) =>
    left.value.times(right.value).lte(0)
      ? linear(left, right, share)
      : left.value.times(right.value.div(left.value).pow(share)),
  /** Counts by list: the last point holds until the next one. */
  step: (left) => left.value,
};

function interpolate(knots: readonly Knot[], at: Moment, between: Between): Exact | undefined {
  const [first, last] = [knots[0], knots.at(-1)];
  if (first === undefined || last === undefined || at < first.at) return undefined;
  if (at >= last.at) return last.value;
  const index = knots.findIndex((knot) => knot.at > at);
  const [left, right] = [knots[index - 1], knots[index]];
  if (left === undefined || right === undefined) return undefined;
  if (left.at === at) return left.value;
  return between(left, right, exact(at - left.at).div(right.at - left.at));
}

/**
 * The value of a path at the end of a moment (months since year 0), or undefined before its first point; at and
 * after its last point the last value. linear for ratios and stocks, compound for amounts where declared, step for
 * counts by list (design section 4).
 */
export function pathValueAt(path: Path, at: Moment): Exact | undefined {
  if (path.shape !== "time-share") return interpolate(knotsOf(path.points), at, interpolations[path.shape]);
  for (const point of path.points) {
    const { firstMonth, lastMonth } = getPeriod(point.period);
    if (at < firstMonth || at > lastMonth + 1) continue;
    return exact(point.value).times(exact(at - firstMonth).div(lastMonth + 1 - firstMonth));
  }
  return undefined;
}

/**
 * The value of a path for a period. A time-share path asks of a part of its period the elapsed share of the value,
 * from 0, or last year's share at the same month where one is given.
 */
export function pathValueFor(path: Path, period: Period, lastYearShare?: Exact): Exact | undefined {
  if (path.shape !== "time-share") return pathValueAt(path, endMoment(period));
  for (const point of path.points) {
    const whole = getPeriod(point.period);
    if (period.firstMonth !== whole.firstMonth || period.lastMonth > whole.lastMonth) continue;
    const elapsed = exact(period.lastMonth - period.firstMonth + 1).div(whole.lastMonth - whole.firstMonth + 1);
    return exact(point.value).times(lastYearShare ?? elapsed);
  }
  return undefined;
}

/** The first point of a path by time. */
export function firstPoint(path: Path): PathPoint | undefined {
  return path.points.toSorted((a, b) => endMoment(getPeriod(a.period)) - endMoment(getPeriod(b.period)))[0];
}
