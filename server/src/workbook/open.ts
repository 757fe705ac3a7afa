import type { RawCell } from "@yuanbiao/core/cell";
import { type MergeRange, readXlsx, type Sheet } from "hucre/xlsx";
import { type ArchiveLimits, openArchive } from "./archive.ts";
import { FileFault } from "./file-fault.ts";
import { hasTellingFormat, shownAs } from "./number-format.ts";

/** Cells of one row by column, 0 being A. */
export type RowCells = readonly (RawCell | undefined)[];

export interface FilledRow {
  /** From 1, as Excel counts. */
  readonly row: number;
  readonly cells: RowCells;
}

export interface OpenSheet {
  readonly name: string;
  /** Rows with at least one filled cell, made one by one while they are read. */
  readonly rows: () => Generator<FilledRow>;
  readonly height: number;
  /** Merged ranges of more than one cell; rows and columns from 0. */
  readonly merges: readonly MergeRange[];
}

export interface OpenedWorkbook {
  readonly sheets: readonly OpenSheet[];
  /** Names of all sheets that a person sees. */
  readonly visible: readonly string[];
}

/** Our forms have ten columns; what stands further right is nobody's figure. */
const columns = 16;
const within = "A1:P1048576";

function toCell(sheet: Sheet, row: number, column: number): RawCell | undefined {
  const value = sheet.rows[row]?.[column] ?? null;
  const detail = sheet.cells?.get(`${row},${column}`);
  if (value === null) return detail?.formula === undefined ? undefined : { kind: "formula-without-value" };
  if (typeof value === "number") return { kind: "number", text: String(value), ...shownAs(detail?.style?.numFmt) };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (value instanceof Date) return { kind: "date", text: value.toISOString().slice(0, 10) };
  return detail?.type === "error" ? { kind: "error", text: value } : { kind: "text", text: value };
}

function* filledRows(sheet: Sheet, mostRows: number): Generator<FilledRow> {
  let filled = 0;
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = Array.from({ length: Math.min(columns, sheet.rows[row]?.length ?? 0) }, (_, at) =>
      toCell(sheet, row, at),
    );
    if (!cells.some((cell) => cell !== undefined)) continue;
    filled += 1;
    if (filled > mostRows) throw new FileFault("too-many-rows", String(mostRows));
    yield { row: row + 1, cells };
  }
}

function openSheet(sheet: Sheet, mostRows: number): OpenSheet {
  const merges = (sheet.merges ?? []).filter(
    ({ startRow, endRow, startCol, endCol }) => startRow !== endRow || startCol !== endCol,
  );
  return { name: sheet.name, rows: () => filledRows(sheet, mostRows), height: sheet.rows.length, merges };
}

export interface OpenOptions extends ArchiveLimits {
  /** The sheets to read, where they are there. */
  readonly names: readonly string[];
  readonly mostRows: number;
}

/** Opens an uploaded workbook and reads the named sheets of it. Throws FileFault, whatever is wrong with the file. */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<OpenedWorkbook> {
  const { styles } = openArchive(bytes, options);
  const visible: string[] = [];
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets({ name, hidden, veryHidden }) {
        if (hidden !== true && veryHidden !== true) visible.push(name);
        return options.names.includes(name);
      },
      range: within,
      readStyles: styles === "" || hasTellingFormat(styles),
    });
    return { sheets: sheets.map((sheet) => openSheet(sheet, options.mostRows)), visible };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    // The reader's own errors name parts and offsets, which help nobody who fills a form.
    throw new FileFault("unreadable-workbook");
  }
}
