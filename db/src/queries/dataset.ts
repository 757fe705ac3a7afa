import { eq, sql } from "drizzle-orm";
import type { Reader } from "../store.ts";

/** How many commits there were, and the instant of the last one: as `asOf` it gives several reads one and the same cut. */
export interface Dataset {
  readonly version: number;
  readonly recordedAt: string | null;
}

export async function getDataset(reader: Reader): Promise<Dataset> {
  const { dataset } = reader.schema;
  const [row] = await reader.select(sql`select ${dataset.version}, ${dataset.recordedAt} from ${dataset}`);
  if (row === undefined) throw new Error("the store has no dataset row");
  const [version, recordedAt] = row;
  return { version: Number(version), recordedAt: typeof recordedAt === "string" ? recordedAt : null };
}

/** Whether a folder with this digest was ever loaded into this store. */
export async function wasLoaded(reader: Reader, digest: string): Promise<boolean> {
  const { seedLoad } = reader.schema;
  const rows = await reader.select(
    sql`select ${seedLoad.digest} from ${seedLoad} where ${eq(seedLoad.digest, digest)}`,
  );
  return rows.length > 0;
}
