import type { Evaluation } from "@yuanbiao/core/evaluate";
import { LRUCache } from "lru-cache";

/** Computed runs, which a page asks for many times over: the sealed ones never change, trials until the next commit. */
export type Runs = LRUCache<string, Evaluation>;
export const makeRuns = (): Runs => new LRUCache<string, Evaluation>({ max: 6 });
