import { exact, roundTo } from "./quantity.ts";

/**
 * Effective points of a group's criteria: group weight × relative weight ÷ Σ relative weights of those that are there
 * (null: missing, its share goes to the others), with 4 decimals.
 */
export function effectivePoints(group: string, relatives: readonly (string | null)[]): (string | null)[] {
  const total = relatives.reduce((sum, relative) => sum.plus(relative ?? "0"), exact("0"));
  return relatives.map((relative) =>
    relative === null || total.isZero() ? null : roundTo(exact(group).times(relative).div(total), 4),
  );
}
