import { mkdir, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { StorePlace } from "@yuanbiao/db/open";
import { migrationFault, NotEmpty, type Restoring, startRestoring } from "@yuanbiao/db/restoring";
import { pino } from "pino";
import { makeContext } from "../assemble.ts";
import { recordRead, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { readArchive } from "./archive.ts";
import { inspectBackup, pieceOf } from "./inspect.ts";
import { operator, syncFolder } from "./make.ts";
import type { Manifest } from "./manifest.ts";
import { type Proof, proveFiles, proveSeals, proveTables, proveTrail } from "./prove.ts";
import { BackupRefusal } from "./refusal.ts";

const secretName = "auth-secret";

export interface RestoreOrder {
  readonly file: string;
  readonly passphrase: string | null;
  readonly place: StorePlace;
  /** Where files and the secret go; of a place that is a file, the database as well. */
  readonly dataDir: string;
  /** What AUTH_SECRET says here. */
  readonly secret: string | null;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly proof: Proof;
}

/** Restores a backup into an empty place, which can be opened only when it has proved itself; otherwise nothing is left. */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const manifest = await inspectBackup(order.file, order.passphrase);
  const fault = migrationFault(manifest);
  if (fault !== undefined) throw new BackupRefusal(fault === "newer" ? "newer" : "other-migrations", manifest.version);
  await refuseFilled(order);
  await mkdir(order.dataDir, { recursive: true, mode: 0o700 });
  // In a folder of its own until everything is proved: what is there then only gets its name.
  const draft = await mkdtemp(join(order.dataDir, "restoring-"));
  try {
    const proof = await restoreInto({ ...order, draft, manifest });
    await putInPlace(draft, order.dataDir);
    return { manifest, proof };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Proves a backup by restoring it into a temporary place, of which nothing is kept. */
export async function checkBackup(file: string, passphrase: string | null): Promise<Restored> {
  const dataDir = await mkdtemp(join(tmpdir(), "yuanbiao-check-"));
  try {
    return await restoreBackup({ file, passphrase, place: { dataDir }, dataDir, secret: null });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Work extends RestoreOrder {
  readonly draft: string;
  readonly manifest: Manifest;
}

async function restoreInto(work: Work): Promise<Proof> {
  const { draft, manifest, place, file } = work;
  const restoring = await startRestoring("databaseUrl" in place ? place : { dataDir: draft }, manifest).catch(
    (error: unknown) => {
      throw error instanceof NotEmpty ? new BackupRefusal("not-empty", "DATABASE_URL") : error;
    },
  );
  try {
    const context = contextOver(restoring, draft);
    const rows = await fill(work, restoring, context);
    const proof = {
      rows,
      files: await proveFiles(context, manifest),
      entries: await proveTrail(context, manifest),
      seals: await proveSeals(context),
    };
    const after = { madeAt: manifest.madeAt, engine: manifest.engine, version: manifest.version };
    await recordRead(context, operator, { area: systemArea, action: "restore", subject: basename(file), after });
    // Before the last step: a place that opens has all that it needs.
    if ("databaseUrl" in place) await putInPlace(draft, work.dataDir);
    await restoring.finish();
    return proof;
  } catch (error) {
    // Where even this fails the mark stays, and nobody opens the place.
    await restoring.discard().catch(() => undefined);
    throw error;
  } finally {
    await restoring.close();
  }
}

function contextOver({ store }: Restoring, dataDir: string): Context {
  return makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }), dataDir });
}

/** Loads what the archive has, tables first; gives the number of rows, which are proved before today's tables are made. */
async function fill(work: Work, restoring: Restoring, { files }: Context): Promise<number> {
  const { file, passphrase, manifest } = work;
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  let rows: number | undefined;
  const endTables = async (): Promise<number> => {
    const proved = await proveTables(restoring, manifest);
    await restoring.migrateOn();
    return proved;
  };
  await readArchive(file, passphrase, async (name, bytes) => {
    const piece = pieceOf(name);
    if (typeof piece === "object") {
      const table = tables.get(piece.table);
      if (table === undefined || rows !== undefined) throw new BackupRefusal("torn", file);
      await restoring.load(table, bytes.toString("utf8").trimEnd().split("\n"));
      return;
    }
    rows ??= await endTables();
    if (name === secretName) await putSecret(work, bytes);
    else if (piece !== undefined) await files.save(bytes);
  });
  return rows ?? endTables();
}

/** Where there is a secret it must be the same one: it reads what the restored accounts have. */
async function putSecret({ draft, dataDir, secret, file }: Work, bytes: Buffer): Promise<void> {
  const kept = await readFile(join(dataDir, secretName), "utf8").catch(() => undefined);
  const present = secret ?? kept?.trim();
  if (present !== undefined && present !== bytes.toString("utf8")) throw new BackupRefusal("secret-differs", file);
  if (present !== undefined) return;
  const handle = await open(join(draft, secretName), "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The database comes last: where it stands, everything else does. */
async function putInPlace(draft: string, dataDir: string): Promise<void> {
  const names = (await readdir(draft)).sort(
    (a, b) => Number(a.startsWith("yuanbiao.db")) - Number(b.startsWith("yuanbiao.db")),
  );
  for (const name of names) await rename(join(draft, name), join(dataDir, name));
  await syncFolder(dataDir);
}

const ours = ["yuanbiao.db", "yuanbiao.db-wal", "yuanbiao.db-shm", "evidence", "job"];

/** Folders of backups and anchors may be there, and the secret; a database on a server says itself whether it is empty. */
async function refuseFilled({ place, dataDir }: RestoreOrder): Promise<void> {
  if ("databaseUrl" in place) return;
  const names = await readdir(dataDir).catch(() => []);
  const found = names.find((name) => ours.includes(name));
  if (found !== undefined) throw new BackupRefusal("not-empty", join(dataDir, found));
}
