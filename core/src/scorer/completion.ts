import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, TargetInputs } from "../scorer-definition.ts";
import { oneOutcome, type Scored, step, unscored } from "../scorer-outcome.ts";
import { exactOrNone, type Limits, scoreShare } from "../scorer-share.ts";

/** 完成率计分: W × clamp(A/T, floor, cap), nothing below a line; targets that are not positive have no rate. */
export const completion = defineScorer({
  config: z.strictObject({
    type: z.literal("completion"),
    cap: Quantity.default("1"),
    floor: Quantity.default("0"),
    zeroBelow: Quantity.optional(),
  }),
  weight: "linear",
  inputs: () => TargetInputs,
  validate: ({ cap, floor, zeroBelow }) =>
    faultsOf(
      exact(cap).lte(0) && fault("cap", "non-positive-value"),
      exact(floor).lt(0) && fault("floor", "negative-value"),
      exact(floor).gt(cap) && fault("floor", "floor-above-cap"),
      zeroBelow !== undefined && exact(zeroBelow).lt(0) && fault("zeroBelow", "negative-value"),
    ),
  prepare({ cap, floor, zeroBelow }, weight) {
    const limits = {
      cap: exact(cap),
      floor: exact(floor),
      zeroBelow: exactOrNone(zeroBelow),
    };
    return { score: ({ actual, target }) => oneOutcome(scoreOne(weight, limits, { actual, target })) };
  },
});

function scoreOne(weight: Exact, limits: Limits, { actual, target }: TargetInputs): Scored {
  if (actual == null) return unscored("missing-input", "actual");
  if (target == null) return unscored("missing-input", "target");
  const share = { over: exact(actual), under: exact(target) };
  if (share.under.lte(0)) return unscored("non-positive-target", "target");
  return scoreShare(weight, share, limits, () =>
    step("rate-of-target", { actual, target, rate: share.over.div(share.under) }),
  );
}
