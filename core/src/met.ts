import type { Qualifier } from "./observation.ts";
import { type Exact, exact } from "./quantity.ts";
import type { Comparator } from "./target.ts";

/** All values that a qualified figure may have; null is without limit, `open` excludes the limit itself. */
export interface Interval {
  readonly low: Exact | null;
  readonly lowOpen: boolean;
  readonly high: Exact | null;
  readonly highOpen: boolean;
}

const everything: Interval = { low: null, lowOpen: false, high: null, highOpen: false };

/** The interval of a figure: "> 3000" is (3000, ∞); "~ 5000" says nothing exact, as no source gives a tolerance. */
export function intervalOf(value: string, qualifier: Qualifier): Interval {
  const limit = exact(value);
  const intervals: Record<Qualifier, Interval> = {
    "=": { low: limit, lowOpen: false, high: limit, highOpen: false },
    ">": { ...everything, low: limit, lowOpen: true },
    ">=": { ...everything, low: limit },
    "<": { ...everything, high: limit, highOpen: true },
    "<=": { ...everything, high: limit },
    "~": everything,
  };
  return intervals[qualifier];
}

/** What is known of a figure that only bounds the one asked for (its denominator is a part, or the whole, of it). */
export function boundedInterval(interval: Interval, bound: "=" | "<=" | ">="): Interval {
  if (bound === "<=") return { ...interval, low: null, lowOpen: false };
  if (bound === ">=") return { ...interval, high: null, highOpen: false };
  return interval;
}

/** true: every value meets the limit; false: none does; null: undecided. */
function against(interval: Interval, limit: Exact, strict: boolean, sign: 1 | -1): boolean | null {
  const [near, nearOpen, far, farOpen] =
    sign === 1
      ? [interval.low, interval.lowOpen, interval.high, interval.highOpen]
      : [interval.high, interval.highOpen, interval.low, interval.lowOpen];
  const nearOrder = near === null ? Number.NEGATIVE_INFINITY : near.comparedTo(limit) * sign;
  const farOrder = far === null ? Number.POSITIVE_INFINITY : far.comparedTo(limit) * sign;
  if (nearOrder > 0 || (nearOrder === 0 && (!strict || nearOpen))) return true;
  if (farOrder < 0 || (farOrder === 0 && (strict || farOpen))) return false;
  return null;
}

/** The number that a target compares with, and how. */
export interface Limit {
  readonly comparator: Comparator;
  readonly value: string | null;
  readonly valueMax: string | null;
  readonly tolerance: string | null;
  readonly direction: "up" | "down";
}

/**
 * Whether a figure meets a limit (达标): compared on exact values, by intervals for qualified figures, so that
 * "≥ 1000" against "> 1000" is null, undecided. approx is one-sided: a ≥ g − tolerance upwards, a ≤ g + tolerance
 * downwards, and null while no tolerance is set unless the figure reaches g itself. Null for comparators without a number.
 */
export function isMet(interval: Interval, limit: Limit): boolean | null {
  if (limit.value === null) return null;
  const value = exact(limit.value);
  switch (limit.comparator) {
    case "gte":
      return against(interval, value, false, 1);
    case "gt":
      return against(interval, value, true, 1);
    case "lte":
      return against(interval, value, false, -1);
    case "lt":
      return against(interval, value, true, -1);
    case "approx":
      return isApproximatelyMet(interval, limit, value);
    case "between":
      return isBetween(interval, value, limit.valueMax);
    case "trend":
    case "judgement":
    case "all":
    case "milestone":
      return null;
  }
}

function isApproximatelyMet(interval: Interval, { tolerance, direction }: Limit, value: Exact): boolean | null {
  const sign = direction === "up" ? 1 : -1;
  if (tolerance === null) return against(interval, value, false, sign) === true ? true : null;
  return against(interval, value.minus(exact(tolerance).times(sign)), false, sign);
}

function isBetween(interval: Interval, low: Exact, high: string | null): boolean | null {
  if (high === null) return null;
  const [above, below] = [against(interval, low, false, 1), against(interval, exact(high), false, -1)];
  if (above === false || below === false) return false;
  return above === true && below === true ? true : null;
}
