import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { faces, sizes, twips } from "./face.ts";

export type ColumnAlign = "left" | "center" | "right";

export interface PaperTable {
  readonly kind: "table";
  /** Stands above the table with its number: 表1 …. */
  readonly title?: string;
  readonly head: readonly string[];
  /** Widths of the columns in percent. */
  readonly widths: readonly number[];
  /** Left where nothing is said. */
  readonly align?: readonly ColumnAlign[];
  readonly rows: readonly (readonly string[])[];
  /** Room to write by hand: the least height of a row. */
  readonly rowHeightMm?: number;
  /** Stands on one page as a whole: where people sign. */
  readonly isWhole?: boolean;
  readonly note?: string;
}

const alignments: Record<ColumnAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };

/** A table over the whole width of the text, its head repeated on every page, rows kept whole. */
export function tableOf(table: PaperTable, textMm: number): Table {
  const { head, widths, rows, align = [], rowHeightMm, isWhole = false } = table;
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      verticalAlign: VerticalAlign.CENTER,
      children: text.split("\n").map(
        (part) =>
          new Paragraph({
            keepNext: isWhole,
            alignment: isHead ? AlignmentType.CENTER : alignments[align[column] ?? "left"],
            children: [new TextRun({ ...(isHead ? faces.head : faces.body), text: part, size: sizes.small })],
          }),
      ),
    });
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(rowHeightMm === undefined || isHead
        ? {}
        : { height: { value: twips(rowHeightMm), rule: HeightRule.ATLEAST } }),
      children: cells.map((text, column) => cell(text, column, isHead)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((width) => Math.round((twips(textMm) * width) / 100)),
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: [...(head.length === 0 ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))],
  });
}
