import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { executeOn } from "@yuanbiao/db/contract/execute";
import { openStore } from "@yuanbiao/db/open";
import { inspectBackup } from "@yuanbiao/server/backup/inspect";
import { type BackupMade, makeBackup } from "@yuanbiao/server/backup/make";
import { BackupRefusal } from "@yuanbiao/server/backup/refusal";
import { checkBackup, restoreBackup } from "@yuanbiao/server/backup/restore";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssessments } from "./support/assessed.ts";
import { damage, forge, makeFolders, passphrase, type Reopened, reopen } from "./support/backups.ts";
import { added, content, pdf, report } from "./support/evidence.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { type Desk, file as fileReport, openDesk, openRound } from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";

let server: PostgresServer;
let desk: Desk;
let evidence: string;
let auditor: SignedIn;
let assessor: SignedIn;
let plain: BackupMade;
const folders = makeFolders();

beforeAll(async () => {
  server = await startPostgres();
  desk = await openDesk();
  await openRound(desk);
  const contents = { "valid-hitech-firms": "431", "sei-output": "1234.5", "sei-share-above-scale": "12.34" };
  await fileReport(desk, report, contents);
  evidence = await added(desk.people.clerk, pdf("证明"));
  await openAssessments(desk);
  auditor = await desk.served.as("auditor");
  assessor = await desk.served.as("assessor");
  plain = await back();
}, 600_000);
afterAll(async () => {
  await desk?.close();
  await server?.stop();
  folders.remove();
});

/** A backup of the desk's store. */
function back(given: string | null = null, folder = folders.make()): Promise<BackupMade> {
  const { context } = desk.served;
  return makeBackup(context, { folder, passphrase: given, secret: context.secret });
}

/** The code of a refusal; anything else is a failure. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => "it was done",
    (thrown: unknown) => thrown,
  );
  if (error instanceof BackupRefusal) return error.code;
  throw error;
}

const asked: readonly (readonly [who: "clerk" | "assessor", address: string])[] = [
  ["clerk", "/api/areas"],
  ["clerk", "/api/targets"],
  ["clerk", "/api/observations?limit=1000"],
  ["clerk", "/api/observations/001-006/versions"],
  ["clerk", "/api/progress?on=2024-12-31&publishedBy=2025-12-31"],
  ["clerk", "/api/summary?city=liuzhou&since=2024-12-31&on=2026-04-10"],
  ["clerk", `/api/reports/${report}`],
  ["assessor", "/api/rounds"],
  ["assessor", "/api/schemes/judged"],
  ["assessor", "/api/evaluations/shown"],
  ["assessor", "/api/evaluations/shown/results"],
  ["assessor", "/api/objections?evaluation=shown"],
];

/** The restored copy gives everybody the same answers, by the cookies that they have. */
async function expectSameAnswers(copy: Reopened): Promise<void> {
  const people = { clerk: desk.people.clerk, assessor };
  for (const [who, address] of asked) {
    const [before, after] = [await people[who].ask(address), await copy.as(people[who].cookie).ask(address)];
    expect([address, after.status]).toEqual([address, 200]);
    expect(await after.json()).toEqual(await before.json());
  }
  const file = await copy.as(desk.people.clerk.cookie).ask(content(evidence));
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf("证明"));
}

const clock = () => desk.served.context.clock();

