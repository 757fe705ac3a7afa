import type { Kit } from "../kit.ts";

/**
 * The data version that last changed rows of a table, by the part of it that they belong to (mark.ts): what kept answers
 * are held against.
 */
export function defineMark(kit: Kit) {
  return kit.table(
    "mark",
    { noun: kit.id("noun").notNull(), part: kit.id("part").notNull(), version: kit.integer("version").notNull() },
    (table) => [
      kit.primaryKey({ name: "mark_key", columns: [table.noun, table.part] }),
      kit.index("mark_by_version").on(table.version),
    ],
  );
}
