import { type Exact, exact, roundTo } from "./quantity.ts";

/**
 * Effective points of a group's criteria, exact: group weight × relative weight ÷ Σ relative weights of those that are
 * there (null: missing, its share goes to the others). All null where nobody is left to share it.
 */
export function effectiveWeights(group: string, relatives: readonly (string | null)[]): (Exact | null)[] {
  const total = relatives.reduce((sum, relative) => sum.plus(relative ?? "0"), exact("0"));
  return relatives.map((relative) =>
    relative === null || total.isZero() ? null : exact(group).times(relative).div(total),
  );
}

/** The same for show, with 4 decimals; scores are computed with the exact ones. */
export function effectivePoints(group: string, relatives: readonly (string | null)[]): (string | null)[] {
  return effectiveWeights(group, relatives).map((points) => (points === null ? null : roundTo(points, 4)));
}
