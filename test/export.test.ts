import { original } from "@yuanbiao/core/neutral";
import { type Sheet, toCsv, toExcel } from "@yuanbiao/web/ui/export";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";

const pieces = [
  "'",
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "1",
  "0",
  ".",
  ",",
  '"',
  ";",
  " ",
  "甲",
  "&",
  "<",
  "_x000D_",
  "😀",
];
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 8 }),
  fc.constantFrom(
    "-9.20",
    "+10",
    "0",
    "-0",
    "0.00",
    "007.5",
    "1829.84",
    "1234567890123.456789",
    "123456789012345",
    "",
    "—",
  ),
  fc
    .tuple(fc.integer(), fc.integer({ min: 0, max: 6 }))
    .map(([value, decimals]) => (value / 10 ** decimals).toFixed(decimals)),
);
const table: fc.Arbitrary<Sheet> = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({
    name: fc.constant("表"),
    head: row,
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    notes: fc.array(cell, { maxLength: 2 }),
  });
});
const linesOf = ({ head, rows }: Sheet): (readonly string[])[] => [head, ...rows];

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") records.push([]);
  }
  return records.slice(0, -1);
}

test("a table exported as CSV is read back with the same texts, and runs nothing", () => {
  fc.assert(
    fc.property(table, (sheet) => {
      const records = readCsv(toCsv(sheet).slice(1));
      for (const text of records.flat()) expect(text).not.toMatch(/^[=@\t\r\n＝＋－＠]|^[+-](?![\d.]*$)/);
      expect(records.slice(0, sheet.rows.length + 1).map((row) => row.map(original))).toEqual(linesOf(sheet));
      expect(records.slice(sheet.rows.length + 1).map(([note]) => original(note ?? ""))).toEqual(sheet.notes);
    }),
  );
});

test("a table exported to Excel is read back with the same texts, and has no formula", async () => {
  await fc.assert(
    fc.asyncProperty(table, async (sheet) => {
      const { sheets } = await readXlsx(await toExcel(sheet), { readStyles: true });
      const [page] = sheets;
      const formulas = [...(page?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined);
      expect(formulas).toEqual([]);
      const textOf = (row: number, column: number): string => {
        const value = page?.rows[row]?.[column] ?? "";
        if (typeof value !== "number") return original(String(value));
        const shown = page?.cells?.get(`${row},${column}`)?.style?.numFmt ?? "";
        return shown.startsWith("0.") ? value.toFixed(shown.length - 2) : String(value);
      };
      const read = linesOf(sheet).map((line, row) => line.map((_, column) => textOf(row, column)));
      expect(read).toEqual(linesOf(sheet));
    }),
    { numRuns: 60 },
  );
});
