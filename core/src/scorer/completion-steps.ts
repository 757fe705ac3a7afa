import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure, type ScorerFault } from "../scorer-definition.ts";
import { oneOutcome, type Scored, type ScoreStep, scored, step, unscored } from "../scorer-outcome.ts";
import { compareShare, exactOrNone, least, type Share, shareValue, wholeSteps } from "../scorer-share.ts";

const Config = z.strictObject({
  type: z.literal("completion-steps"),
  steps: z
    .array(z.strictObject({ from: Quantity, points: Quantity }))
    .min(1)
    .max(100),
  excess: z.strictObject({ every: Quantity, points: Quantity, max: Quantity }).optional(),
  unfinishedBelow: Quantity.optional(),
});
type Config = z.infer<typeof Config>;

const Inputs = z
  .strictObject({ actual: InputFigure, target: InputFigure, rate: InputFigure })
  .refine(({ actual, target, rate }) => rate == null || (actual == null && target == null), {
    path: ["rate"],
    error: "rate-or-actual",
  });
type Inputs = z.infer<typeof Inputs>;

/** Highest first: each rate under the one before, and never worth more. */
function stepFaults(steps: Config["steps"]): ScorerFault[] {
  return steps.flatMap(({ from, points }, at) => {
    const before = steps[at - 1];
    return faultsOf(
      exact(points).lt(0) && fault(`steps[${at}].points`, "negative-value"),
      before !== undefined && exact(from).gte(before.from) && fault(`steps[${at}].from`, "steps-not-descending"),
      before !== undefined && exact(points).gt(before.points) && fault(`steps[${at}].points`, "points-not-falling"),
    );
  });
}

function excessFaults(excess: Config["excess"]): ScorerFault[] {
  if (excess === undefined) return [];
  return faultsOf(
    exact(excess.every).lte(0) && fault("excess.every", "non-positive-value"),
    exact(excess.points).lt(0) && fault("excess.points", "negative-value"),
    exact(excess.max).lt(0) && fault("excess.max", "negative-value"),
  );
}

interface Taken {
  readonly share: Share;
  readonly first: () => ScoreStep;
}

function takeRate({ actual, target, rate }: Inputs): Taken | Scored {
  if (rate != null) return { share: { over: exact(rate), under: exact(1) }, first: () => step("rate-given", { rate }) };
  if (actual == null) return unscored("missing-input", "actual");
  if (target == null) return unscored("missing-input", "target");
  const share = { over: exact(actual), under: exact(target) };
  if (share.under.lte(0)) return unscored("non-positive-target", "target");
  return { share, first: () => step("rate-of-target", { actual, target, rate: shareValue(share) }) };
}

/** Points for whole steps of the rate over 1, at most `max`. */
function takeExcess({ over, under }: Share, { every, points, max }: Record<"every" | "points" | "max", Exact>) {
  const above = over.minus(under);
  const steps = above.gt(0) ? wholeSteps(above, under.times(every)) : exact(0);
  return { steps, points: least(steps.times(points), max) };
}

/** 完成率分档: the points of the highest step that the rate reaches (none: 0), and points for what exceeds the target. */
export const completionSteps = defineScorer({
  config: Config,
  weight: "unused",
  inputs: () => Inputs,
  validate: ({ steps, excess, unfinishedBelow }) => [
    ...stepFaults(steps),
    ...excessFaults(excess),
    ...faultsOf(
      unfinishedBelow !== undefined && exact(unfinishedBelow).lt(0) && fault("unfinishedBelow", "negative-value"),
    ),
  ],
  prepare({ steps, excess, unfinishedBelow }) {
    const ladder = steps.map(({ from, points }) => ({ from: exact(from), points: exact(points) }));
    const more = excess && { every: exact(excess.every), points: exact(excess.points), max: exact(excess.max) };
    const line = exactOrNone(unfinishedBelow);
    const score = (inputs: Inputs): Scored => {
      const taken = takeRate(inputs);
      if ("reason" in taken) return taken;
      const { share, first } = taken;
      const reached = ladder.find(({ from }) => compareShare(share, from) >= 0);
      const base = reached?.points ?? exact(0);
      const extra = more && takeExcess(share, more);
      const isUnfinished = line !== undefined && compareShare(share, line) < 0;
      const trace = () => [
        first(),
        reached === undefined ? step("no-step-reached", { points: base }) : step("step-reached", reached),
        ...(extra?.steps.gt(0) && more
          ? [step("excess-steps", { ...more, steps: extra.steps, given: extra.points })]
          : []),
        ...(isUnfinished ? [step("unfinished", { rate: shareValue(share), line })] : []),
      ];
      const flags = isUnfinished ? (["unfinished"] as const) : [];
      return scored(base.plus(extra?.points ?? 0), trace, { rate: () => shareValue(share), flags });
    };
    return { score: (inputs) => oneOutcome(score(inputs)) };
  },
});
