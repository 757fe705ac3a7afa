import { excelText, neutral } from "@yuanbiao/core/neutral";
import { isQuantity } from "@yuanbiao/core/quantity";
import type { Cell } from "hucre/xlsx";

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** said under the table: source, date of the view */
  readonly notes: readonly string[];
}

/** Numbers, negative ones too, are nothing that a spreadsheet runs. */
const isNumber = (cell: string): boolean => isQuantity(cell.startsWith("+") ? cell.slice(1) : cell);

/** A text that a spreadsheet would run is neutralised. */
export function safeCell(cell: string): string {
  return isNumber(cell) ? cell : neutral(cell);
}

const safeText = (cell: string): string => (isNumber(cell) ? cell : excelText(cell));

function csvCell(cell: string): string {
  const safe = safeCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV with a byte order mark, so that Excel reads Chinese, and CRLF line ends (RFC 4180). */
export function toCsv(sheet: Sheet): string {
  const lines = [sheet.head, ...sheet.rows, ...sheet.notes.map((note) => [note])];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A cell of Excel: a text, or a number with the format that shows all of its decimals. */
type ExcelCell = string | { readonly value: number; readonly numFmt: string | null };

/** Excel keeps fifteen digits. */
const mostDigits = 15;

/** A figure that Excel holds and shows exactly as it is written becomes a number, all else is neutralised text. */
export function excelCell(cell: string): ExcelCell {
  const value = Number(cell);
  const decimals = cell.split(".")[1]?.length ?? 0;
  const isHeld = isQuantity(cell) && cell.replace(/\D/g, "").length <= mostDigits;
  if (!isHeld || Object.is(value, -0) || value.toFixed(decimals) !== cell) return safeText(cell);
  return { value, numFmt: String(value) === cell ? null : `0.${"0".repeat(decimals)}` };
}

/** Excel forbids []:*?/\ in sheet names and allows 31 characters. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

/** Cells that need a format of their own, by "row,column". */
function formatted(rows: readonly (readonly ExcelCell[])[]): Map<string, Partial<Cell>> {
  const styles = new Map<string, { readonly numFmt: string }>();
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (typeof cell === "string" || cell.numFmt === null) return;
      const style = styles.get(cell.numFmt) ?? { numFmt: cell.numFmt };
      styles.set(cell.numFmt, style);
      cells.set(`${at},${column}`, { value: cell.value, type: "number", style });
    });
  });
  return cells;
}

/** The table as an Excel workbook: the head, the rows, a blank row, the notes. */
export async function toExcel(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import("hucre/xlsx");
  const rows = [sheet.head.map(safeText), ...sheet.rows.map((row) => row.map(excelCell))];
  const body = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.value)));
  const notes = sheet.notes.map((note) => [safeText(note)]);
  const widths = sheet.head.map((head, at) => {
    const longest = Math.max(...[head, ...sheet.rows.slice(0, 200).map((row) => row[at] ?? "")].map(displayWidth));
    return { width: Math.min(60, Math.max(8, longest + 2)) };
  });
  const page = { name: sheetName(sheet.name), rows: [...body, [], ...notes], columns: widths };
  return new Uint8Array(await writeXlsx({ sheets: [{ ...page, cells: formatted(rows), freezePane: { rows: 1 } }] }));
}

/** A Chinese character is as wide as two digits. */
function displayWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0);
}

export type TableFormat = "csv" | "excel";

const excelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The table as a file of that format. */
export async function tableFile(sheet: Sheet, format: TableFormat): Promise<{ name: string; content: Blob }> {
  if (format === "csv") {
    return { name: `${sheet.name}.csv`, content: new Blob([toCsv(sheet)], { type: "text/csv;charset=utf-8" }) };
  }
  return { name: `${sheet.name}.xlsx`, content: new Blob([await toExcel(sheet)], { type: excelType }) };
}

/** Hands a file to the reader. */
export function saveFile({ name, content }: { name: string; content: Blob }): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
