import { type Exact, exact } from "./quantity.ts";
import type { Criterion, Group } from "./scheme-criterion.ts";
import { effectiveWeights } from "./weight.ts";

type Weighed = Pick<Criterion, "weight" | "weights">;

/** The weight in a park type's column, or the common one; 0 is not applicable. */
export function weightFor({ weight, weights }: Weighed, type: string): string {
  // A type may be named as something that every object has.
  return (Object.hasOwn(weights, type) ? weights[type] : undefined) ?? weight;
}

/** Relative weights of a group's criteria for a park type; null where a criterion does not apply to it. */
export function relativeWeights({ criteria }: Group, type: string): (string | null)[] {
  return criteria.map((criterion) => {
    const own = weightFor(criterion, type);
    return exact(own).isZero() ? null : own;
  });
}

/** Effective points of a group's criteria for a park type, exact; null where a criterion does not apply to it. */
export function groupWeights(group: Group, type: string): (Exact | null)[] {
  return effectiveWeights(weightFor(group, type), relativeWeights(group, type));
}
