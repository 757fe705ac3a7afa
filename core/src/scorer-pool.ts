import { z } from "zod";
import { Code } from "./code.ts";
import { type Exact, exact } from "./quantity.ts";
import { InputFigure } from "./scorer-definition.ts";
import { type Outcome, type Scored, unscored } from "./scorer-outcome.ts";
import { greatest, least } from "./scorer-share.ts";

/** A pool's figures by area. */
export const PoolInputs = z.strictObject({ values: z.record(Code, InputFigure) });
type PoolInputs = z.infer<typeof PoolInputs>;

type Present = ReadonlyMap<string, Exact>;

/** Orders a pool from the best to the worst; equals stay in the order given. */
export function fromBest(present: Present, direction: "up" | "down"): [area: string, value: Exact][] {
  return [...present].toSorted(([, a], [, b]) => (direction === "up" ? b.comparedTo(a) : a.comparedTo(b)));
}

/** The greatest and the least of a pool; 0 of none. */
export function endsOf(present: Present): [max: Exact, min: Exact] {
  const values = [...present.values()];
  const first = values[0] ?? exact(0);
  return [values.reduce(greatest, first), values.reduce(least, first)];
}

/**
 * Scores the areas of a pool that have a figure. An area without one gets no points and does not count in the pool; a
 * pool of one has nobody to be compared with.
 */
export function scorePool(
  values: PoolInputs["values"],
  score: (present: Present) => ReadonlyMap<string, Scored>,
): Outcome {
  const entries = Object.entries(values);
  const present = new Map(entries.flatMap(([area, value]) => (value == null ? [] : [[area, exact(value)] as const])));
  if (entries.length === 0) return { kind: "pool", areas: new Map(), reason: "empty-pool" };
  const reason = present.size === 0 ? "missing-input" : "pool-of-one";
  const found = present.size < 2 ? undefined : score(present);
  const areas = entries.map(([area]): [string, Scored] => {
    const absent = unscored(present.has(area) ? reason : "missing-input", area);
    return [area, found?.get(area) ?? absent];
  });
  return { kind: "pool", areas: new Map(areas), reason: found === undefined ? reason : null };
}
