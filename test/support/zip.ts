import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

/** An entry of an archive that may lie: what is left out is told truly. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly packed?: Uint8Array;
  readonly checksum?: number;
  readonly declared?: number;
  readonly flags?: number;
  readonly method?: number;
  /** The name in the entry's own header, where it differs from the directory's. */
  readonly localName?: string;
}

interface Made {
  readonly local: Buffer;
  readonly directory: Buffer;
}

function header(entry: ZipEntry, { packed, mark }: { packed: Uint8Array; mark: "local" | "directory" }): Buffer {
  const content = Buffer.from(entry.content);
  const isLocal = mark === "local";
  const name = Buffer.from((isLocal ? entry.localName : undefined) ?? entry.name);
  const fields = Buffer.alloc(isLocal ? 30 : 46);
  const shift = isLocal ? 0 : 2;
  fields.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
  fields.writeUInt16LE(20, 4 + shift);
  fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 6 + shift);
  fields.writeUInt16LE(entry.method ?? 8, 8 + shift);
  fields.writeUInt32LE(entry.checksum ?? crc32(content), 14 + shift);
  fields.writeUInt32LE(packed.length, 18 + shift);
  fields.writeUInt32LE(entry.declared ?? content.length, 22 + shift);
  fields.writeUInt16LE(name.length, 26 + shift);
  return Buffer.concat([fields, name]);
}

function make(entry: ZipEntry, at: number): Made {
  const packed = entry.packed ?? (entry.method === 0 ? Buffer.from(entry.content) : deflateRawSync(entry.content));
  const directory = header(entry, { packed, mark: "directory" });
  directory.writeUInt32LE(at, 42);
  return { local: Buffer.concat([header(entry, { packed, mark: "local" }), packed]), directory };
}

/** Writes an archive byte by byte, as an attacker would: every header field can be made to lie. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const made: Made[] = [];
  let at = 0;
  for (const entry of entries) {
    const next = make(entry, at);
    made.push(next);
    at += next.local.length;
  }
  const directory = Buffer.concat(made.map((entry) => entry.directory));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...made.map((entry) => entry.local), directory, end]));
}

/** Zeros, deflated piece by piece: a gigabyte becomes one megabyte, and neither side ever holds the gigabyte. */
export async function packZeros(bytes: number): Promise<{ packed: Uint8Array; checksum: number }> {
  const piece = Buffer.alloc(1 << 20);
  const deflate = createDeflateRaw({ level: 1 });
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => void chunks.push(chunk));
  let checksum = 0;
  for (let written = 0; written < bytes; written += piece.length) {
    checksum = crc32(piece, checksum);
    if (!deflate.write(piece)) await new Promise((resolve) => deflate.once("drain", resolve));
  }
  await new Promise<void>((resolve) => {
    deflate.once("end", resolve);
    deflate.end();
  });
  return { packed: Buffer.concat(chunks), checksum };
}
