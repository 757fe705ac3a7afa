import { setImmediate as nextTurn } from "node:timers/promises";
import { noteFootprint, type Traced, traced } from "@yuanbiao/db/footprint";
import { LRUCache } from "lru-cache";
import type { Context } from "./context.ts";
import type { Scope } from "./scope.ts";

/** A part with the data version of which it is true, and what it was read from. */
interface Kept<T> extends Traced<T> {
  readonly dataVersion: number;
}

interface Parting<T> {
  readonly scope: Scope;
  readonly areas: readonly string[];
  /** What parts differ by beside the day, the clearance and their areas. */
  readonly variant: string;
  readonly make: (areas: readonly string[]) => Promise<T>;
}

/** More areas than a city has: their figures of many years are not held at once. */
export const manyAreas = 150;
/** A city is kept area by area; a country, where each part costs its queries, by so many. */
const areasAtOnce = 40;

/** Whether a question is about things as they stand: what is made for it is kept until something of it changes. */
export function isPresent({ question }: Scope): boolean {
  return question.asOf === null && question.publishedBy === null;
}

/**
 * Makes something of each part of a scope, in the order of its areas, and keeps it until something changes that it was
 * read from; others are let in between two of them. `mostAreas`: of so many areas all parts together are kept.
 */
export function makeParts<T extends object>(mostAreas: number) {
  const partsOf = new WeakMap<Context, LRUCache<string, Kept<T>>>();
  const keptOf = (context: Context): LRUCache<string, Kept<T>> => {
    const made = partsOf.get(context) ?? new LRUCache<string, Kept<T>>({ maxSize: mostAreas });
    partsOf.set(context, made);
    return made;
  };
  return async (context: Context, { scope, areas, variant, make }: Parting<T>): Promise<T[]> => {
    const { on, question } = scope;
    const kept = keptOf(context);
    const now = await context.store.readVersion();
    const step = areas.length > manyAreas ? areasAtOnce : 1;
    const parts: T[] = [];
    for (let first = 0; first < areas.length; first += step) {
      const some = areas.slice(first, first + step);
      const key = [on, variant, question.clearance ?? "", ...some].join(" ");
      const known = isPresent(scope) ? kept.get(key) : undefined;
      if (known !== undefined && (await isTrueAt(context, known, now))) {
        noteFootprint(known.footprint);
        parts.push(known.made);
        continue;
      }
      const dataVersion = await context.store.readVersion();
      const part = await traced(async () => {
        // A part rests on the definitions as well, which the scope has read before.
        await context.registries.at(question.asOf);
        return make(some);
      });
      noteFootprint(part.footprint);
      if (isPresent(scope)) kept.set(key, { ...part, dataVersion }, { size: some.length });
      parts.push(part.made);
      await nextTurn();
    }
    return parts;
  };
}

function isTrueAt({ marks }: Context, { footprint, dataVersion }: Kept<unknown>, now: number): Promise<boolean> {
  return marks.isUntouched(footprint, { since: dataVersion, now });
}
