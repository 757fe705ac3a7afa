import { Buffer } from "node:buffer";
import { FileFault } from "./file-fault.ts";

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const archive = [0x50, 0x4b, 0x03, 0x04];
const encryptedStream = Buffer.from("EncryptedPackage", "utf16le");

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const kinds: readonly (readonly [mark: RegExp, name: string])[] = [
  [/^%PDF-/, "PDF"],
  [/^(?:\ufeff|\s)*(?:<!doctype html|<html|<table|<meta)/i, "HTML"],
  [/^(?:\ufeff|\s)*<\?xml/i, "XML"],
  [/^Rar!/, "RAR"],
  [/^7z\xbc\xaf/, "7z"],
  [/^\x89PNG/, "PNG"],
  [/^\xff\xd8\xff/, "JPEG"],
];

function kindOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 512));
  const named = kinds.find(([mark]) => mark.test(head.toString("latin1")));
  if (named !== undefined) return named[1];
  return head.includes(0) ? null : "CSV/TXT";
}

/** Refuses, by its first bytes and never by its name, a file that is no .xlsx archive; says what it is where it knows. */
export function refuseForeignFile(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileFault("empty-file");
  if (startsWith(bytes, compound)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encryptedStream);
    throw new FileFault(isEncrypted ? "encrypted-workbook" : "old-excel");
  }
  if (!startsWith(bytes, archive)) throw new FileFault("not-a-workbook", kindOf(bytes));
}
