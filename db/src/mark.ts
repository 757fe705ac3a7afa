import { and, eq, getTableName, inArray, sql } from "drizzle-orm";
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
  const touched = new Map<string, Set<string>>();
  for (const { noun, rows } of changed) {
    if (!isMarked(noun)) continue;
    const table = getTableName(schema[noun]);
    const parts = touched.get(table) ?? new Set();
    for (const part of partsOf(schema, { noun, rows })) parts.add(part);
    touched.set(table, parts);
  }
  for (const [noun, parts] of touched) await markParts(connection, schema, { noun, parts: [...parts], version });
}

const partsAtOnce = 500;

async function markParts(
  connection: Connection,
  { mark }: Schema,
  { noun, parts, version }: { readonly noun: string; readonly parts: readonly string[]; readonly version: number },
): Promise<void> {
  for (let first = 0; first < parts.length; first += partsAtOnce) {
    const some = parts.slice(first, first + partsAtOnce);
    const among = and(eq(mark.noun, noun), inArray(mark.part, some));
    const moved = await connection.run(sql`update ${mark} set "version" = ${version} where ${among}`);
    if (moved === some.length) continue;
    const known = new Set(
      (await connection.select(sql`select "part" from ${mark} where ${among}`)).map(([part]) => part),
    );
    const rows = some.filter((part) => !known.has(part)).map((part) => [noun, part, version]);
    await connection.insert({ table: getTableName(mark), columns: ["noun", "part", "version"], rows });
  }
}

/** The tables whose changes are noted, by name. */
export function markedTables(schema: Schema): ReadonlySet<string> {
  const marked = Object.entries(schema).filter(([noun]) => isMarked(noun));
  return new Set(marked.map(([, table]) => getTableName(table)));
}

const isMarked = (noun: string): boolean => isTracked(noun) || noun === "seedLoad";

/** The parts of their table that some rows belong to: areas, documents; an empty one where it has no parts. */
function partsOf(schema: Schema, { noun, rows }: Changed): string[] {
  const field = noun === "document" ? "code" : "area" in schema[noun] ? "area" : null;
  return field === null ? [""] : rows.map((row) => String(asFields(row)[field]));
}
