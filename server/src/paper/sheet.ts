import { excelText } from "@yuanbiao/core/neutral";
import { exact, plain } from "@yuanbiao/core/quantity";
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { createCanvas, heldAs, looks, type Painted, textCell } from "../workbook/paint.ts";

const line = { style: "thin", color: { rgb: "808080" } } as const;
const grid = { top: line, right: line, bottom: line, left: line } as const;
const font = { name: "宋体", size: 10 } as const;

/** The looks of a result's cells. */
export const cellLooks = {
  text: { font, border: grid, alignment: { vertical: "center", wrapText: true } },
  centre: { font, border: grid, alignment: { vertical: "center", horizontal: "center" } },
  long: { font, border: grid, alignment: { vertical: "top", wrapText: true } },
  mark: { font: { ...font, bold: true, color: { rgb: "9C1C1C" } }, alignment: { vertical: "center" } },
} as const satisfies Record<string, CellStyle>;

const figureLook = (isBold: boolean): CellStyle => ({
  font: { ...font, bold: isBold },
  border: grid,
  alignment: { vertical: "center", horizontal: "right" },
});

/** Decimals as the figure has them, so that 9.30 stays 9.30. */
const formatOf = (figure: string): string => {
  const decimals = figure.split(".")[1]?.length ?? 0;
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
};

const known = new Map<string, CellStyle>();

/** One style object a number of decimals: what is the same is told apart by identity. */
function figureStyle(figure: string): CellStyle {
  const numFmt = formatOf(figure);
  const found = known.get(numFmt) ?? { ...figureLook(false), numFmt };
  known.set(numFmt, found);
  return found;
}

export function figureCell(figure: string | null): Painted {
  const held = heldAs(figure);
  if (held === null || figure === null) return { value: null, type: "empty", style: figureStyle("0") };
  return { value: held, type: typeof held === "string" ? "string" : "number", style: figureStyle(figure) };
}

/** A sum as a formula beside its computed value, for readers that do not compute. */
export function sumCell(formula: string, figure: string): Painted {
  const held = Number(figure);
  const style = { ...figureLook(true), numFmt: formatOf(figure) };
  return { value: held, type: "formula", formula, formulaResult: held, style };
}

/** The exact sum of some points, with as many decimals as the longest of them has. */
export function sumPoints(points: readonly (string | null)[]): string {
  const all = points.filter((own) => own !== null);
  const decimals = Math.max(0, ...all.map((own) => own.split(".")[1]?.length ?? 0));
  return all.reduce((sum, own) => sum.plus(own), exact(0)).toFixed(decimals);
}

export const isSame = (a: string, b: string): boolean => plain(exact(a)) === plain(exact(b));

/** A column as Excel calls it, from 0: A, Z, AA. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest === 0 ? "" : columnName(rest - 1)}${String.fromCharCode(65 + (at % 26))}`;
}

export interface SheetPlan {
  readonly name: string;
  readonly title: string;
  readonly mark: string | null;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Painted[])[];
  readonly note?: string;
  /** Columns that stay in view. */
  readonly fixed?: number;
}

/** Rows above the first row of the table: the title with its mark, and the head. */
export const headRows = 2;

const wide = /[\u2e80-\uffff]/g;

/** How many lines a text takes in a column: a Chinese letter is as wide as two others. */
function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length + (part.match(wide)?.length ?? 0)) / width)), 0);
}

/** Not every reader fits rows to wrapped text by itself. */
function heightOf(cells: readonly Painted[], widths: readonly number[]): number {
  const lines = cells.map(({ value }, column) =>
    typeof value === "string" ? linesIn(value, widths[column] ?? 10) : 1,
  );
  return Math.min(400, 6 + 13 * Math.max(1, ...lines));
}

/** One sheet: a title, a frozen head that can be filtered, the rows, a note under them. */
export function makeSheet({ name, title, mark, widths, head, rows, note, fixed = 0 }: SheetPlan): WriteSheet {
  const canvas = createCanvas();
  canvas.set(0, 0, textCell(title, { ...looks.title, alignment: { horizontal: "left", vertical: "center" } }));
  if (mark !== null) canvas.set(0, Math.max(3, fixed + 2), textCell(mark, cellLooks.mark));
  head.forEach((text, column) => {
    canvas.set(1, column, textCell(text, looks.head));
  });
  // A cell that looks as its column does needs no style of its own, which a large sheet feels.
  const styles = head.map((_, column) => rows[0]?.[column]?.style);
  const values = rows.map((cells, row) =>
    cells.map((cell, column) => {
      const isPlain = cell.type !== "formula" && cell.style === styles[column];
      if (!isPlain) canvas.set(row + headRows, column, cell);
      return cell.value;
    }),
  );
  if (note !== undefined) canvas.set(rows.length + headRows + 1, 0, textCell(note, { font }));
  return {
    name: excelText(name),
    columns: widths.map((width, column) => ({ width, ...(styles[column] && { style: styles[column] }) })),
    rows: [...Array.from({ length: headRows }, () => []), ...values],
    cells: canvas.cells,
    freezePane: { rows: headRows, ...(fixed > 0 && { columns: fixed }) },
    autoFilter: { range: `A${headRows}:${columnName(head.length - 1)}${headRows + Math.max(1, rows.length)}` },
    pageSetup: {
      ...{ paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: `$1:$${headRows}`,
    } as const,
    ...(mark === null ? {} : { headerFooter: { oddHeader: `&C${mark}` } }),
    rowDefs: new Map([
      [0, { height: 26 }],
      [1, { height: 30 }],
      ...rows.map((cells, row) => [row + headRows, { height: heightOf(cells, widths) }] as const),
    ]),
  };
}
