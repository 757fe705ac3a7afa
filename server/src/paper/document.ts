import { AlignmentType, Document, ImageRun, Packer, Paragraph, type Table } from "docx";
import type { Language } from "../language.ts";
import { centred, faces, fourLetters, line, linePitch, sizes, smallLine, twoLetters } from "./face.ts";
import { type HeadingLevel, makeNumbering } from "./heading.ts";
import { markedHeader, pageNumber, pageOf } from "./page.ts";
import { type PaperTable, tableOf } from "./table.ts";

/**
 * The body of an official paper by GB/T 9704—2012: A4, margins 37/35/28/26 mm, 仿宋 三号 (16 pt), fixed line pitch of
 * 28.95 pt, headings 一、（一）1.（1）in 黑体 and 楷体. No red head, number or seal: those are the office's.
 */
export interface Paper {
  readonly title: string;
  /** 主送机关; forms have none. */
  readonly addressee: string | null;
  readonly parts: readonly PaperPart[];
  /** Who issues it, and when, as it is written: 2026年11月22日; null where the parties sign in the text. */
  readonly signed: { readonly signer: string; readonly date: string } | null;
  /** In the head of every page: 演示数据, 未发布. */
  readonly mark?: string | null;
  /** How headings, tables and pictures are numbered; Chinese where nothing is said. */
  readonly language?: Language;
  /** Wide tables lie across. */
  readonly landscape?: boolean;
}

export interface Picture {
  readonly png: Uint8Array;
  /** In pixels of whatever density; on paper it takes the width of the text. */
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

export type PaperPart =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly level: HeadingLevel; readonly text: string }
  /** Arithmetic and the like, in the size of tables. */
  | { readonly kind: "detail"; readonly text: string }
  | { readonly kind: "page-break" }
  | ({ readonly kind: "picture" } & Picture)
  | PaperTable;

interface Layout {
  readonly language: Language;
  readonly textMm: number;
}

const headingFaces = {
  1: { ...faces.head },
  2: { ...faces.second },
  3: { ...faces.body, bold: true },
  4: { ...faces.body },
} as const satisfies Record<HeadingLevel, object>;

const tallestMm = 200;

function pictureOf({ png, width, height, caption }: Picture, { textMm }: Layout): Paragraph {
  // A tall picture stays on one page with its caption.
  const points = (Math.min(textMm, (tallestMm * width) / height) / 25.4) * 96;
  return new Paragraph({
    ...centred,
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [
      new ImageRun({
        type: "png",
        data: png,
        transformation: { width: Math.round(points), height: Math.round((points * height) / width) },
        altText: { name: caption, title: caption, description: caption },
      }),
    ],
  });
}

/** Makes the parts of a paper, numbering headings, tables and pictures as they come. */
function makeParts(layout: Layout): (part: PaperPart, isLast: boolean) => (Paragraph | Table)[] {
  const numbered = makeNumbering(layout.language);
  const counts = { table: 0, picture: 0 };
  const label = (kind: "table" | "picture", text: string): string => {
    counts[kind] += 1;
    const words = layout.language === "en" ? { table: "Table ", picture: "Figure " } : { table: "表", picture: "图" };
    return `${words[kind]}${counts[kind]}　${text}`;
  };
  // The last words stay with the signature: none stands on a page of its own.
  return (part, isLast) => {
    switch (part.kind) {
      case "paragraph":
        return [line(part.text, { ...faces.body, size: sizes.body }, { indent: twoLetters, keepNext: isLast })];
      case "heading": {
        const { level, text } = part;
        const run = { ...headingFaces[level], size: sizes.body };
        return [
          line(`${numbered(level)}${text}`, run, { indent: twoLetters, outlineLevel: level - 1, keepNext: true }),
        ];
      }
      case "detail":
        return [smallLine(part.text, { left: twoLetters, keepNext: isLast })];
      case "page-break":
        return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20 } })];
      case "picture":
        return [pictureOf(part, layout), smallLine(label("picture", part.caption), centred)];
      case "table":
        return [
          ...(part.title === undefined
            ? []
            : [smallLine(label("table", part.title), { ...centred, keepNext: true, before: 120 })]),
          tableOf(part, layout.textMm),
          smallLine(part.note ?? "", { keepNext: isLast }),
        ];
    }
  };
}

/** 发文机关署名 and 成文日期, four letters from the right. */
function signatureOf({ signer, date }: NonNullable<Paper["signed"]>): Paragraph[] {
  const body = { ...faces.body, size: sizes.body };
  const place = { alignment: AlignmentType.RIGHT, right: fourLetters };
  return [
    line("", body, { keepNext: true }),
    line(signer, body, { ...place, before: linePitch, keepNext: true }),
    line(date, body, place),
  ];
}

/** A paper as a Word file. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const { title, addressee, parts, signed, mark = null, language = "zh-CN", landscape = false } = paper;
  const body = { ...faces.body, size: sizes.body };
  const make = makeParts({ language, textMm: landscape ? 225 : 156 });
  const marked = mark === null ? {} : { headers: { default: markedHeader(mark), even: markedHeader(mark) } };
  const document = new Document({
    title,
    ...(signed === null ? {} : { creator: signed.signer }),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: pageOf(landscape) },
        ...marked,
        footers: { default: pageNumber("odd"), even: pageNumber("even") },
        children: [
          line(title, { ...faces.title, size: sizes.title }, centred),
          line("", body),
          ...(addressee === null ? [] : [line(`${addressee}${language === "en" ? ":" : "："}`, body)]),
          ...parts.flatMap((part, at) => make(part, at === parts.length - 1)),
          ...(signed === null ? [] : signatureOf(signed)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
