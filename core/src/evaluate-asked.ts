import type { AreaFact, UsedInput } from "./evaluate-facts.ts";
import { describeInput, makeTaker, type Points, type Sources, type Taken } from "./evaluate-inputs.ts";
import type { NoValue } from "./evaluate-refusal.ts";
import type { Criterion } from "./scheme-criterion.ts";
import type { MilestoneState } from "./target.ts";

/** What a rule is asked with for one area. */
export interface Asked {
  readonly figures: Readonly<Record<string, string>>;
  readonly scores: readonly string[] | null;
  readonly state: MilestoneState | null;
  readonly counts: Readonly<Record<string, number>> | null;
  /** What each input was taken from; made when it is asked for. */
  readonly used: () => readonly UsedInput[];
}

export type Asker = (area: AreaFact, points: Points) => Asked | readonly NoValue[];

/**
 * Gathers everything that a criterion's rule takes for one area, from adopted figures, the year's targets, benchmarks,
 * judges and counts, each with the version used; or says everything that stands against it.
 */
export function makeAsker(criterion: Criterion, sources: Sources): Asker {
  const inputs = Object.entries(criterion.inputs).map(([input, binding]) => ({
    ...{ input, from: binding.from, take: makeTaker(binding, criterion, sources) },
  }));
  const { dataYear } = sources.scheme;
  const describe = (all: readonly Taken[]): UsedInput[] =>
    inputs.flatMap(({ input, from }, at) => {
      const taken = all[at];
      return taken === undefined ? [] : [describeInput({ input, from }, taken, dataYear)];
    });
  return (area, points) => {
    const figures: Record<string, string> = {};
    const all: Taken[] = [];
    let against: NoValue[] | undefined;
    let other: Taken["other"] = null;
    for (const { input, take } of inputs) {
      const taken = take(area, points);
      if (taken.kind !== "taken") {
        against ??= [];
        against.push(taken);
        continue;
      }
      all.push(taken);
      if (taken.other === null) figures[input] = taken.value;
      else other = taken.other;
    }
    if (against !== undefined) return against;
    const { scores = null, state = null, counts = null } = other ?? {};
    return { figures, scores, state, counts, used: () => describe(all) };
  };
}
