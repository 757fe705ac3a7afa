import { dutyPaperWords } from "../text/score-paper-duty.ts";
import { writePaper } from "./document.ts";
import type { PaperHead } from "./head.ts";
import { paragraphs } from "./section.ts";

export interface VerificationRow {
  readonly indicator: string;
  readonly unit: string;
  /** A figure, or 未报, 不适用; null where nothing is there yet, and a hand may write it. */
  readonly reported: string | null;
  readonly verified: string | null;
  readonly adopted: string | null;
  readonly difference: string | null;
  readonly reason: string | null;
}

/** Signed by hand, in cells of its own. */
export interface VerificationData extends Pick<PaperHead, "language" | "mark"> {
  readonly area: string;
  readonly period: string;
  readonly department: string;
  readonly rows: readonly VerificationRow[];
}

/** 核定表: what was reported beside what was verified and adopted, to be signed, as a Word file. */
export function writeVerification(data: VerificationData): Promise<Uint8Array> {
  const { language, mark, area, period, department, rows } = data;
  const words = dutyPaperWords[language];
  return writePaper({
    ...{ language, mark, signed: null, addressee: null, landscape: true },
    title: words.verificationTitle(area, period),
    parts: [
      ...paragraphs([words.verificationOpening(department)]),
      {
        kind: "table",
        head: words.verificationHead,
        widths: [6, 25, 8, 11, 11, 11, 9, 19],
        align: ["center", "left", "center", "right", "right", "right", "right", "left"],
        rows: rows.map(({ indicator, unit, reported, verified, adopted, difference, reason }, at) => [
          ...[String(at + 1), indicator, unit, reported, verified, adopted, difference, reason].map(
            (text) => text ?? "",
          ),
        ]),
        note: words.verificationNote,
      },
      {
        kind: "table",
        head: ["", ...words.verificationSigners],
        widths: [10, 30, 30, 30],
        align: ["center"],
        rows: words.signatureRows.map((what) => [what, "", "", ""]),
        rowHeightMm: 10,
        isWhole: true,
      },
    ],
  });
}
