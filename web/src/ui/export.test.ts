import { expect, test } from "vitest";
import { excelCell, safeCell, toCsv } from "./export.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+cmd", "'+cmd"],
  ["-cmd", "'-cmd"],
  ["@sum", "'@sum"],
  ["\tx", "'\tx"],
  ["=5", "'=5"],
  ["-9.20", "-9.20"],
  ["+10", "+10"],
  ["10.8", "10.8"],
  ["柳州市", "柳州市"],
  ["\n=1", "'\n=1"],
  ["＝1+1", "'＝1+1"],
  ["－9.20", "'－9.20"],
  ["＠a", "'＠a"],
  ["'=1", "''=1"],
  ["'引'", "'引'"],
])("safeCell(%j)", (cell, safe) => {
  expect(safeCell(cell)).toBe(safe);
});

test("CSV opens in Excel as it is: byte order mark, quotes doubled, CRLF", () => {
  const csv = toCsv({ name: "x", head: ["名称", "值"], rows: [['a,"b"', "1"]], notes: ["2026-11-21"] });
  expect(csv).toBe('\ufeff名称,值\r\n"a,""b""",1\r\n2026-11-21\r\n');
});

test("figures become numbers in Excel, with all of their decimals, unless a double would change them", () => {
  expect(excelCell("1829.84")).toEqual({ value: 1829.84, numFmt: null });
  expect(excelCell("-9.20")).toEqual({ value: -9.2, numFmt: "0.00" });
  expect(excelCell("0012")).toBe("0012");
  expect(excelCell("-0")).toBe("-0");
  expect(excelCell("1234567890123.456789")).toBe("1234567890123.456789");
  expect(excelCell("=1")).toBe("'=1");
});
