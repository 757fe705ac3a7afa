import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files kept by the SHA-256 of their bytes: the same bytes are kept once, and a name says whether they are whole. */
export interface Files {
  /** Stores bytes; they are on disk when this returns. */
  save(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash; throws where they are gone or not what the hash says. */
  read(hash: string): Promise<Buffer>;
}

/** A store of files in a folder, two letters of the hash a subfolder. */
export function openFiles(folder: string): Files {
  const placeOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    async save(bytes) {
      const hash = hashOf(bytes);
      const place = placeOf(hash);
      const isThere = await stat(place).then(
        ({ size }) => size === bytes.length,
        () => false,
      );
      if (!isThere) await write(place, bytes);
      return hash;
    },
    async read(hash) {
      const bytes = await readFile(placeOf(hash));
      if (hashOf(bytes) !== hash) throw new Error(`file ${hash} is not what it was`);
      return bytes;
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Written beside, brought to disk, then given its name: a file of that name is always whole. */
async function write(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${randomUUID()}`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(place));
}

/** The name in the folder must be on disk as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
