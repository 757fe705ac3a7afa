import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, TargetInputs } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";
import { wholeSteps, within } from "../scorer-share.ts";

/**
 * 按个数加减分: the points, and for whole steps over the target more, under it fewer (in units, or in percentage points of
 * the target); what is added or taken stays within ± clamp.
 */
export const countTarget = defineScorer({
  config: z.strictObject({
    type: z.literal("count-target"),
    points: Quantity,
    over: z.strictObject({ every: Quantity, points: Quantity }),
    under: z.strictObject({ every: Quantity, of: z.literal("percent").optional(), points: Quantity }),
    clamp: Quantity,
  }),
  weight: "unused",
  inputs: () => TargetInputs,
  validate: ({ points, over, under, clamp }) =>
    faultsOf(
      exact(points).lt(0) && fault("points", "negative-value"),
      exact(over.every).lte(0) && fault("over.every", "non-positive-value"),
      exact(over.points).lt(0) && fault("over.points", "wrong-sign"),
      exact(under.every).lte(0) && fault("under.every", "non-positive-value"),
      exact(under.points).gt(0) && fault("under.points", "wrong-sign"),
      exact(clamp).lt(0) && fault("clamp", "negative-value"),
    ),
  prepare({ points, over, under, clamp }) {
    const [base, limit] = [exact(points), exact(clamp)];
    const more = { every: exact(over.every), points: exact(over.points) };
    const less = { every: exact(under.every), points: exact(under.points) };
    const scoreOver = (steps: Exact, figures: { actual: string; target: string }): Scored => {
      const given = within(steps.times(more.points), limit);
      return scored(base.plus(given), () => [
        step("count-over", { ...figures, ...more, steps, given, clamp: limit, base }),
      ]);
    };
    const scoreUnder = (steps: Exact, figures: { actual: string; target: string }): Scored => {
      const given = within(steps.times(less.points), limit);
      const said = { ...figures, ...less, steps, given, clamp: limit, base };
      return scored(base.plus(given), () => [step("count-under", said, under.of ?? null)]);
    };
    const score = ({ actual, target }: TargetInputs): Scored => {
      if (actual == null) return unscored("missing-input", "actual");
      if (target == null) return unscored("missing-input", "target");
      const [figures, goal, above] = [{ actual, target }, exact(target), exact(actual).minus(target)];
      if (above.isZero()) return scored(base, () => [step("count-met", { ...figures, base })]);
      if (above.gt(0)) return scoreOver(wholeSteps(above, more.every), figures);
      if (under.of === undefined) return scoreUnder(wholeSteps(above.neg(), less.every), figures);
      if (goal.lte(0)) return unscored("non-positive-target", "target");
      return scoreUnder(wholeSteps(above.neg().times(100), goal.times(less.every)), figures);
    };
    return { score: (inputs) => oneOutcome(score(inputs)) };
  },
});
