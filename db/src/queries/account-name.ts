import { sql } from "drizzle-orm";
import type { Reader } from "../store.ts";
import { oneOf } from "./versions.ts";

/** The names of accounts by id, for showing who did something. */
export async function findAccountNames(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { account } = reader.schema;
  const where = oneOf(account.id, [...new Set(ids)]);
  const rows = await reader.select(sql`select ${account.id}, ${account.name} from ${account} where ${where}`);
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}
