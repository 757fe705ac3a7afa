import { type Exact, exact } from "./quantity.ts";

/**
 * What a criterion does about an area without points: 记零分, 按组内平均, 权重分给同组其他指标, 沿用上年得分, 不适用(不计满分).
 */
export const missingPolicies = ["zero", "group-mean", "redistribute", "carry", "not-applicable"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

export const missingReasons = ["nobody-scored", "no-points-last-year"] as const;
export type MissingReason = (typeof missingReasons)[number];

/** What a policy may look at: the exact points that the rest of the pool got, and the area's own of last year. */
export interface MissingInput {
  readonly pool: readonly Exact[];
  readonly lastYear: Exact | null;
}

/**
 * points: given in place of a score. redistributed: the criterion's weight goes to the others of its group. excluded: it
 * counts neither in the score nor in the full mark. unsettled: the policy has nothing to go by, and a person must decide.
 */
export type MissingScore =
  | { readonly kind: "points"; readonly points: Exact }
  | { readonly kind: "redistributed" }
  | { readonly kind: "excluded" }
  | { readonly kind: "unsettled"; readonly reason: MissingReason };

function groupMean({ pool }: MissingInput): MissingScore {
  if (pool.length === 0) return { kind: "unsettled", reason: "nobody-scored" };
  const sum = pool.reduce((total, points) => total.plus(points), exact(0));
  return { kind: "points", points: sum.div(pool.length) };
}

const settlements: Record<MissingPolicy, (input: MissingInput) => MissingScore> = {
  zero: () => ({ kind: "points", points: exact(0) }),
  "group-mean": groupMean,
  redistribute: () => ({ kind: "redistributed" }),
  carry: ({ lastYear }) =>
    lastYear === null ? { kind: "unsettled", reason: "no-points-last-year" } : { kind: "points", points: lastYear },
  "not-applicable": () => ({ kind: "excluded" }),
};

/**
 * Settles an area that a criterion gives no points, by the criterion's policy; exact and unrounded. A mean of nobody
 * and last year's points that are not there are not replaced by 0.
 */
export function settleMissing(policy: MissingPolicy, input: MissingInput): MissingScore {
  return settlements[policy](input);
}
