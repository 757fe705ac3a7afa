import type { Evaluation } from "@yuanbiao/core/evaluate";
import { LRUCache } from "lru-cache";

/** So many score lines are kept: a city's assessments of many years, or two of a nation's parks. */
const mostLines = 250_000;
const mostRuns = 50;

/** Computed runs, which a page asks for many times over: the sealed ones never change, trials until the next commit. */
export type Runs = LRUCache<string, Evaluation>;
export const makeRuns = (): Runs =>
  new LRUCache<string, Evaluation>({
    max: mostRuns,
    maxSize: mostLines,
    sizeCalculation: ({ areas }) => 1 + areas.reduce((sum, { lines }) => sum + lines.length, 0),
  });
