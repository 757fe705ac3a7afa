import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";

const Inputs = z.strictObject({ scores: z.array(Quantity).max(1000).nullish() });

/** 专家评分: W × mean ÷ scale of the judges' scores without the `trim` highest and lowest. */
export const panel = defineScorer({
  config: z.strictObject({
    type: z.literal("panel"),
    trim: z.int().min(0, "negative-value").max(100).default(1),
    minJudges: z.int().min(1, "non-positive-value").max(1000),
    scale: Quantity.default("100"),
  }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ trim, minJudges, scale }) =>
    faultsOf(
      minJudges <= 2 * trim && fault("minJudges", "trim-leaves-nobody"),
      exact(scale).lte(0) && fault("scale", "non-positive-value"),
    ),
  prepare({ trim, minJudges, scale }, weight) {
    const top = exact(scale);
    const score = (scores: readonly string[] | null | undefined): Scored => {
      if (scores == null) return unscored("missing-input", "scores");
      if (scores.length < minJudges) return unscored("too-few-judges", "scores");
      const sorted = scores.map(exact).toSorted((a, b) => a.comparedTo(b));
      if (sorted.some((given) => given.isNeg() || given.gt(top))) return unscored("score-outside-scale", "scores");
      const kept = sorted.slice(trim, sorted.length - trim);
      const sum = kept.reduce((total: Exact, given) => total.plus(given), exact(0));
      const points = weight.times(sum).div(top.times(kept.length));
      return scored(points, () => [
        step("trimmed", { judges: sorted.length, trim, kept: kept.length, sum }),
        step("mean-of-judges", { mean: sum.div(kept.length), scale: top, weight, points }),
      ]);
    };
    return { score: ({ scores }) => oneOutcome(score(scores)) };
  },
});
