import { sql } from "drizzle-orm";
import type { Cut } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { standingAt } from "./versions.ts";

/** How many targets name each area or indicator. */
export async function countTargetsBy(
  reader: Reader,
  cut: Cut,
  noun: "area" | "indicator",
): Promise<ReadonlyMap<string, number>> {
  const { target } = reader.schema;
  const column = target[noun];
  const query = sql`select ${column}, count(*) from ${target} where ${standingAt(target, cut)} group by ${column}`;
  return new Map((await reader.select(query)).map(([code, count]) => [String(code), Number(count)]));
}
