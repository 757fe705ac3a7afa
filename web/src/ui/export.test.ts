import { expect, test } from "vitest";
import { excelCell, neutral, toCsv } from "./export.ts";

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
])("neutral(%s)", (cell, safe) => {
  expect(neutral(cell)).toBe(safe);
});

test("CSV opens in Excel as it is: byte order mark, quotes doubled, CRLF", () => {
  const csv = toCsv({ name: "x", head: ["名称", "值"], rows: [['a,"b"', "1"]], notes: ["2026-11-21"] });
  expect(csv).toBe('\ufeff名称,值\r\n"a,""b""",1\r\n2026-11-21\r\n');
});

test("figures become numbers in Excel, unless a double would change them", () => {
  expect(excelCell("1829.84")).toBe(1829.84);
  expect(excelCell("-9.20")).toBe(-9.2);
  expect(excelCell("0012")).toBe("0012");
  expect(excelCell("1234567890123.456789")).toBe("1234567890123.456789");
  expect(excelCell("=1")).toBe("'=1");
});
