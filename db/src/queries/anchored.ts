import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

const atOnce = 500;

/** The hashes of some entries of an area's chain, by their numbers. */
export async function findEntryHashes(
  reader: Reader,
  area: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { audit } = reader.schema;
  const hashes = new Map<number, string>();
  for (let first = 0; first < numbers.length; first += atOnce) {
    const where = and(eq(audit.area, area), inArray(audit.seq, numbers.slice(first, first + atOnce)));
    const rows = await reader.select(sql`select ${audit.seq}, ${audit.hash} from ${audit} where ${where}`);
    for (const [seq, hash] of rows) hashes.set(Number(seq), String(hash));
  }
  return hashes;
}

/** The first entry of an area's chain that was recorded at an instant or later; undefined where there is none. */
export async function findEntrySince(reader: Reader, area: string, instant: string): Promise<number | undefined> {
  const { audit } = reader.schema;
  const where = and(eq(audit.area, area), gte(audit.recordedAt, instant));
  const [row] = await reader.select(sql`select min(${audit.seq}) from ${audit} where ${where}`);
  return row?.[0] === null || row?.[0] === undefined ? undefined : Number(row[0]);
}