describe("a drill", () => {
  it("backs up while somebody writes, restores on the other engine and back, and everybody goes on", async () => {
    const folder = folders.make();
    let [isDone, written] = [false, 0];
    const writer = (async () => {
      while (!isDone) {
        written += 1;
        const document = { code: `minutes-${written}`, name: "会议纪要", kind: "policy", number: null };
        const sent = await desk.people.office.send("POST", "/api/documents", {
          ...document,
          ...{ publisher: null, publishedOn: null },
        });
        expect(sent.status).toBe(200);
      }
    })();
    const made = await back(passphrase, folder).finally(() => {
      isDone = true;
    });
    await writer;
    expect(written).toBeGreaterThan(3);
    expect(await desk.served.store.readVersion()).toBeGreaterThan(made.manifest.dataset.version);
    expect(readdirSync(folder)).toEqual([made.file.split("/").at(-1)]);

    const databaseUrl = await server.createDatabase();
    const dataDir = folders.make();
    const order = { file: made.file, passphrase, secret: null };
    const { proof } = await restoreBackup({ ...order, place: { databaseUrl }, dataDir });
    expect(proof).toMatchObject({ files: 1, seals: 1 });
    const onServer = await reopen({ databaseUrl }, dataDir, clock);
    await expectSameAnswers(onServer);
    const trail = await onServer.as(auditor.cookie).read("/api/audit?action=restore");
    expect(trail).toMatchObject({ items: [{ action: "restore", subject: made.file.split("/").at(-1) }] });
    await expect(executeOn(databaseUrl, "delete from audit")).rejects.toThrow("append-only");

    const again = await makeBackup(onServer.context, { folder, passphrase: null, secret: null });
    await onServer.close();
    const home = folders.make();
    await restoreBackup({ ...order, file: again.file, place: { dataDir: home }, dataDir: home });
    writeFileSync(join(home, "auth-secret"), readFileSync(join(dataDir, "auth-secret")));
    const onFile = await reopen({ dataDir: home }, home, clock);
    await expectSameAnswers(onFile);
    await onFile.close();
    const raw = new Database(join(home, "yuanbiao.db"));
    expect(() => raw.exec("delete from audit")).toThrow("append-only");
    raw.close();
  }, 300_000);

  it("tells the same of both engines, table by table", async () => {
    const databaseUrl = await server.createDatabase();
    const [dataDir, folder] = [folders.make(), folders.make()];
    await restoreBackup({ file: plain.file, passphrase: null, secret: null, place: { databaseUrl }, dataDir });
    const copy = await reopen({ databaseUrl }, dataDir, clock);
    const { manifest } = await makeBackup(copy.context, { folder, passphrase: null, secret: null });
    await copy.close();
    const grown = ["audit", "audit_head", "dataset"];
    const hashes = (tables: BackupMade["manifest"]["tables"]) =>
      Object.fromEntries(tables.filter(({ name }) => !grown.includes(name)).map(({ name, sha256 }) => [name, sha256]));
    expect(hashes(manifest.tables)).toEqual(hashes(plain.manifest.tables));
    expect(Object.keys(hashes(manifest.tables)).length).toBeGreaterThan(30);
  }, 300_000);

  it("carries the secret in an encrypted backup alone", async () => {
    const bytes = readFileSync(plain.file);
    expect(plain.manifest.secret).toBe(false);
    expect(bytes.includes(desk.served.context.secret)).toBe(false);
    const dataDir = folders.make();
    await restoreBackup({ file: plain.file, passphrase: null, secret: null, place: { dataDir }, dataDir });
    expect(readdirSync(dataDir).sort()).toEqual(["evidence", "yuanbiao.db"]);
  });
});

describe("a backup that is not what it was", () => {
  it("is refused wherever it is cut, and whichever byte is changed", async () => {
    const { size } = plain;
    const damaged = join(folders.make(), "damaged.tar.gz");
    const places = Array.from({ length: 60 }, (_, at) => Math.floor((at * size) / 60));
    const edges = [0, 1, 4, 9, 10, size - 58, size - 33, size - 1];
    for (const at of [...places, ...edges]) {
      for (const how of [{ cutAt: at }, { flipAt: at }]) {
        damage(plain.file, damaged, how);
        expect([how, await refusalOf(inspectBackup(damaged, null))]).toEqual([how, "torn"]);
      }
    }
    writeFileSync(damaged, Buffer.concat([readFileSync(plain.file), Buffer.from([0])]));
    expect(await refusalOf(inspectBackup(damaged, null))).toBe("torn");
  }, 300_000);

  it("is refused when it is encrypted as well, and by a wrong passphrase", async () => {
    const { file, size } = await back(passphrase);
    const damaged = join(folders.make(), "damaged.tar.gz.age");
    for (const how of [{ cutAt: size - 1 }, { cutAt: size >> 1 }, { flipAt: size - 7 }, { flipAt: size >> 2 }]) {
      damage(file, damaged, how);
      expect([how, await refusalOf(inspectBackup(damaged, passphrase))]).toEqual([how, "torn"]);
    }
    expect(await refusalOf(inspectBackup(file, "another passphrase"))).toBe("passphrase-wrong");
    expect(await refusalOf(inspectBackup(file, null))).toBe("passphrase-needed");
  }, 300_000);

  it("leaves nothing where it only proves wrong once it is restored, on either engine", async () => {
    const forged = join(folders.make(), "forged.tar.gz");
    const hashes = new Map<string, string>();
    await forge(plain.file, forged, {
      piece: (name, text) => {
        if (!name.startsWith("tables/audit.")) return text;
        const changed = text.replace('"load-folder"', '"load-nothing"');
        hashes.set("audit", createHash("sha256").update(changed).digest("hex"));
        return changed;
      },
      manifest: (manifest) => ({
        ...manifest,
        tables: manifest.tables.map((table) => ({ ...table, sha256: hashes.get(table.name) ?? table.sha256 })),
      }),
    });
    const order = { file: forged, passphrase: null, secret: null };
    const dataDir = folders.make();
    expect(await refusalOf(restoreBackup({ ...order, place: { dataDir }, dataDir }))).toBe("trail-broken");
    expect(readdirSync(dataDir)).toEqual([]);
    const databaseUrl = await server.createDatabase();
    expect(await refusalOf(restoreBackup({ ...order, place: { databaseUrl }, dataDir }))).toBe("trail-broken");
    const store = await openStore({ databaseUrl });
    expect(await store.readVersion()).toBe(0);
    await store.close();
  }, 300_000);
});

