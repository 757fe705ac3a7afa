import { isOfPolicy, type Placed } from "@yuanbiao/core/board";
import { compareMissing, type Missing, missingOf } from "@yuanbiao/core/missing";
import type { Registry } from "./registry.ts";

/** What is missing on a day: what policy documents promise before what the press reported, each worst first. */
export function missingRows(registry: Registry, rows: readonly Placed[], on: string): Missing[] {
  const found = rows.map(({ target, progress }) => missingOf(target, progress, on)).filter((row) => row !== null);
  const rank = ({ target }: Missing): number => Number(!isOfPolicy(target, registry.documents));
  return found.toSorted((a, b) => rank(a) - rank(b) || compareMissing(a, b));
}
