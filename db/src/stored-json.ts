import { LRUCache } from "lru-cache";

/** The part of a zod schema that a JSON column needs. */
export interface Parser<T> {
  parse(value: unknown): T;
}

/** Characters of the texts that one column keeps. */
const mostCharacters = 250_000;

/**
 * Reads what a JSON column stores. The same few texts come again and again (a scheme, the lines of a round, an empty list):
 * each is parsed and checked once and given to all who read it, frozen, so that nobody changes it for the others.
 */
export function makeReader<T>(schema: Parser<T>): (stored: string) => T {
  const known = new LRUCache<string, { readonly value: T }>({
    maxSize: mostCharacters,
    sizeCalculation: (_kept, stored) => stored.length + 1,
  });
  return (stored) => {
    const found = known.get(stored);
    if (found !== undefined) return found.value;
    const value = schema.parse(JSON.parse(stored));
    freeze(value);
    known.set(stored, { value });
    return value;
  };
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}
