import { getTableName } from "drizzle-orm";
import type { Statement } from "./commit.ts";
import { asFields } from "./kit.ts";
import { isTracked } from "./nouns.ts";
import type { Connection, Schema } from "./store.ts";

/** Notes at which data version which tracked rows were changed: what was read from others stays true. */
export async function markChanged(
  connection: Connection,
  schema: Schema,
  { statements, version }: { readonly statements: readonly Statement[]; readonly version: number },
): Promise<void> {
  const touched = new Map<string, [table: string, part: string, version: number]>();
  for (const statement of statements) {
    for (const [table, part] of partsOf(schema, statement)) touched.set(`${table} ${part}`, [table, part, version]);
  }
  const { mark } = schema;
  await connection.repeat(
    `insert into "${getTableName(mark)}" ("noun", "part", "version") values (?, ?, ?) on conflict ("noun", "part") do update set "version" = excluded."version"`,
    [...touched.values()],
  );
}

/** The tables whose changes are noted, by name. */
export function markedTables(schema: Schema): ReadonlySet<string> {
  const marked = Object.entries(schema).filter(([noun]) => isTracked(noun) || noun === "seedLoad");
  return new Set(marked.map(([, table]) => getTableName(table)));
}

/** The table that a statement changes, with each part of it: areas, documents; an empty one of tables without parts. */
function partsOf(schema: Schema, statement: Statement): [table: string, part: string][] {
  if (!("insert" in statement) && !("close" in statement)) return [];
  const noun = "insert" in statement ? statement.insert : statement.close;
  if (noun === "seedLoad") return [[getTableName(schema.seedLoad), ""]];
  if (!isTracked(noun)) return [];
  const table = getTableName(schema[noun]);
  const rows = "insert" in statement ? statement.rows : [statement.record];
  const field = noun === "document" ? "code" : "area" in schema[noun] ? "area" : null;
  if (field === null) return [[table, ""]];
  return [...new Set(rows.map((row) => String(asFields(row)[field])))].map((part) => [table, part]);
}
