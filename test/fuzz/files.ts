import { refill } from "../support/workbook.ts";
import { zip } from "../support/zip.ts";

const text = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content));
const xml = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>';
const sheets = [
  { name: "[Content_Types].xml", content: '<?xml version="1.0"?><Types/>' },
  { name: "xl/workbook.xml", content: xml },
  { name: "../../evil.xml", content: "x" },
];
const bomb = zip([{ name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(30_000_000) }]);

/**
 * Files to send: some that are taken, some that pretend. `form` is the form of the address that is asked; `tampered` the
 * same with the file's name written into some of its cells.
 */
export const fileKinds = [
  "form",
  "tampered",
  "pdf",
  "png",
  "empty",
  "junk",
  "html",
  "svg",
  "archive",
  "bomb",
  "large",
] as const;
export type FileKind = (typeof fileKinds)[number];
type Fixed = Exclude<FileKind, "form" | "tampered">;

const contents: Readonly<Record<Fixed, Uint8Array>> = {
  pdf: text("%PDF-1.7\n佐证"),
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  empty: new Uint8Array(),
  junk: Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256),
  html: text("<html><script>alert(1)</script>"),
  svg: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  archive: zip(sheets),
  bomb,
  large: new Uint8Array(5_200_000).fill(80),
};

export const contentOf = (kind: Fixed): Uint8Array => contents[kind];

/** A workbook with a text in every few of its cells, hidden sheets included; what is none stays as it is. */
export async function tamper(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  const every = 2 + (text.length % 9);
  let at = 0;
  return refill(bytes, {}, (_first, sheets) => {
    for (const { rows, cells } of sheets) {
      for (const [place, row] of rows.entries()) {
        for (const column of row.keys()) {
          at += 1;
          if (at % every !== 0) continue;
          row[column] = text.slice(0, 3000);
          cells?.delete(`${place},${column}`);
        }
      }
    }
  });
}
