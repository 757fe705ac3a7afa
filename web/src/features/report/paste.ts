import { type CellContext, readCell } from "@yuanbiao/core/cell";
import { type CellFault, changeDraft, type Drafts, type LineDraft, settleDraft } from "./draft.ts";

/** Reads what a spreadsheet puts on the clipboard: rows of cells, a cell with line breaks or tabs in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"' && quoted && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (letter === "\t" && !quoted) endCell();
    else if (letter === "\n" && !quoted) {
      endCell();
      rows.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  endCell();
  while (rows.length > 0 && rows[rows.length - 1]?.every((one) => one === "")) rows.pop();
  return rows;
}

/** Whether what is pasted is a block of cells and not a single text. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ""));
}

/** A line of the form that cells can be put into. */
export interface Place {
  readonly indicator: string;
  readonly name: string;
  readonly isOpen: boolean;
}

/** What did not become a figure: with its text, so that nothing of the block is lost. */
export interface Leftover {
  readonly indicator: string | null;
  readonly name: string | null;
  readonly text: string;
  readonly reason: "unreadable" | "line-closed" | "beyond-end";
  readonly fault: CellFault | null;
}

export interface Pasted {
  readonly drafts: Drafts;
  readonly filled: readonly string[];
  readonly blanks: number;
  readonly leftovers: readonly Leftover[];
}

interface Row {
  readonly place: Place | undefined;
  readonly value: string;
  readonly explanation: string;
}

const plainName = (text: string): string => text.replace(/[\s（）()：:、,，]/g, "").toLowerCase();

/** Rows that begin with names or codes of lines go to these; all others go downwards from where the cursor stands. */
function placeRows(block: readonly (readonly string[])[], places: readonly Place[], from: number): Row[] {
  const named = new Map(
    places.flatMap((place) => [place.name, place.indicator].map((name) => [plainName(name), place])),
  );
  const isNamed = block.some((cells) => cells.length > 1 && named.has(plainName(cells[0] ?? "")));
  return block.map((cells, at) => {
    if (!isNamed) return { place: places[from + at], value: cells[0] ?? "", explanation: cells[1] ?? "" };
    return { place: named.get(plainName(cells[0] ?? "")), value: cells[1] ?? "", explanation: cells[2] ?? "" };
  });
}

function leftover({ place, value, explanation }: Row, reason: Leftover["reason"], fault: CellFault | null): Leftover {
  const text = [value, explanation].filter((part) => part !== "").join("  ");
  return { indicator: place?.indicator ?? null, name: place?.name ?? null, text, reason, fault };
}

function fillDraft(draft: LineDraft, { value, explanation }: Row): LineDraft {
  const filled = value === "" ? draft : settleDraft(changeDraft(draft, "text", value));
  return explanation === "" ? filled : changeDraft(filled, "explanation", explanation);
}

/**
 * Puts a block into the lines: values down the form, a second column into 情况说明. A blank cell changes nothing; what
 * cannot be read is left in its field and listed, and so is what has no place.
 */
export function pasteBlock(
  drafts: Drafts,
  block: readonly (readonly string[])[],
  { places, from }: { places: readonly Place[]; from: string },
): Pasted {
  const start = Math.max(
    0,
    places.findIndex(({ indicator }) => indicator === from),
  );
  const next = new Map(drafts);
  const filled: string[] = [];
  const leftovers: Leftover[] = [];
  let blanks = 0;
  for (const row of placeRows(block, places, start)) {
    const draft = row.place === undefined ? undefined : next.get(row.place.indicator);
    if (row.value === "" && row.explanation === "") blanks += 1;
    else if (row.place === undefined || draft === undefined) leftovers.push(leftover(row, "beyond-end", null));
    else if (!row.place.isOpen) leftovers.push(leftover(row, "line-closed", null));
    else {
      next.set(draft.indicator, fillDraft(draft, row));
      const fault = row.value === "" ? null : faultOf(row.value, draft);
      if (fault === null) filled.push(draft.indicator);
      else leftovers.push(leftover(row, "unreadable", fault));
    }
  }
  return { drafts: next, filled, blanks, leftovers };
}

function faultOf(text: string, context: CellContext): CellFault | null {
  const reading = readCell({ kind: "text", text }, context);
  return reading.kind === "fault" ? reading : null;
}
