import { z } from "zod";
import { exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";
import { exactOrNone, limitShare, makeShare, shareValue, weighShare } from "../scorer-share.ts";

const Inputs = z.strictObject({ value: InputFigure });

/**
 * 功效系数法: W × (base + span × (x−xs)/(xh−xs)) / 100, with xs 不允许值 and xh 满意值 in either order; the score of 100
 * is kept within min and max only where they are given.
 */
export const efficacy = defineScorer({
  config: z.strictObject({
    type: z.literal("efficacy"),
    satisfactory: Quantity,
    unallowable: Quantity,
    base: Quantity.default("60"),
    span: Quantity.default("40"),
    min: Quantity.optional(),
    max: Quantity.optional(),
  }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ satisfactory, unallowable, base, span, min, max }) =>
    faultsOf(
      exact(satisfactory).eq(unallowable) && fault("unallowable", "equal-standards"),
      exact(base).lt(0) && fault("base", "negative-value"),
      exact(span).lte(0) && fault("span", "non-positive-value"),
      min !== undefined && max !== undefined && exact(min).gt(max) && fault("min", "min-above-max"),
    ),
  prepare(config, weight) {
    const [best, worst, base, span] = [
      exact(config.satisfactory),
      exact(config.unallowable),
      exact(config.base),
      exact(config.span),
    ];
    const way = best.minus(worst);
    const limits = { floor: exactOrNone(config.min), cap: exactOrNone(config.max) };
    const score = (value: string | null | undefined): Scored => {
      if (value == null) return unscored("missing-input", "value");
      const share = makeShare(base.times(way).plus(span.times(exact(value).minus(worst))), way);
      const of100 = limitShare(share, limits);
      const points = weighShare(weight, { over: of100.share.over, under: of100.share.under.times(100) });
      const figures = { value, satisfactory: best, unallowable: worst, base, span, score: shareValue(share) };
      return scored(points, () => [
        step("efficacy", figures),
        ...of100.said(),
        step("weighted", { weight, rate: shareValue(of100.share).div(100), points }),
      ]);
    };
    return { score: ({ value }) => oneOutcome(score(value)) };
  },
});
