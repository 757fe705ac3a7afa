import { isQuantity } from "@yuanbiao/core/quantity";

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** said under the table: source, date of the view */
  readonly notes: readonly string[];
}

/** A text that a spreadsheet would run as a formula is prefixed; numbers, negative ones too, stay numbers. */
export function neutral(cell: string): string {
  if (!/^[=+\-@\t\r]/.test(cell)) return cell;
  const number = cell.startsWith("+") ? cell.slice(1) : cell;
  return isQuantity(number) ? cell : `'${cell}`;
}

function csvCell(cell: string): string {
  const safe = neutral(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV with a byte order mark, so that Excel reads Chinese, and CRLF line ends (RFC 4180). */
export function toCsv(sheet: Sheet): string {
  const lines = [sheet.head, ...sheet.rows, ...sheet.notes.map((note) => [note])];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Cells for Excel: a figure that a double holds exactly becomes a number, all else is neutralised text. */
export function excelCell(cell: string): string | number {
  if (isQuantity(cell) && cell.replace(/\D/g, "").length <= 15 && !/^-?0\d/.test(cell)) return Number(cell);
  return neutral(cell);
}

function save(content: BlobPart, kind: string, file: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function downloadCsv(sheet: Sheet): void {
  save(toCsv(sheet), "text/csv;charset=utf-8", `${sheet.name}.csv`);
}

/** Excel forbids []:*?/\ in sheet names and allows 31 characters. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

export async function downloadExcel(sheet: Sheet): Promise<void> {
  const { writeXlsx } = await import("hucre/xlsx");
  const body = sheet.rows.map((row) => row.map(excelCell));
  const notes = sheet.notes.map((note) => [neutral(note)]);
  const widths = sheet.head.map((head, at) => {
    const longest = Math.max(...[head, ...sheet.rows.slice(0, 200).map((row) => row[at] ?? "")].map(displayWidth));
    return { width: Math.min(60, Math.max(8, longest + 2)) };
  });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheetName(sheet.name),
        rows: [[...sheet.head], ...body, [], ...notes],
        columns: widths,
        freezePane: { rows: 1 },
      },
    ],
  });
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  save(new Uint8Array(bytes), kind, `${sheet.name}.xlsx`);
}

/** A Chinese character is as wide as two digits. */
function displayWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0);
}
