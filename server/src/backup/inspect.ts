import { createHash, type Hash } from "node:crypto";
import { readArchive } from "./archive.ts";
import { headsHash, Manifest } from "./manifest.ts";
import { BackupRefusal } from "./refusal.ts";

const piecePattern = /^tables\/([a-z][a-z0-9_]*)\.(\d{6,})\.ndjson$/;
const filePattern = /^evidence\/([0-9a-f]{64})$/;

/** What a piece of the archive is; undefined where it is nothing that a backup has. */
export function pieceOf(name: string): { readonly table: string; readonly number: number } | string | undefined {
  const [, table, number] = piecePattern.exec(name) ?? [];
  if (table !== undefined) return { table, number: Number(number) };
  return filePattern.exec(name)?.[1];
}

interface Seen {
  readonly tables: Map<string, { readonly hash: Hash; rows: number; pieces: number }>;
  readonly files: Map<string, number>;
  hasSecret: boolean;
  manifest: Manifest | undefined;
}

/** Reads a backup to its end and compares everything with its manifest; nothing is kept. */
export async function inspectBackup(file: string, passphrase: string | null): Promise<Manifest> {
  const seen: Seen = { tables: new Map(), files: new Map(), hasSecret: false, manifest: undefined };
  await readArchive(file, passphrase, async (name, bytes) => {
    if (!note(seen, name, bytes)) throw new BackupRefusal("torn", file);
  });
  const { manifest } = seen;
  if (manifest === undefined) throw new BackupRefusal("no-backup", file);
  if (!agrees(seen, manifest)) throw new BackupRefusal("torn", file);
  return manifest;
}

/** False where a piece cannot stand where it stands. */
function note(seen: Seen, name: string, bytes: Buffer): boolean {
  if (seen.manifest !== undefined) return false;
  if (name === "manifest.json") {
    seen.manifest = parseManifest(bytes);
    return seen.manifest !== undefined;
  }
  if (name === "auth-secret") {
    seen.hasSecret = true;
    return true;
  }
  const piece = pieceOf(name);
  if (piece === undefined) return false;
  if (typeof piece === "string") {
    seen.files.set(piece, bytes.length);
    return createHash("sha256").update(bytes).digest("hex") === piece;
  }
  const table = seen.tables.get(piece.table) ?? { hash: createHash("sha256"), rows: 0, pieces: 0 };
  seen.tables.set(piece.table, table);
  table.hash.update(bytes);
  table.rows += countLines(bytes);
  table.pieces += 1;
  return piece.number === table.pieces;
}

function parseManifest(bytes: Buffer): Manifest | undefined {
  try {
    return Manifest.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return undefined;
  }
}

function countLines(bytes: Buffer): number {
  let [count, at] = [0, bytes.indexOf(10)];
  while (at !== -1) [count, at] = [count + 1, bytes.indexOf(10, at + 1)];
  return count;
}

function agrees({ tables, files, hasSecret }: Seen, manifest: Manifest): boolean {
  const empty = createHash("sha256").digest("hex");
  const hashes = new Map([...tables].map(([name, { hash, rows }]) => [name, { rows, sha256: hash.digest("hex") }]));
  const isTable = manifest.tables.every(({ name, rows, sha256 }) => {
    const found = hashes.get(name) ?? { rows: 0, sha256: empty };
    return found.rows === rows && found.sha256 === sha256;
  });
  const kept = manifest.files.filter(({ kept }) => kept);
  return (
    isTable &&
    [...hashes.keys()].every((name) => manifest.tables.some((table) => table.name === name)) &&
    kept.length === files.size &&
    kept.every(({ hash, size }) => files.get(hash) === size) &&
    hasSecret === manifest.secret &&
    headsHash(manifest.heads) === manifest.headsHash
  );
}
