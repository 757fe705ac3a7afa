import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure } from "../scorer-definition.ts";
import { oneOutcome, type Scored, type ScoreStepCode, step, unscored } from "../scorer-outcome.ts";
import { makeShare, type Share, scoreShare, shareValue } from "../scorer-share.ts";

const conventions = ["target-over-actual", "two-minus", "from-baseline"] as const;
type Convention = (typeof conventions)[number];

const Inputs = z.strictObject({ actual: InputFigure, target: InputFigure, baseline: InputFigure });
type Inputs = z.infer<typeof Inputs>;

interface Figures {
  readonly actual: Exact;
  readonly target: Exact;
  readonly baseline: Exact;
}

const stepCodes: Record<Convention, ScoreStepCode> = {
  "target-over-actual": "rate-inverse",
  "two-minus": "rate-two-minus",
  "from-baseline": "rate-from-baseline",
};

/** T/A, 2 − A/T or (B−A)/(B−T), or why there is none. */
const shares: Record<Convention, (figures: Figures) => Share | Scored> = {
  "target-over-actual": ({ actual, target }) => {
    if (target.lte(0)) return unscored("non-positive-target", "target");
    if (actual.isZero()) return unscored("zero-denominator", "actual");
    return actual.isNeg() ? unscored("negative-actual", "actual") : makeShare(target, actual);
  },
  "two-minus": ({ actual, target }) =>
    target.lte(0) ? unscored("non-positive-target", "target") : makeShare(target.times(2).minus(actual), target),
  "from-baseline": ({ actual, target, baseline }) =>
    baseline.lte(target)
      ? unscored("baseline-not-above-target", "baseline")
      : makeShare(baseline.minus(actual), baseline.minus(target)),
};

/** 逆向指标 (lower is better): by the scheme's convention, clamped to 0 … cap. */
export const inverseCompletion = defineScorer({
  config: z.strictObject({
    type: z.literal("inverse-completion"),
    convention: z.enum(conventions),
    cap: Quantity.default("1"),
  }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ cap }) => faultsOf(exact(cap).lte(0) && fault("cap", "non-positive-value")),
  prepare({ convention, cap }, weight) {
    const limits = { floor: exact(0), cap: exact(cap) };
    const score = (inputs: Inputs): Scored => {
      const { actual, target, baseline } = inputs;
      if (actual == null) return unscored("missing-input", "actual");
      if (target == null) return unscored("missing-input", "target");
      if (baseline == null && convention === "from-baseline") return unscored("missing-input", "baseline");
      const share = shares[convention]({
        actual: exact(actual),
        target: exact(target),
        baseline: exact(baseline ?? "0"),
      });
      if ("reason" in share) return share;
      const taken = convention === "from-baseline" && baseline != null ? { baseline } : {};
      return scoreShare(weight, share, limits, () =>
        step(stepCodes[convention], { actual, target, ...taken, rate: shareValue(share) }),
      );
    };
    return { score: (inputs) => oneOutcome(score(inputs)) };
  },
});
