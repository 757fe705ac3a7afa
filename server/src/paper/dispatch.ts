import { dutyPaperWords } from "../text/score-paper-duty.ts";
import { writePaper } from "./document.ts";
import type { PaperHead } from "./head.ts";
import { paragraphs } from "./section.ts";

export interface DispatchRow {
  readonly area: string;
  readonly target: string;
  readonly due: string;
  /** With units; null where there is none. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly deviation: string | null;
  /** The light or status in words. */
  readonly status: string;
  /** What is missing or behind and who owes it. */
  readonly owed: string;
}

export interface DispatchData extends PaperHead {
  /** The day that the table is about, as it is to be read. */
  readonly on: string;
  readonly rows: readonly DispatchRow[];
}

/** 目标完成情况调度表 as a Word file, a row a target, in the order given. */
export function writeDispatch({ language, mark, signer, date, on, rows }: DispatchData): Promise<Uint8Array> {
  const words = dutyPaperWords[language];
  return writePaper({
    ...{ language, mark, signed: { signer, date }, addressee: null, landscape: true },
    title: words.dispatchTitle,
    parts: [
      ...paragraphs([words.dispatchOpening(on)]),
      {
        kind: "table",
        head: words.dispatchHead,
        widths: [13, 18, 8, 9, 10, 9, 11, 22],
        align: ["left", "left", "center", "right", "right", "right", "center", "left"],
        rows: rows.map(({ area, target, due, expected, actual, deviation, status, owed }) => [
          ...[area, target, due, expected ?? "—", actual ?? "—", deviation ?? "—", status, owed],
        ]),
        note: words.dispatchNote,
      },
    ],
  });
}
