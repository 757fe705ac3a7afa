import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type IRunOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/**
 * The body of an official paper by GB/T 9704—2012: A4, margins 37/35/28/26 mm, 仿宋 三号 (16 pt), fixed line pitch of
 * 28.95 pt, headings in 黑体 and 楷体. No red head, number or seal: those are the office's.
 */
export interface Paper {
  readonly title: string;
  /** 主送机关 */
  readonly addressee: string;
  readonly parts: readonly PaperPart[];
  readonly signer: string;
  /** As it is written: 2026年11月22日. */
  readonly date: string;
}

export type PaperPart =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      /** Widths of the columns in percent. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

const linePitch = Math.round(28.95 * 20);
const bodySize = 32;
const titleSize = 44;
const tableSize = 24;

/** East Asian and Latin letters have fonts of their own in Word. */
const face = (eastAsia: string): IRunOptions => ({
  font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia },
});
const bodyFace = face("仿宋");

interface LineOptions {
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: number;
  readonly right?: number;
  readonly before?: number;
}

function line(text: string, run: IRunOptions, { alignment, indent, right, before = 0 }: LineOptions = {}): Paragraph {
  return new Paragraph({
    children: [new TextRun({ ...run, text })],
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT, before, after: 0 },
    indent: { ...(indent === undefined ? {} : { firstLine: indent }), ...(right === undefined ? {} : { right }) },
    ...(alignment === undefined ? {} : { alignment }),
  });
}

/** Two letters of indent: 2 × 16 pt. */
const twoLetters = 2 * 16 * 20;
const fourLetters = 2 * twoLetters;

function partOf(part: PaperPart): Paragraph | Table {
  if (part.kind === "table") return tableOf(part);
  const run = part.kind === "heading" ? face("黑体") : bodyFace;
  return line(part.text, { ...run, size: bodySize }, { indent: twoLetters });
}

function tableOf({ head, widths, rows }: Extract<PaperPart, { kind: "table" }>): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({ children: [new TextRun({ ...face(isHead ? "黑体" : "仿宋"), text, size: tableSize })] }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, column) => cell(text, column, isHead)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    // 156 mm of text, in twentieths of a point.
    columnWidths: widths.map((width) => Math.round((convertMillimetersToTwip(156) * width) / 100)),
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** A paper as a Word file. */
export async function writePaper({ title, addressee, parts, signer, date }: Paper): Promise<Uint8Array> {
  const right = AlignmentType.RIGHT;
  const body = { ...bodyFace, size: bodySize };
  const document = new Document({
    title,
    creator: signer,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
            },
          },
        },
        children: [
          line(title, { ...face("方正小标宋简体"), size: titleSize }, { alignment: AlignmentType.CENTER }),
          line("", body),
          line(`${addressee}：`, body),
          ...parts.map(partOf),
          line("", body),
          line(signer, body, { alignment: right, right: fourLetters, before: linePitch }),
          line(date, body, { alignment: right, right: fourLetters }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
