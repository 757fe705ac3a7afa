import { getTableName } from "drizzle-orm";
import { asFields } from "./kit.ts";
import { isTracked } from "./nouns.ts";
import type { Connection, Schema } from "./store.ts";

/** Rows of a noun that are added, or whose version ends. */
export interface Changed {
  readonly noun: keyof Schema;
  readonly rows: readonly object[];
}

/** Notes at which data version which tracked rows were changed: what was read from others stays true. */
export async function markChanged(
  connection: Connection,
  schema: Schema,
  { changed, version }: { readonly changed: readonly Changed[]; readonly version: number },
): Promise<void> {
  const touched = new Map<string, readonly [table: string, part: string]>();
  for (const { noun, rows } of changed) {
    if (isMarked(noun)) for (const one of partsOf(schema, { noun, rows })) touched.set(one.join(" "), one);
  }
  const name = getTableName(schema.mark);
  const added: (string | number)[][] = [];
  for (const [table, part] of touched.values()) {
    const text = `update "${name}" set "version" = ? where "noun" = ? and "part" = ?`;
    if ((await connection.repeat(text, [[version, table, part]])) === 0) added.push([table, part, version]);
  }
  if (added.length > 0) await connection.insert({ table: name, columns: ["noun", "part", "version"], rows: added });
}

/** The tables whose changes are noted, by name. */
export function markedTables(schema: Schema): ReadonlySet<string> {
  const marked = Object.entries(schema).filter(([noun]) => isMarked(noun));
  return new Set(marked.map(([, table]) => getTableName(table)));
}

const isMarked = (noun: string): boolean => isTracked(noun) || noun === "seedLoad";

/** The table of some rows with each part of it that they belong to: areas, documents; an empty one where it has no parts. */
function partsOf(schema: Schema, { noun, rows }: Changed): [table: string, part: string][] {
  const table = getTableName(schema[noun]);
  const field = noun === "document" ? "code" : "area" in schema[noun] ? "area" : null;
  if (field === null) return [[table, ""]];
  return [...new Set(rows.map((row) => String(asFields(row)[field])))].map((part) => [table, part]);
}
