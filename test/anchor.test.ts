import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appendAudit, readHeads, verifyAudit } from "@yuanbiao/db/audit";
import { commit } from "@yuanbiao/db/commit";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { engineOf, type Store } from "@yuanbiao/db/store";
import { anchorHeads } from "@yuanbiao/server/anchor";
import { verifyAnchors } from "@yuanbiao/server/anchor-verify";
import { makeContext } from "@yuanbiao/server/assemble";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { restoreBackup } from "@yuanbiao/server/backup/restore";
import Database from "better-sqlite3";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolders } from "./support/backups.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";

let server: PostgresServer;
const folders = makeFolders();
beforeAll(async () => {
  server = await startPostgres();
}, 600_000);
afterAll(async () => {
  await server?.stop();
  folders.remove();
});

interface Installation {
  readonly store: Store;
  readonly dataDir: string;
  readonly anchors: string;
  /** Entries in the chains of these areas, in this order, and an anchor of where they end. */
  record(...areas: readonly string[]): Promise<void>;
  /** Statements past the program, as by somebody with the database's password. */
  intrude(text: string): Promise<void>;
  readonly place: StorePlace;
}

const entryOf = (area: string) => ({ area, action: "test", subject: null, detail: {} });

async function install(engine: "SQLite" | "PostgreSQL"): Promise<Installation> {
  const dataDir = folders.make();
  const place = engine === "SQLite" ? { dataDir } : { databaseUrl: await server.createDatabase() };
  const store = await openStore(place);
  const anchors = join(dataDir, "anchors");
  return {
    ...{ store, dataDir, anchors, place },
    async record(...areas) {
      for (const area of areas) await commit(store, { actor: "tester", statements: [], audit: [entryOf(area)] });
      await anchorHeads({ store, version: "1" }, anchors);
    },
    async intrude(text) {
      if ("databaseUrl" in place) return executeOn(place.databaseUrl, text);
      const file = new Database(join(dataDir, "yuanbiao.db"));
      file.exec(text);
      file.close();
    },
  };
}

const unguard = {
  SQLite: "drop trigger audit_keeps_rows; drop trigger audit_keeps_all_rows;",
  PostgreSQL: "drop trigger audit_keeps_rows on audit;",
};
const cut = `delete from audit where area = 'park' and seq > 2;
  update audit_head set seq = 2, hash = (select hash from audit where area = 'park' and seq = 2) where area = 'park';`;

describe.each(["SQLite", "PostgreSQL"] as const)("the anchors on %s", (engine) => {
  it("say nothing where nothing has changed, and prove what stands", async () => {
    const { store, anchors, record } = await install(engine);
    expect(await verifyAnchors(store, anchors)).toMatchObject({ lines: 0, newest: null, faults: [] });
    await record("park", "city", "park");
    expect(await anchorHeads({ store, version: "1" }, anchors)).toBe(0);
    await record("park");
    const check = await verifyAnchors(store, anchors);
    expect(check).toMatchObject({ lines: 2, broken: null, faults: [] });
    const [name = ""] = readdirSync(anchors);
    const lines = readFileSync(join(anchors, name), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).heads.map(({ area }: { area: string }) => area))).toEqual([
      ["city", "park"],
      ["park"],
    ]);
    await store.close();
  });

  it("name a tail that was cut, a chain that is gone, and a chain that was computed anew", async () => {
    const { store, anchors, record, intrude } = await install(engine);
    await record("city", "park", "park");
    await record("park", "park", "park", "town", "town");
    await intrude(unguard[engine]);
    await intrude(cut);
    await intrude("delete from audit where area = 'city'; delete from audit_head where area = 'city';");
    await intrude("delete from audit where area = 'town'; delete from audit_head where area = 'town';");
    const forged = { ...entryOf("town"), detail: { forged: true } };
    const stamp = { actor: "tester", recordedAt: new Date().toISOString() };
    const entries = [forged, forged];
    await store[engineOf].transact(async (connection) =>
      appendAudit(connection, store.schema, {
        ...{ entries, stamp, heads: await readHeads(connection, store.schema, entries) },
      }),
    );
    // Without the anchors nothing of it would be seen.
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
    expect((await verifyAnchors(store, anchors)).faults).toEqual([
      { area: "city", fault: "dropped", from: 1, to: 1 },
      { area: "park", fault: "cut", from: 3, to: 5 },
      { area: "town", fault: "rewritten", from: 1, to: 2 },
    ]);
    await store.close();
  });

  it("tell an older backup that was restored from an attack, and what it lost", async () => {
    const { store, dataDir, anchors, record, place } = await install(engine);
    await record("park", "park");
    const context = makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }), dataDir });
    const { file } = await makeBackup(context, { folder: folders.make(), passphrase: null, secret: null });
    await record("park", "park", "city");
    await store.close();
    const target =
      "databaseUrl" in place ? { databaseUrl: await server.createDatabase() } : { dataDir: folders.make() };
    const home = "dataDir" in target ? target.dataDir : folders.make();
    await restoreBackup({ file, passphrase: null, secret: null, place: target, dataDir: home });
    const copy = await openStore(target);
    const lost = [
      { area: "city", fault: "restored", from: 1, to: 1 },
      { area: "park", fault: "restored", from: 3, to: 4 },
    ];
    expect((await verifyAnchors(copy, anchors)).faults).toEqual(lost);
    for (const area of ["park", "park", "park"])
      await commit(copy, { actor: "tester", statements: [], audit: [entryOf(area)] });
    await anchorHeads({ store: copy, version: "1" }, anchors);
    expect(await verifyAnchors(copy, anchors)).toMatchObject({ broken: null, faults: lost });
    await copy.close();
  });
});

