import { PGlite } from "@electric-sql/pglite";
import { afterAll } from "vitest";
import { openPglite } from "./pglite.ts";
import { storeContract } from "./suite.ts";

/** One server for all tests, emptied before each: starting one takes a second. */
const raw = await PGlite.create();
afterAll(() => raw.close());

storeContract("PGlite", async (clock) => {
  await raw.exec("drop schema public cascade; create schema public");
  return {
    store: await openPglite(raw, clock),
    intrude: async (text) => {
      await raw.exec(text);
    },
    unguard: "drop trigger audit_keeps_rows on audit",
    close: async () => undefined,
  };
});
