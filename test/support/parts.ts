import { inflateRawSync } from "node:zlib";
import { packedFile, packedRange, readDirectory } from "@yuanbiao/server/workbook/zip-directory";

export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The parts of an Office file or an archive, those of the files within it too. */
export function partsOf(bytes: Uint8Array, name: string): Part[] {
  const file = packedFile(bytes);
  return readDirectory(file, 10_000).flatMap((entry) => {
    const [from, to] = packedRange(file, entry);
    const packed = bytes.subarray(from, to).subarray(-entry.packed);
    const content = entry.isPacked ? new Uint8Array(inflateRawSync(packed)) : packed;
    const inner = `${name}/${entry.name}`;
    const part = { name: inner, bytes: content };
    return /\.(docx|xlsx)$/.test(entry.name) ? [part, ...partsOf(content, inner)] : [part];
  });
}
