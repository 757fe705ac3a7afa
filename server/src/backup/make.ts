import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "@yuanbiao/db/canonical";
import { listAuditHeads } from "@yuanbiao/db/queries/audit";
import { getDataset } from "@yuanbiao/db/queries/dataset";
import { type FileReference, listFileReferences, readLines, readMigrations, takeSnapshot } from "@yuanbiao/db/snapshot";
import type { Reader } from "@yuanbiao/db/store";
import { type TableShape, tableShapes } from "@yuanbiao/db/table-shape";
import type { Asker } from "../asker.ts";
import { recordRead, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { type Add, writeArchive } from "./archive.ts";
import { inspectBackup } from "./inspect.ts";
import { type FileRecord, headsHash, type Manifest, type TableRecord } from "./manifest.ts";
import { backupName } from "./name.ts";
import { BackupRefusal } from "./refusal.ts";

export interface BackupOrder {
  readonly folder: string;
  /** None leaves the backup as readable as the database is. */
  readonly passphrase: string | null;
  /** What AUTH_SECRET says; it goes into an encrypted backup alone. */
  readonly secret: string | null;
}

export interface BackupMade {
  readonly file: string;
  readonly size: number;
  readonly manifest: Manifest;
  /** Files that records refer to and that could not be read whole. */
  readonly missing: readonly FileRecord[];
}

type Source = Pick<Context, "store" | "files" | "version" | "clock">;

/** The program itself, where nobody asked. */
export const operator: Asker = {
  actor: { account: "system", name: "", grants: [], keyScope: null, keyId: null },
  address: null,
  repeat: null,
};

/**
 * Writes a backup of everything that is committed at one instant, while others go on, and reads it back before it gets
 * its name. Its entry in the trail comes first, so that the copy holds it as well.
 */
export async function makeBackup(context: Context, order: BackupOrder): Promise<BackupMade> {
  if ((await context.store.readHead()).recordedAt === null) throw new BackupRefusal("nothing-there", order.folder);
  const madeAt = new Date();
  const name = backupName(madeAt, order.passphrase !== null);
  const entry = { area: systemArea, action: "backup", subject: name };
  await mkdir(order.folder, { recursive: true, mode: 0o700 });
  await recordRead(context, operator, { ...entry, after: { encrypted: order.passphrase !== null } });
  const draft = join(order.folder, `.${name}.${randomUUID()}`);
  try {
    const manifest = await writeBackup(context, { ...order, draft, madeAt });
    const read = await inspectBackup(draft, order.passphrase);
    if (canonicalJson(read) !== canonicalJson(manifest)) throw new BackupRefusal("torn", name);
    const file = join(order.folder, name);
    await rename(draft, file);
    await syncFolder(order.folder);
    const missing = manifest.files.filter(({ kept }) => !kept);
    return { file, size: (await stat(file)).size, manifest, missing };
  } catch (error) {
    await rm(draft, { force: true });
    await recordRead(context, operator, { ...entry, result: "failed" }).catch(() => undefined);
    throw error;
  }
}

interface Writing extends BackupOrder {
  readonly draft: string;
  readonly madeAt: Date;
}

async function writeBackup(context: Source, { draft, passphrase, madeAt, ...order }: Writing): Promise<Manifest> {
  const secret = passphrase === null ? null : order.secret;
  let manifest: Manifest | undefined;
  await writeArchive(draft, passphrase, async (add) => {
    const { references, ...read } = await takeSnapshot(context.store, (snapshot) => addSnapshot(snapshot, add));
    // Files are never changed: they need not hold up the database's tidying.
    const files = await addFiles(context, references, add);
    if (secret !== null) await add("auth-secret", Buffer.from(secret));
    manifest = {
      ...{ format: 1, version: context.version, madeAt: madeAt.toISOString() },
      ...{ ...read, files, secret: secret !== null },
    };
    await add("manifest.json", Buffer.from(canonicalJson(manifest)));
  });
  if (manifest === undefined) throw new Error("a backup without a manifest");
  return manifest;
}

async function addSnapshot(snapshot: Reader, add: Add) {
  const heads = await listAuditHeads(snapshot);
  return {
    engine: snapshot.engine,
    migrations: await readMigrations(snapshot),
    dataset: await getDataset(snapshot),
    heads,
    headsHash: headsHash(heads),
    references: await listFileReferences(snapshot),
    tables: await addTables(snapshot, add),
  };
}

async function addTables(snapshot: Reader, add: Add): Promise<TableRecord[]> {
  const records: TableRecord[] = [];
  for (const shape of tableShapes()) records.push(await addTable(snapshot, shape, add));
  return records;
}

/** A piece of the archive is as long as that: what is in memory at once. */
const pieceLength = 2 * 1024 * 1024;

async function addTable(snapshot: Reader, shape: TableShape, add: Add): Promise<TableRecord> {
  const hash = createHash("sha256");
  let [rows, pieces, length] = [0, 0, 0];
  let held: string[] = [];
  const flush = async (): Promise<void> => {
    if (held.length === 0) return;
    const bytes = Buffer.from(held.join(""));
    hash.update(bytes);
    pieces += 1;
    [held, length] = [[], 0];
    await add(`tables/${shape.name}.${String(pieces).padStart(6, "0")}.ndjson`, bytes);
  };
  for await (const lines of readLines(snapshot, shape)) {
    const text = lines.map((line) => `${line}\n`).join("");
    rows += lines.length;
    length += text.length;
    held.push(text);
    if (length > pieceLength) await flush();
  }
  await flush();
  return { ...shape, columns: [...shape.columns], key: [...shape.key], rows, sha256: hash.digest("hex") };
}

/** A file that is gone or torn is left out and named, and the rest is kept all the same. */
async function addFiles({ files }: Source, references: readonly FileReference[], add: Add): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for (const { hash, size } of references) {
    const bytes = await files.read(hash).catch(() => undefined);
    const kept = bytes !== undefined && bytes.length === size;
    if (kept) await add(`evidence/${hash}`, bytes);
    records.push({ hash, size, kept });
  }
  return records;
}

/** The name in the folder must be on disk as well. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
