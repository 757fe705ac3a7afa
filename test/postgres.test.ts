import { executeOn } from "@yuanbiao/db/contract/execute";
import { storeContract } from "@yuanbiao/db/contract/suite";
import { openStore } from "@yuanbiao/db/open";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PostgresServer } from "./support/postgres.ts";
import { startPostgres } from "./support/postgres.ts";

const minute = 60_000;
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 10 * minute);
afterAll(() => server?.stop(), minute);

storeContract("PostgreSQL", async (clock) => {
  const databaseUrl = await server.createDatabase();
  const options = clock === undefined ? {} : { clock };
  const store = await openStore({ databaseUrl }, options);
  return {
    store,
    again: () => openStore({ databaseUrl }, options),
    intrude: (text) => executeOn(databaseUrl, text),
    unguard: "drop trigger audit_keeps_rows on audit",
    close: () => store.close(),
  };
});

test("several processes may start on an empty database at once", async () => {
  const databaseUrl = await server.createDatabase();
  const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ databaseUrl })));
  expect(await Promise.all(stores.map((store) => store.readVersion()))).toEqual([0, 0, 0, 0]);
  for (const store of stores) await store.close();
});
