import { and, eq, sql } from "drizzle-orm";
import { encodeFields, shapeOf } from "./rows.ts";
import type { Reader, Store } from "./store.ts";
import { engineOf } from "./store.ts";

const bytesAtOnce = 1024 * 1024;

/** Which file: of which folder, by the hash of its bytes. */
export interface FileName {
  readonly folder: string;
  readonly hash: string;
}

/** Stores a file in parts, all of them or none; what is there already stays. */
export async function writeFileParts(store: Store, name: FileName, bytes: Uint8Array): Promise<void> {
  if (await hasFileParts(store, name)) return;
  const engine = store[engineOf];
  const { name: table, fields } = shapeOf(store.schema.filePart);
  const columns = fields.map(({ column }) => column.name);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A file of no bytes has one part as well: otherwise it would not be there.
  const count = Math.max(1, Math.ceil(whole.length / bytesAtOnce));
  try {
    await engine.transact(async (connection) => {
      for (let part = 0; part < count; part += 1) {
        const piece = whole.subarray(part * bytesAtOnce, (part + 1) * bytesAtOnce);
        const row = encodeFields(fields, { ...name, part, bytes: piece });
        await connection.insert({ table, columns, rows: [row] });
      }
    });
  } catch (error) {
    // Somebody else has stored the same bytes at the same moment.
    if (!engine.isTaken(error)) throw error;
  }
}

async function hasFileParts(reader: Reader, name: FileName): Promise<boolean> {
  const [row] = await reader.select(sql`select count(*) from ${reader.schema.filePart} where ${named(reader, name)}`);
  return Number(row?.[0]) > 0;
}

/** The bytes of a file, or undefined where it is not there. */
export async function readFileParts(reader: Reader, name: FileName): Promise<Buffer | undefined> {
  const { filePart } = reader.schema;
  const rows = await reader.select(sql`select "bytes" from ${filePart} where ${named(reader, name)} order by "part"`);
  const parts = rows.map(([bytes]) => bytes).filter((bytes) => bytes instanceof Uint8Array);
  return parts.length === 0 ? undefined : Buffer.concat(parts);
}

export async function removeFileParts(store: Store, name: FileName): Promise<void> {
  await store[engineOf].transact((connection) =>
    connection.run(sql`delete from ${store.schema.filePart} where ${named(store, name)}`),
  );
}

function named({ schema: { filePart } }: Reader, { folder, hash }: FileName) {
  return and(eq(filePart.folder, folder), eq(filePart.hash, hash));
}
