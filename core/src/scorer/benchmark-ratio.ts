import { z } from "zod";
import { exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure } from "../scorer-definition.ts";
import { oneOutcome, type Scored, step, unscored } from "../scorer-outcome.ts";
import { exactOrNone, scoreShare, shareValue } from "../scorer-share.ts";

const Inputs = z.strictObject({ value: InputFigure, benchmark: InputFigure });
type Inputs = z.infer<typeof Inputs>;

/** 基准值比: W × x ÷ benchmark, at most cap × W where a cap is given; a loss gives negative points. */
export const benchmarkRatio = defineScorer({
  config: z.strictObject({ type: z.literal("benchmark-ratio"), cap: Quantity.optional() }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ cap }) => faultsOf(cap !== undefined && exact(cap).lte(0) && fault("cap", "non-positive-value")),
  prepare({ cap }, weight) {
    const limits = { cap: exactOrNone(cap) };
    const score = ({ value, benchmark }: Inputs): Scored => {
      if (value == null) return unscored("missing-input", "value");
      if (benchmark == null) return unscored("missing-input", "benchmark");
      const share = { over: exact(value), under: exact(benchmark) };
      if (share.under.isZero()) return unscored("zero-denominator", "benchmark");
      if (share.under.isNeg()) return unscored("non-positive-benchmark", "benchmark");
      const first = () => step("rate-of-benchmark", { value, benchmark, rate: shareValue(share) });
      return scoreShare(weight, share, limits, first);
    };
    return { score: (inputs) => oneOutcome(score(inputs)) };
  },
});
