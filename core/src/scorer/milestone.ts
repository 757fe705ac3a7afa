import { z } from "zod";
import { exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";
import { milestoneStates } from "../target.ts";

const Inputs = z.strictObject({ state: z.enum(milestoneStates).nullish() });
type State = z.infer<typeof Inputs>["state"];

const isShare = (share: string): boolean => exact(share).gte(0) && exact(share).lte(1);

/** 里程碑: W × the share of its state; partly done counts as not done where no share is set for it. */
export const milestone = defineScorer({
  config: z.strictObject({
    type: z.literal("milestone"),
    done: Quantity.default("1"),
    partial: Quantity.optional(),
  }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ done, partial = "0" }) =>
    faultsOf(
      !isShare(done) && fault("done", "share-out-of-range"),
      !isShare(partial) && fault("partial", "share-out-of-range"),
      exact(partial).gt(done) && fault("partial", "partial-above-done"),
    ),
  prepare({ done, partial = "0" }, weight) {
    const shares = { done: exact(done), partial: exact(partial), "not-done": exact(0) };
    const score = (state: State): Scored => {
      if (state == null) return unscored("missing-input", "state");
      const share = shares[state];
      const points = weight.times(share);
      return scored(points, () => [step("milestone", { weight, share, points }, state)]);
    };
    return { score: ({ state }) => oneOutcome(score(state)) };
  },
});
