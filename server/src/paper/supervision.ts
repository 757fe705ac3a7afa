import { dutyPaperWords } from "../text/score-paper-duty.ts";
import { writePaper } from "./document.ts";
import type { PaperHead } from "./head.ts";
import { paragraphs } from "./section.ts";

export interface SupervisionItem {
  /** A task or a target. */
  readonly matter: string;
  /** Document and clause. */
  readonly basis: string;
  readonly due: string;
  /** 已逾期 20 天; 偏离 −12.5 个百分点. */
  readonly state: string;
  readonly demand: string;
}

export interface SupervisionData extends PaperHead {
  /** Which unit has the duty. */
  readonly unit: string;
  /** The office's own number, where it has given one. */
  readonly number: string | null;
  readonly replyBy: string;
  readonly items: readonly SupervisionItem[];
}

/** 督办单: what is overdue or behind, what is demanded until when, and room for the answer, as a Word file. */
export function writeSupervision(data: SupervisionData): Promise<Uint8Array> {
  const { language, mark, signer, date, unit, number, replyBy, items } = data;
  const words = dutyPaperWords[language];
  return writePaper({
    ...{ language, mark, signed: { signer, date }, addressee: unit },
    title: words.supervisionTitle(number),
    parts: [
      ...paragraphs([words.supervisionOpening(items.length, replyBy)]),
      {
        kind: "table",
        title: words.supervisionItems,
        head: words.supervisionHead,
        widths: [8, 22, 19, 11, 20, 20],
        align: ["center", "left", "left", "center", "left", "left"],
        rows: items.map(({ matter, basis, due, state, demand }, at) => [
          ...[String(at + 1), matter, basis, due, state, demand],
        ]),
      },
      {
        kind: "table",
        title: words.supervisionReply,
        head: words.supervisionReplyHead,
        widths: [8, 70, 22],
        align: ["center"],
        rows: items.map((_, at) => [String(at + 1), "", ""]),
        rowHeightMm: 22,
      },
    ],
  });
}
