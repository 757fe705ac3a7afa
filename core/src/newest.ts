import type { Bearing } from "./bearing.ts";
import { groupKey } from "./conflict.ts";

interface Newest {
  /** In the order in which they came. */
  readonly shown: readonly Bearing[];
  /** How many of the same series are left out. */
  readonly omitted: number;
}

/** Of each series beside a target so many: the roles of one period, and the one before. */
const mostOfSeries = 4;

/**
 * Of figures that stand newest and strongest first, the first `most` of each series (area, indicator, caliber): what a
 * row or a page names beside a target stays as short after forty quarters as after four. The whole run is the series' own.
 */
export function newestOfSeries(bearings: readonly Bearing[], most = mostOfSeries): Newest {
  const counts = new Map<string, number>();
  const shown = bearings.filter(({ figure }) => {
    const key = groupKey(figure);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  });
  return { shown, omitted: bearings.length - shown.length };
}
