import { type Exact, exact, roundExact } from "./quantity.ts";

/**
 * What a criterion does about an area without points: 记零分, 按组内平均, 权重分给同组其他指标, 沿用上年得分, 不适用(不计满分).
 */
export const missingPolicies = ["zero", "group-mean", "redistribute", "carry", "not-applicable"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

export const missingReasons = ["nobody-scored", "no-points-last-year", "last-year-out-of-range"] as const;
export type MissingReason = (typeof missingReasons)[number];

/** What an area got by the criterion last year, and out of which weight, where that is known and not 0. */
export interface LastYear {
  readonly points: Exact;
  readonly weight: Exact | null;
}

/** What a policy may look at; points of one weight say nothing about another, so a pool is given as shares of its own. */
export interface MissingInput {
  /** Points ÷ weight of everybody in the pool who has points. */
  readonly pool: readonly Exact[];
  readonly lastYear: LastYear | null;
  /** The criterion's weight for the area. */
  readonly weight: Exact;
  /** Whether the rule itself may give less than nothing, or more than the weight. */
  readonly isOpen: boolean;
}

/**
 * share: of the criterion's weight. points: as they are, where nobody knows of which weight. redistributed: the weight goes
 * to the others of its group. excluded: it counts neither in the score nor in the full mark. unsettled: the policy has
 * nothing to go by, and a person must decide.
 */
export type MissingScore =
  | { readonly kind: "share"; readonly share: Exact }
  | { readonly kind: "points"; readonly points: Exact }
  | { readonly kind: "redistributed" }
  | { readonly kind: "excluded" }
  | { readonly kind: "unsettled"; readonly reason: MissingReason };

function groupMean({ pool }: MissingInput): MissingScore {
  if (pool.length === 0) return { kind: "unsettled", reason: "nobody-scored" };
  const sum = pool.reduce((total, share) => total.plus(share), exact(0));
  return { kind: "share", share: sum.div(pool.length) };
}

/** Rounding alone may lift full points over a weight that is an endless quotient: 6.67 of 20 ÷ 3 are all of it. */
function unrounded(points: Exact, weight: Exact): Exact {
  const isRounded = points.gt(weight) && points.lte(roundExact(weight, points.decimalPlaces(), "half-up"));
  return isRounded ? weight : points;
}

function carryOver({ lastYear, weight, isOpen }: MissingInput): MissingScore {
  if (lastYear === null) return { kind: "unsettled", reason: "no-points-last-year" };
  const { weight: before } = lastYear;
  const points = unrounded(lastYear.points, before ?? weight);
  const isWithin = points.gte(0) && points.lte(before ?? weight);
  if (!isWithin && (before === null || !isOpen)) return { kind: "unsettled", reason: "last-year-out-of-range" };
  return before === null ? { kind: "points", points } : { kind: "share", share: points.div(before) };
}

const settlements: Record<MissingPolicy, (input: MissingInput) => MissingScore> = {
  zero: () => ({ kind: "share", share: exact(0) }),
  "group-mean": groupMean,
  redistribute: () => ({ kind: "redistributed" }),
  carry: carryOver,
  "not-applicable": () => ({ kind: "excluded" }),
};

/**
 * Settles an area that a criterion gives no points, by the criterion's policy; exact and unrounded. What was got of one
 * weight is handed on as a share; a mean of nobody, and last year's points that are not there or do not fit, are refused.
 */
export function settleMissing(policy: MissingPolicy, input: MissingInput): MissingScore {
  return settlements[policy](input);
}
