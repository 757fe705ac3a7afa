import { createHash } from "node:crypto";
import { getTableName, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

/** What moves without a change of what is there: the trail, its ends and the count of commits, sessions in use. */
const moving = ["audit", "audit_head", "dataset", "session", "api_key"];

const namesOf = ({ schema }: Reader): string[] => Object.values(schema).map((table) => getTableName(table));

/** How many rows every table has. Tests alone need it. */
export async function countRows(reader: Reader): Promise<Readonly<Record<string, number>>> {
  const names = namesOf(reader);
  const counts = names.map((name) => `(select count(*) from "${name}")`);
  const [row = []] = await reader.select(sql.raw(`select ${counts.join(", ")}`));
  return Object.fromEntries(names.map((name, at) => [name, Number(row[at])]));
}

/** A digest of every row of every table but those that move by themselves, in the order in which the engine keeps them. */
export async function digestRows(reader: Reader): Promise<string> {
  const hash = createHash("sha256");
  for (const name of namesOf(reader)) {
    if (moving.includes(name)) continue;
    const rows = await reader.select(sql.raw(`select * from "${name}"`));
    hash.update(JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value)));
  }
  return hash.digest("hex");
}
