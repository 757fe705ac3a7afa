import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, fsync, mkdirSync, openSync, renameSync, writeFile, writeFileSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { readFileParts, removeFileParts, writeFileParts } from "@yuanbiao/db/file-parts";
import type { Store } from "@yuanbiao/db/store";

/** Files kept by the SHA-256 of their bytes: the same bytes are kept once, and a name says whether they are whole. */
export interface Files {
  /** Stores bytes; they are on disk when this returns. */
  save(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash; throws `DamagedFile` where they are gone or not what the hash says. */
  read(hash: string): Promise<Buffer>;
  /** Removes the bytes of a hash; nothing may need them any more. */
  remove(hash: string): Promise<void>;
}

/** The bytes of a hash are gone, cut or changed. */
export class DamagedFile extends Error {
  constructor(hash: string) {
    super(`file ${hash} is not what it was`);
  }
}

/** A store of files in a folder, two letters of the hash a subfolder. */
export function openFiles(folder: string): Files {
  const placeOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  let ready: Promise<void> | undefined;
  /** Once in the life of this process: whoever comes second waits for the first. */
  const folders = (): Promise<void> => {
    ready ??= makeFolders(folder).catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
  return {
    async save(bytes) {
      const hash = hashOf(bytes);
      const place = placeOf(hash);
      // One that was damaged since is made whole by whoever brings it again.
      const isThere =
        existsSync(place) &&
        (await readFile(place).then(
          (kept) => kept.equals(bytes),
          () => false,
        ));
      if (!isThere) {
        await folders();
        await write(place, bytes);
      }
      return hash;
    },
    async read(hash) {
      const bytes = await readFile(placeOf(hash)).catch((error: unknown) => {
        throw isGone(error) ? new DamagedFile(hash) : error;
      });
      if (hashOf(bytes) !== hash) throw new DamagedFile(hash);
      return bytes;
    },
    remove: (hash) => rm(placeOf(hash), { force: true }),
  };
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["ENOENT", "EIO"].includes(String(error.code));

/**
 * A store of files in the database itself, for processes on several machines: what is replicated there is whole. Version
 * 0.1.0 kept them in a folder also beside PostgreSQL: what is not in the database may be there still.
 */
export function storedFiles(store: Store, folder: string, earlier: Pick<Files, "read">): Files {
  return {
    async save(bytes) {
      const hash = hashOf(bytes);
      await writeFileParts(store, { folder, hash }, bytes);
      return hash;
    },
    async read(hash) {
      const bytes = await readFileParts(store, { folder, hash });
      return bytes !== undefined && hashOf(bytes) === hash ? bytes : earlier.read(hash);
    },
    remove: (hash) => removeFileParts(store, { folder, hash }),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What is no more than this is in the system's memory sooner than another thread could be told of it. */
const fewBytes = 256 * 1024;

/**
 * Written beside, brought to disk, then given its name: a file of that name is always whole. What waits for the disk is
 * left to others; names are made and changed in memory, at once.
 */
async function write(place: string, bytes: Uint8Array): Promise<void> {
  const draft = `${place}.${randomUUID()}`;
  try {
    const descriptor = openSync(draft, "wx");
    try {
      if (bytes.length <= fewBytes) writeFileSync(descriptor, bytes);
      else await writeLarge(descriptor, bytes);
      await toDisk(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(place));
}

const writeLarge = promisify(writeFile);
const toDisk = promisify(fsync);

/** A subfolder for every first two letters of a hash: each made at its first file would make that one wait for the disk. */
async function makeFolders(folder: string): Promise<void> {
  await makeFolder(folder);
  for (let at = 0; at < 256; at += 1) {
    mkdirSync(join(folder, at.toString(16).padStart(2, "0")), { recursive: true });
  }
  await syncFolder(folder);
}

/**
 * One folder first: asked for several at once, a disk that cannot be written is told as a folder that is not there. The
 * names of those that were made are on disk as well before a file within them is acknowledged.
 */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder).then(
    () => folder,
    async (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return (await mkdir(folder, { recursive: true })) ?? folder;
      if (error.code !== "EEXIST") throw error;
      return folder;
    },
  );
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** The name in the folder must be on disk as well. */
async function syncFolder(folder: string): Promise<void> {
  let descriptor: number;
  try {
    descriptor = openSync(folder, "r");
  } catch {
    return;
  }
  await toDisk(descriptor).catch(() => undefined);
  closeSync(descriptor);
}
