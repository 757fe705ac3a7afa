import type { AreaFact, UsedInput } from "./evaluate-facts.ts";
import { describeInput, makeTaker, type Other, type Points, type Sources } from "./evaluate-inputs.ts";
import type { NoValue } from "./evaluate-refusal.ts";
import type { Criterion } from "./scheme-criterion.ts";
import type { MilestoneState } from "./target.ts";

/** What a rule is asked with for one area. */
export interface Asked {
  readonly figures: Readonly<Record<string, string>>;
  readonly scores: readonly string[] | null;
  readonly state: MilestoneState | null;
  readonly counts: Readonly<Record<string, number>> | null;
}

export interface Asker {
  /** What the rule is asked with, or everything that stands against asking it. */
  ask(area: AreaFact, points: Points): Asked | NoValue[];
  /** What each input was taken from, in which version: for who wants to know. */
  used(area: AreaFact, points: Points): UsedInput[];
}

/**
 * Gathers everything that a criterion's rule takes for one area, from adopted figures, the year's targets, benchmarks,
 * judges and counts.
 */
export function makeAsker(criterion: Criterion, sources: Sources): Asker {
  const inputs = Object.entries(criterion.inputs).map(([input, binding]) => ({
    ...{ input, from: binding.from, taker: makeTaker(binding, criterion, sources) },
  }));
  const { dataYear } = sources.scheme;
  return {
    ask(area, points) {
      const figures: Record<string, string> = {};
      let against: NoValue[] | undefined;
      let other: Other | undefined;
      for (const { input, taker } of inputs) {
        const read = taker.read(area, points);
        if (typeof read === "string") figures[input] = read;
        else if (read.kind === "other") other = read;
        else if (against === undefined) against = [read];
        else against.push(read);
      }
      if (against !== undefined) return against;
      const { scores = null, state = null, counts = null } = other ?? {};
      return { figures, scores, state, counts };
    },
    used: (area, points) =>
      inputs.flatMap(({ input, from, taker }) => {
        const taken = taker.take(area, points);
        return taken.kind === "taken" ? [describeInput({ input, from }, taken, dataYear)] : [];
      }),
  };
}
