import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { decrypt, encrypt, encryptedStart } from "./passphrase.ts";
import { BackupRefusal } from "./refusal.ts";
import { addTrailer, takeTrailer } from "./trailer.ts";

/** Above this nothing gets smaller worth the time. */
const effort = 4;
const largestPiece = 1024 ** 3;

/** Adds a piece to the archive that is being written. */
export type Add = (name: string, bytes: Uint8Array) => Promise<void>;

/** Writes a new file, readable by its owner alone; it is on disk when this returns. */
export async function writeArchive(
  file: string,
  passphrase: string | null,
  fill: (add: Add) => Promise<void>,
): Promise<void> {
  const tar = pack();
  const zipped = [createGzip({ level: effort }), addTrailer()] as const;
  const out = createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
  const source = Readable.from(tar);
  const written =
    passphrase === null
      ? pipeline(source, ...zipped, out)
      : pipeline(source, ...zipped, (bytes: AsyncIterable<Uint8Array>) => encrypt(bytes, passphrase), out);
  // A piece waits until the stream takes it: when the stream fails, the piece must fail as well.
  let stop: (error: unknown) => void = () => undefined;
  let reason: unknown;
  const failure = written.catch((error: unknown) => {
    reason ??= error;
    stop(error);
  });
  const add: Add = (name, bytes) =>
    new Promise((resolve, reject) => {
      stop = reject;
      addPiece(tar, name, bytes).then(resolve, reject);
    });
  try {
    await fill(add);
    tar.finalize();
    await written;
  } catch (error) {
    // What came first: each end of the stream says of the other only that it is gone.
    reason ??= error;
    tar.destroy();
    await failure;
    throw reason;
  }
}

function addPiece(tar: ReturnType<typeof pack>, name: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
    const sink = tar.entry(header, (error) => (error ? reject(error) : resolve()));
    sink.end(bytes);
  });
}

/**
 * Gives every piece of an archive, in its order. Only where this returns are the pieces as they were written: who acts
 * on them before must be able to take it back.
 */
export async function readArchive(
  file: string,
  passphrase: string | null,
  take: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const isEncrypted = await beginsEncrypted(file);
  if (isEncrypted && passphrase === null) throw new BackupRefusal("passphrase-needed", file);
  const tar = extract();
  let refusal: unknown;
  const source = openBytes(file, isEncrypted ? passphrase : null);
  const flow = pipeline(source, takeTrailer(), createGunzip(), tar).catch((error: unknown) => {
    throw error instanceof BackupRefusal ? error : new BackupRefusal("torn", file, error);
  });
  const pieces = takeAll(tar, take).catch((error: unknown) => {
    refusal = error;
    throw error;
  });
  const [flowed, taken] = await Promise.allSettled([flow, pieces]);
  // What the reader of a piece has to say stands before the stream that it broke off; a broken stream before all else.
  if (taken.status === "rejected" && refusal instanceof BackupRefusal) throw refusal;
  if (flowed.status === "rejected") throw flowed.reason;
  if (taken.status === "rejected") throw taken.reason;
}

async function takeAll(
  tar: ReturnType<typeof extract>,
  take: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  for await (const piece of tar) {
    const { name, size } = piece.header;
    if (size > largestPiece) throw new Error(`${name} is too large`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of piece) if (chunk instanceof Uint8Array) chunks.push(chunk);
    await take(name, Buffer.concat(chunks));
  }
}

function openBytes(file: string, passphrase: string | null): Readable {
  const bytes = createReadStream(file, { highWaterMark: 1024 * 1024 });
  return passphrase === null ? bytes : Readable.from(decrypt(bytes, { passphrase, file }));
}

async function beginsEncrypted(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: unknown) => {
    throw new BackupRefusal("unreadable", file, error);
  });
  try {
    const start = Buffer.alloc(encryptedStart.length);
    await handle.read(start, 0, start.length, 0);
    return start.equals(encryptedStart);
  } finally {
    await handle.close();
  }
}
