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
  /** What parts differ by beside the day, the clearance and their areas. */
  readonly variant: string;
  /** Makes a part of some areas as they stand when it is made. */
  readonly make: (areas: readonly string[]) => Promise<T>;
}

interface PartRules<T> {
  /** How many rows a part holds. */
  readonly countRows: (part: T) => number;
  /** So many rows of all parts together are kept. */
  readonly mostRows: number;
}

/** More areas than a city has: their figures of many years are not held at once. */
const manyAreas = 150;
/** A country is made in parts of so many areas: each costs its queries. */
const areasAtOnce = 40;
/** A city in so many parts at most, one an area where there are no more. */
const partsOfCity = 30;

/** The areas of a scope; where it names none, all that there are. */
export const areasOf = ({ question, registry }: Scope): readonly string[] =>
  question.areas ?? [...registry.areas.keys()];

/** Whether a scope is wider than a city. */
export const isCountry = (scope: Scope): boolean => areasOf(scope).length > manyAreas;

/** Whether a question is about things as they stand: what is made for it is kept until something of it changes. */
export function isPresent({ question }: Scope): boolean {
  return question.asOf === null && question.publishedBy === null;
}

/**
 * Makes something of each part of a scope, in the order of its areas, and keeps it until something changes that it was
 * read from; others are let in between two of them.
 */
export function partsKeeper<T extends object>({ countRows, mostRows }: PartRules<T>) {
  const shelves = new WeakMap<Context, LRUCache<string, Kept<T>>>();
  const shelfOf = (context: Context): LRUCache<string, Kept<T>> => {
    const sizeCalculation = ({ made }: Kept<T>): number => 1 + countRows(made);
    const shelf = shelves.get(context) ?? new LRUCache<string, Kept<T>>({ maxSize: mostRows, sizeCalculation });
    shelves.set(context, shelf);
    return shelf;
  };
  return async (context: Context, { scope, variant, make }: Parting<T>): Promise<T[]> => {
    const { on, question } = scope;
    const shelf = shelfOf(context);
    // Looked at before all else: what is read after may be of a later commit, and is then held for changed.
    const now = await context.store.readVersion();
    const parts: T[] = [];
    for (const areas of groupsOf(scope)) {
      const key = [on, variant, question.clearance ?? "", ...areas].join(" ");
      const known = isPresent(scope) ? shelf.get(key) : undefined;
      if (known !== undefined && (await isTrueAt(context, known, now))) {
        noteFootprint(known.footprint);
        parts.push(known.made);
        continue;
      }
      const part = await traced(() => make(areas));
      noteFootprint(part.footprint);
      if (isPresent(scope)) shelf.set(key, { ...part, dataVersion: now });
      parts.push(part.made);
      await nextTurn();
    }
    return parts;
  };
}

function groupsOf(scope: Scope): string[][] {
  const areas = areasOf(scope);
  const step = isCountry(scope) ? areasAtOnce : Math.ceil(areas.length / partsOfCity);
  const groups: string[][] = [];
  for (let first = 0; first < areas.length; first += step) groups.push(areas.slice(first, first + step));
  return groups;
}

function isTrueAt({ marks }: Context, { footprint, dataVersion }: Kept<unknown>, now: number): Promise<boolean> {
  return marks.isUntouched(footprint, { since: dataVersion, now });
}
