import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure } from "../scorer-definition.ts";
import { oneOutcome, type Scored, type ScoreStep, scored, step, unscored } from "../scorer-outcome.ts";
import { greatest, least, wholeSteps } from "../scorer-share.ts";

const Inputs = z.strictObject({ growth: InputFigure });

interface Part {
  readonly points: Exact;
  readonly said: () => ScoreStep[];
}

/**
 * 基本分加增长分: W × baseShare; each whole step of growth (percent) adds points, at most maxBonusShare × W; each whole
 * step of decline takes perStepPenalty, down to floorShare × W where one is given.
 */
export const levelGrowth = defineScorer({
  config: z.strictObject({
    type: z.literal("level-growth"),
    baseShare: Quantity.default("0.8"),
    every: Quantity.default("5"),
    points: Quantity.default("1"),
    maxBonusShare: Quantity.default("0.5"),
    perStepPenalty: Quantity.optional(),
    floorShare: Quantity.optional(),
  }),
  weight: "mixed",
  inputs: () => Inputs,
  validate: ({ baseShare, every, points, maxBonusShare, perStepPenalty = "0", floorShare = "0" }) =>
    faultsOf(
      exact(baseShare).lt(0) && fault("baseShare", "negative-value"),
      exact(every).lte(0) && fault("every", "non-positive-value"),
      exact(points).lt(0) && fault("points", "negative-value"),
      exact(maxBonusShare).lt(0) && fault("maxBonusShare", "negative-value"),
      exact(perStepPenalty).lt(0) && fault("perStepPenalty", "negative-value"),
      exact(floorShare).lt(0) && fault("floorShare", "negative-value"),
      exact(floorShare).gt(baseShare) && fault("floorShare", "floor-above-cap"),
    ),
  prepare(config, weight) {
    const [baseShare, every, points] = [exact(config.baseShare), exact(config.every), exact(config.points)];
    const base = weight.times(baseShare);
    const max = weight.times(config.maxBonusShare);
    const penalty = exact(config.perStepPenalty ?? "0");
    const floor = config.floorShare === undefined ? undefined : weight.times(config.floorShare);
    const rise = (growth: Exact): Part => {
      const steps = wholeSteps(growth, every);
      const given = least(steps.times(points), max);
      return {
        points: base.plus(given),
        said: () => [step("growth-steps", { growth, every, steps, points, max, given })],
      };
    };
    const decline = (growth: Exact): Part => {
      const steps = wholeSteps(growth.neg(), every);
      const left = base.minus(steps.times(penalty));
      const kept = floor === undefined ? left : greatest(left, floor);
      const said = () => [
        step("decline-steps", { growth, every, steps, penalty, left }),
        ...(floor !== undefined && left.lt(floor) ? [step("raised-to-floor", { rate: left, limit: floor })] : []),
      ];
      return { points: kept, said };
    };
    const score = (growth: string | null | undefined): Scored => {
      if (growth == null) return unscored("missing-input", "growth");
      const value = exact(growth);
      const part = value.isNeg() ? decline(value) : rise(value);
      return scored(part.points, () => [
        step("base-share", { weight, share: baseShare, points: base }),
        ...part.said(),
      ]);
    };
    return { score: ({ growth }) => oneOutcome(score(growth)) };
  },
});
