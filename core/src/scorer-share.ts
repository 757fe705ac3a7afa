import { type Exact, exact } from "./quantity.ts";
import { type Scored, type ScoreStep, type ScoreStepCode, scored, step } from "./scorer-outcome.ts";

/** A share as numerator over a positive denominator: divided once, after the weight, so that a tie stays a tie. */
export interface Share {
  readonly over: Exact;
  readonly under: Exact;
}

/** A share whose denominator is made positive; refuses nothing, so the caller keeps zero away. */
export function makeShare(over: Exact, under: Exact): Share {
  return under.isNeg() ? { over: over.neg(), under: under.neg() } : { over, under };
}

export function shareValue({ over, under }: Share): Exact {
  return over.div(under);
}

/** Negative, zero or positive as the share is under, at or over a limit. */
export function compareShare({ over, under }: Share, limit: Exact): number {
  return over.comparedTo(under.times(limit));
}

/** weight × share, with one division. */
export function weighShare(weight: Exact, { over, under }: Share): Exact {
  return weight.times(over).div(under);
}

/** floor + (1 − floor) × share: what is left above a floor is given by the share. */
export function liftShare({ over, under }: Share, floor: Exact): Share {
  if (floor.isZero()) return { over, under };
  return { over: floor.times(under).plus(exact(1).minus(floor).times(over)), under };
}

/** The limits that a share is kept within; what is undefined does not bind. */
export interface Limits {
  readonly floor?: Exact | undefined;
  readonly cap?: Exact | undefined;
  /** Under it nothing is given, whatever the floor. */
  readonly zeroBelow?: Exact | undefined;
}

const whole = (value: Exact): Share => ({ over: value, under: exact(1) });

type LimitCode = Extract<ScoreStepCode, "below-zero-line" | "raised-to-floor" | "lowered-to-cap">;

/** The share that the limit which binds leaves, and the step that says so. */
export function limitShare(share: Share, { floor, cap, zeroBelow }: Limits): { share: Share; said: () => ScoreStep[] } {
  const bind = (code: LimitCode, limit: Exact, left: Exact) => ({
    share: whole(left),
    said: () => [step(code, { rate: shareValue(share), limit })],
  });
  if (zeroBelow !== undefined && compareShare(share, zeroBelow) < 0)
    return bind("below-zero-line", zeroBelow, exact(0));
  if (floor !== undefined && compareShare(share, floor) < 0) return bind("raised-to-floor", floor, floor);
  if (cap !== undefined && compareShare(share, cap) > 0) return bind("lowered-to-cap", cap, cap);
  return { share, said: () => [] };
}

/** weight × a share kept within its limits; the rate is the share before them. `first` says where the share is from. */
export function scoreShare(weight: Exact, share: Share, limits: Limits, first: () => ScoreStep): Scored {
  const limited = limitShare(share, limits);
  const points = weighShare(weight, limited.share);
  const last = () => step("weighted", { weight, rate: shareValue(limited.share), points });
  return scored(points, () => [first(), ...limited.said(), last()], { rate: () => shareValue(share) });
}

/** How many whole steps an amount of zero or more has; a step is positive. */
export function wholeSteps(amount: Exact, every: Exact): Exact {
  return amount.divToInt(every);
}

/** The lesser and the greater of two. */
export const least = (a: Exact, b: Exact): Exact => (a.lt(b) ? a : b);
export const greatest = (a: Exact, b: Exact): Exact => (a.gt(b) ? a : b);

/** A value kept within ± a limit; no limit binds nothing. */
export function within(value: Exact, limit: Exact | undefined): Exact {
  return limit === undefined ? value : greatest(limit.neg(), least(limit, value));
}

/** An exact number, or nothing of nothing: for limits that may be left open. */
export function exactOrNone(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : exact(text);
}