/** A backup as it was made before the migration that counts the changes of accounts: one column less. */
function beforeIdentity(): Parameters<typeof forge>[2] {
  const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
  let sha256 = "";
  const at = 2;
  return {
    piece: (name, text) => {
      if (!name.includes("dataset")) return text;
      const older = `${JSON.stringify(without<unknown>(JSON.parse(text), at))}\n`;
      sha256 = createHash("sha256").update(older).digest("hex");
      return older;
    },
    manifest: (told) => ({
      ...told,
      migrations: told.migrations.slice(0, 4),
      tables: told.tables.map((table) => {
        if (table.name !== "dataset") return table;
        expect(table.columns[at]?.name).toBe("identity_version");
        return { ...table, columns: without(table.columns, at), sha256 };
      }),
    }),
  };
}

describe("the place", () => {
  it("must be empty, and is left as it was where it is not", async () => {
    const order = { file: plain.file, passphrase: null, secret: null };
    const { folder } = desk.served;
    const before = readdirSync(folder).sort();
    const version = await desk.served.store.readVersion();
    expect(await refusalOf(restoreBackup({ ...order, place: { dataDir: folder }, dataDir: folder }))).toBe("not-empty");
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(await desk.served.store.readVersion()).toBe(version);
    const databaseUrl = await server.createDatabase();
    await executeOn(databaseUrl, "create table somebody (name text)");
    const dataDir = folders.make();
    expect(await refusalOf(restoreBackup({ ...order, place: { databaseUrl }, dataDir }))).toBe("not-empty");
    await executeOn(databaseUrl, "insert into somebody values ('still here')");
  });

  it("is not opened by anybody before it has proved itself", async () => {
    const databaseUrl = await server.createDatabase();
    const dataDir = folders.make();
    await restoreBackup({ file: plain.file, passphrase: null, secret: null, place: { databaseUrl }, dataDir });
    await executeOn(databaseUrl, "insert into migration (position, hash) values (-1, 'restoring')");
    await expect(openStore({ databaseUrl })).rejects.toThrow("did not end");
  });

  it("takes a backup of an older version and brings it up to date; one of a newer version is refused", async () => {
    const changed = join(folders.make(), "older.tar.gz");
    await forge(plain.file, changed, beforeIdentity());
    expect(plain.manifest.migrations.length).toBeGreaterThan(4);
    for (const place of [{ dataDir: folders.make() }, { databaseUrl: await server.createDatabase() }]) {
      const dataDir = place.dataDir ?? folders.make();
      await restoreBackup({ file: changed, passphrase: null, secret: null, place, dataDir });
      const store = await openStore(place);
      expect(await store.readVersion()).toBe(plain.manifest.dataset.version);
      await store.close();
    }
    rmSync(changed);
    await forge(plain.file, changed, { manifest: (told) => ({ ...told, migrations: [...told.migrations, "later"] }) });
    expect(await refusalOf(checkBackup(changed, null))).toBe("newer");
  }, 300_000);
});
