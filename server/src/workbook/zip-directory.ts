import { refuseUnless } from "./file-fault.ts";

/** An entry as the archive's directory describes it; sizes in bytes. */
export interface Entry {
  readonly name: string;
  readonly isPacked: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly inflated: number;
  readonly at: number;
}

export interface Packed {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

const [localMark, directoryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50];
const [localSize, directorySize, endSize, longestComment] = [30, 46, 22, 65_535];
const [encryptedFlag, maskedFlag, utf8Flag] = [0x1, 0x2000, 0x800];
const [stored, deflated] = [0, 8];
/** What a field holds where the true figure stands in a 64-bit extension, which no workbook of ours needs. */
const [beyond16, beyond32] = [0xffff, 0xffffffff];

export function packedFile(bytes: Uint8Array): Packed {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= earliest; at--) {
    const isEnd = view.getUint32(at, true) === endMark;
    if (isEnd && at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return -1;
}

/** A name that leads out of the archive, or means different files to different programs, is not plain. */
function isPlainName(name: string): boolean {
  if (name === "" || name.startsWith("/") || /[\\:\0\ufffd]/.test(name)) return false;
  return !name.split("/").some((part) => part === ".." || part === ".");
}

function readName({ bytes }: Packed, at: number, size: { length: number; flags: number }): string {
  const encoding = (size.flags & utf8Flag) === 0 ? "latin1" : "utf-8";
  return new TextDecoder(encoding).decode(bytes.subarray(at, at + size.length));
}

function readEntry(file: Packed, at: number): { entry: Entry; next: number } {
  const { view } = file;
  refuseUnless(at + directorySize <= view.byteLength && view.getUint32(at, true) === directoryMark, "damaged-file");
  const [flags, method, length] = [
    view.getUint16(at + 8, true),
    view.getUint16(at + 10, true),
    view.getUint16(at + 28, true),
  ];
  const next = at + directorySize + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  refuseUnless(next <= view.byteLength, "damaged-file");
  refuseUnless((flags & (encryptedFlag | maskedFlag)) === 0, "encrypted-workbook");
  refuseUnless(method === stored || method === deflated, "unsupported-archive");
  const [packed, inflated, local] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  refuseUnless(packed !== beyond32 && inflated !== beyond32 && local !== beyond32, "unsupported-archive");
  const name = readName(file, at + directorySize, { length, flags });
  refuseUnless(isPlainName(name), "suspicious-archive");
  const isPacked = method === deflated;
  return { entry: { name, isPacked, checksum: view.getUint32(at + 16, true), packed, inflated, at: local }, next };
}

/** Reads the archive's directory: no 64-bit extension, no parts on other disks, no encryption, no name twice. */
export function readDirectory(file: Packed, mostEntries: number): readonly Entry[] {
  const { view } = file;
  const end = findEnd(view);
  refuseUnless(end >= 0, "damaged-file");
  const [disk, onDisk, count] = [
    view.getUint16(end + 4, true),
    view.getUint16(end + 8, true),
    view.getUint16(end + 10, true),
  ];
  let at = view.getUint32(end + 16, true);
  refuseUnless(count !== beyond16 && at !== beyond32 && disk === 0 && onDisk === count, "unsupported-archive");
  refuseUnless(count <= mostEntries, "suspicious-archive");
  const entries: Entry[] = [];
  while (entries.length < count) {
    const { entry, next } = readEntry(file, at);
    entries.push(entry);
    at = next;
  }
  refuseUnless(at <= end, "damaged-file");
  refuseUnless(new Set(entries.map(({ name }) => name.toLowerCase())).size === count, "suspicious-archive");
  return entries;
}

/**
 * Where an entry's bytes stand, as [from, to). Its own header must agree with the directory: programs differ in whom they
 * believe, and a file must not be one thing to a scanner and another to us.
 */
export function packedRange(file: Packed, entry: Entry): readonly [from: number, to: number] {
  const { view } = file;
  const { at } = entry;
  refuseUnless(at + localSize <= view.byteLength && view.getUint32(at, true) === localMark, "damaged-file");
  const [flags, method, length] = [
    view.getUint16(at + 6, true),
    view.getUint16(at + 8, true),
    view.getUint16(at + 26, true),
  ];
  const from = at + localSize + length + view.getUint16(at + 28, true);
  refuseUnless(from + entry.packed <= view.byteLength, "damaged-file");
  const agrees =
    readName(file, at + localSize, { length, flags }) === entry.name && (method === deflated) === entry.isPacked;
  refuseUnless(agrees, "suspicious-archive");
  return [from, from + entry.packed];
}

/** Whether no two ranges share a byte: overlapping entries let a small file inflate without end. */
export function areApart(ranges: readonly (readonly [from: number, to: number])[]): boolean {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return sorted.every(([from], place) => from >= (sorted[place - 1]?.[1] ?? 0));
}
