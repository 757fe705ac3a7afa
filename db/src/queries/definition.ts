import { sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

/**
 * Where the definitions stand, as a text that every change of one changes: documents, departments, areas, memberships,
 * indicators, calibers, conflicts, light rules. A version is never ended without the next one being recorded.
 */
export async function markOfDefinitions(reader: Reader): Promise<string> {
  const { document, department, area, membership, indicator, caliber, conflict, lightRule } = reader.schema;
  const tables = [document, department, area, membership, indicator, caliber, conflict, lightRule];
  const newest = tables.map((table) => sql`(select max(${table.recordedAt}) from ${table})`);
  const [row] = await reader.select(sql`select ${sql.join(newest, sql`, `)}`);
  return (row ?? []).map((instant) => String(instant ?? "")).join(" ");
}
