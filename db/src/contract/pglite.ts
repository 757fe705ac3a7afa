import type { PGlite } from "@electric-sql/pglite";
import { migrate } from "../migrate.ts";
import type { RunText } from "../postgres.ts";
import { connectText, postgresReader } from "../postgres.ts";
import type { Engine, Store } from "../store.ts";
import { makeStore } from "../store.ts";

/** PostgreSQL in this process, in memory, for tests. It has one connection, so transactions run one at a time. */
export async function openPglite(raw: PGlite, clock: () => Date = () => new Date()): Promise<Store> {
  const engine = overPglite(raw);
  await migrate(engine);
  return makeStore(engine, clock);
}

function overPglite(raw: PGlite): Engine {
  const runWith =
    (queries: Pick<PGlite, "query">): RunText =>
    async (text, values) => {
      const { rows, affectedRows } = await queries.query<unknown[]>(text, values, { rowMode: "array" });
      return { rows, changed: affectedRows ?? 0 };
    };
  const transact: Engine["transact"] = (work) =>
    raw.transaction((transaction) => work(connectText(runWith(transaction))));
  return {
    ...postgresReader(connectText(runWith(raw))),
    transact,
    transactSeen: async (work) => ({ result: await transact(work), onDisk: Promise.resolve() }),
    snapshot: (work) => raw.transaction((transaction) => work(connectText(runWith(transaction)))),
    close: () => raw.close(),
  };
}
