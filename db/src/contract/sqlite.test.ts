import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import SqliteDatabase from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { verifyAudit } from "../audit.ts";
import { openStore, refuseOldNode } from "../open.ts";
import { listObservations } from "../queries/observation.ts";
import { commitPark, everything, planFigures } from "./opened.ts";
import { sampleObservation } from "./samples.ts";
import { storeContract } from "./suite.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "yuanbiao-store-"));
  folders.push(folder);
  return folder;
}

storeContract("SQLite", async (clock) => {
  const dataDir = await newFolder();
  const options = clock === undefined ? {} : { clock };
  const store = await openStore({ dataDir }, options);
  return {
    store,
    again: () => openStore({ dataDir }, options),
    intrude: async (text) => {
      const handle = new SqliteDatabase(join(dataDir, "yuanbiao.db"));
      try {
        handle.exec(text);
      } finally {
        handle.close();
      }
    },
    unguard: "drop trigger audit_keeps_rows; drop trigger audit_keeps_all_rows",
    close: () => store.close(),
  };
});

test("several stores may be opened on an empty folder at once", async () => {
  const dataDir = await newFolder();
  const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ dataDir })));
  expect(await Promise.all(stores.map((store) => store.readVersion()))).toEqual([0, 0, 0, 0]);
  for (const store of stores) await store.close();
});

test("a store that is closed brings to disk first what it was asked before", async () => {
  const store = await openStore({ dataDir: await newFolder() });
  const plans = await Promise.all(["one", "other"].map((id) => planFigures(store, [sampleObservation({ id })])));
  const asked = Promise.all(plans.map((statements) => commitPark(store, statements)));
  await store.close();
  expect(await asked).toMatchObject([{ ok: true }, { ok: true }]);
});

test("what was acknowledged is there after kill -9, and the file is sound", async () => {
  const dataDir = await newFolder();
  const acknowledged: string[] = [];
  for (const round of ["a", "b", "c"]) acknowledged.push(...(await writeUntilKilled(dataDir, round)));
  const store = await openStore({ dataDir });
  const stored = new Set((await listObservations(store, everything)).map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  expect(await verifyAudit(store)).toEqual({ ok: true, entries: await store.readVersion() });
  await store.close();
  const handle = new SqliteDatabase(join(dataDir, "yuanbiao.db"));
  expect(handle.pragma("integrity_check", { simple: true })).toBe("ok");
  handle.close();
}, 60_000);

/** Starts a process that commits figures and says each id once it is stored; kills it in the middle of its work. */
async function writeUntilKilled(dataDir: string, prefix: string): Promise<string[]> {
  const script = fileURLToPath(new URL("./endless-writer.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, prefix], { stdio: ["ignore", "pipe", "inherit"] });
  const ids: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(line);
    if (ids.length === 12) child.kill("SIGKILL");
  }
  return ids;
}

test("an older Node is told so in words", () => {
  expect(() => refuseOldNode("20.20.2")).toThrow("Node 22 or newer is needed");
  expect(() => refuseOldNode("22.13.0")).not.toThrow();
});
