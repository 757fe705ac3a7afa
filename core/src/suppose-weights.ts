import { exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Criterion } from "./scheme-criterion.ts";
import { type Found, type SupposeFault, supposeFault } from "./suppose-place.ts";

interface WeightGiven {
  readonly group: string;
  readonly criterion: string | null;
  readonly weight: string;
}

type Weighed = Pick<Criterion, "weight" | "weights">;

/** Where a park type's column says 0, the criterion still does not apply to it; other columns give way. */
function weighAs<Own extends Weighed>(own: Own, weight: string | undefined): Own {
  if (weight === undefined) return own;
  const left = Object.entries(own.weights).filter(([, column]) => exact(column).isZero());
  return { ...own, weight, weights: Object.fromEntries(left) };
}

function weightFault({ groups }: Scheme, { group, criterion }: WeightGiven, path: string): SupposeFault[] {
  const found = groups.find(({ code }) => code === group);
  if (found === undefined) return [supposeFault(`${path}.group`, "unknown-group")];
  if (criterion === null || found.criteria.some(({ code }) => code === criterion)) return [];
  return [supposeFault(`${path}.criterion`, "unknown-criterion")];
}

/** The scheme with other weights of groups, and of criteria within them; whether they add up is for its validator. */
export function supposeWeights(scheme: Scheme, given: readonly WeightGiven[]): Found<Scheme> {
  const faults = given.flatMap((one, at) => weightFault(scheme, one, `weights[${at}]`));
  const weightOf = (group: string, criterion: string | null): string | undefined =>
    given.find((one) => one.group === group && one.criterion === criterion)?.weight;
  const groups = scheme.groups.map((group) => ({
    ...weighAs(group, weightOf(group.code, null)),
    criteria: group.criteria.map((criterion) => weighAs(criterion, weightOf(group.code, criterion.code))),
  }));
  return { value: { ...scheme, groups }, faults };
}
