import { and, eq, lt, sql } from "drizzle-orm";
import type { Store } from "./store.ts";
import { engineOf } from "./store.ts";

/** How often one process was asked by somebody within a minute. */
export interface Asked {
  /** Whoever asks, as a hash. */
  readonly asker: string;
  /** Minutes since 1970. */
  readonly minute: number;
  readonly process: string;
  readonly count: number;
}

/** So many minutes that are over are kept. */
const minutesKept = 5;

/** Notes how often a process was asked, and gives how often all of them were in that minute. */
export async function sharePace(store: Store, { asker, minute, process, count }: Asked): Promise<number> {
  const { pace } = store.schema;
  const together = and(eq(pace.asker, asker), eq(pace.minute, minute));
  return store[engineOf].transact(async (connection) => {
    const own = and(together, eq(pace.process, process));
    const moved = await connection.run(sql`update ${pace} set "count" = ${count} where ${own}`);
    if (moved === 0) {
      await connection.run(sql`delete from ${pace} where ${lt(pace.minute, minute - minutesKept)}`);
      const columns = ["asker", "minute", "process", "count"];
      await connection.insert({ table: "pace", columns, rows: [[asker, minute, process, count]] });
    }
    const [row] = await connection.select(sql`select sum("count") from ${pace} where ${together}`);
    return Number(row?.[0]);
  }, "later");
}