describe("the anchors' own files", () => {
  it("go on over months, and after a line that was not written to its end", async () => {
    const { store, anchors, record } = await install("SQLite");
    const context = { store, version: "1" };
    await record("park", "city");
    await commit(store, { actor: "tester", statements: [], audit: [entryOf("park")] });
    const later = new Date(Date.now() + 40 * 86_400_000);
    // The first line of a month names every chain.
    expect(await anchorHeads(context, anchors, later)).toBe(2);
    const [, newest = ""] = readdirSync(anchors).sort();
    appendFileSync(join(anchors, newest), '{"instant":"2026-');
    await commit(store, { actor: "tester", statements: [], audit: [entryOf("park")] });
    expect(await anchorHeads(context, anchors, later)).toBe(1);
    expect(await verifyAnchors(store, anchors)).toMatchObject({ lines: 3, broken: null, faults: [] });
    await store.close();
  });

  it("show that a line was changed or taken out", async () => {
    const { store, dataDir, anchors, record } = await install("SQLite");
    for (let count = 0; count < 4; count += 1) await record("park");
    await store.close();
    const [name = ""] = readdirSync(anchors);
    const whole = readFileSync(join(anchors, name), "utf8");
    const lines = whole.trimEnd().split("\n");
    const verify = () => {
      const script = join(import.meta.dirname, "..", "server", "src", "audit-verify.ts");
      const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ANCHOR_DIR: "" };
      return spawnSync(process.execPath, [script], { env, encoding: "utf8" });
    };
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining("All 4 anchors stand") });
    writeFileSync(join(anchors, name), whole.replace('"version":"1"', '"version":"2"'));
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining("anchors themselves were changed") });
    writeFileSync(join(anchors, name), `${lines.filter((_, at) => at !== 1).join("\n")}\n`);
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining("line 2") });
    rmSync(join(anchors, name));
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining("no anchors") });
  }, 180_000);

  it("are written in a row where several processes share them", async () => {
    const { store, anchors } = await install("SQLite");
    const work = Array.from({ length: 8 }, async (_, at) => {
      await commit(store, { actor: "tester", statements: [], audit: [entryOf(`area-${at}`)] });
      await anchorHeads({ store, version: "1" }, anchors);
    });
    await Promise.all(work);
    const check = await verifyAnchors(store, anchors);
    expect(check).toMatchObject({ broken: null, faults: [] });
    expect(readdirSync(anchors)).toEqual([expect.stringMatching(/^anchors-.*\.jsonl$/)]);
    await store.close();
  });
});
