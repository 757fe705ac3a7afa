import { narrow } from "@yuanbiao/core/cell";
import { headText, spellings } from "../text/workbook.ts";
import { addressOf } from "./address.ts";
import { cellText, createFindings, type Findings, refused } from "./findings.ts";
import { findSheet, missingHeads, type Places, placesOf, readHead } from "./form-head.ts";
import { identitySheet, templateIdentity } from "./identity.ts";
import { type FilledRow, type OpenOptions, type OpenSheet, openWorkbook } from "./open.ts";
import { checkIdentity } from "./read-identity.ts";
import { hasInput, readLine } from "./read-line.ts";
import type { Reading, ReadLine, ReadProgress, TemplateForm } from "./shape.ts";

const options: OpenOptions = {
  fileBytes: 5_000_000,
  entries: 200,
  inflatedBytes: 60_000_000,
  mostRows: 5000,
  names: [identitySheet, ...spellings("formSheet")],
};

interface Form {
  readonly sheet: OpenSheet;
  readonly places: Places;
  readonly rows: readonly FilledRow[];
}

const needed = ["code", "value", "state", "explanation"] as const;
/** The row of 甲乙丙丁 under the heading. */
const placeMark = "甲";
const bare = (text: string): string => narrow(text).replace(/\s/g, "");
const footWords = spellings("head").map(bare);

const codeIn = ({ cells }: FilledRow, { code }: Places): string => narrow(cellText(cells[code]) ?? "");

/** The rows between the heading (whichever row has most of it) and the signatures. */
function readForm(sheet: OpenSheet, findings: Findings): Form | undefined {
  const rows = [...sheet.rows()];
  const heads = rows.map(({ cells }) => readHead(cells));
  const best = heads.reduce((most, head, at) => (head.size > (heads[most]?.size ?? 0) ? at : most), 0);
  const head = heads[best] ?? new Map();
  const places = placesOf(head);
  if (places === undefined) {
    findings.add("head-missing", { sheet: sheet.name, cell: null }, { expected: missingHeads(head, needed, headText) });
    return undefined;
  }
  const below = rows.slice(best + 1).filter((row) => codeIn(row, places) !== placeMark);
  const foot = below.findIndex((row) => footWords.includes(bare(codeIn(row, places))));
  return { sheet, places, rows: foot < 0 ? below : below.slice(0, foot) };
}

/** One finding for each merged range over inputs: whose figure it is cannot be known. */
function findMerged({ sheet, places, rows }: Form, findings: Findings): void {
  const inputs = [places.value, places.state, places.explanation];
  for (const { startRow, endRow, startCol, endCol } of sheet.merges) {
    const column = inputs.find((input) => input >= startCol && input <= endCol);
    const row = rows.find((filled) => filled.row > startRow && filled.row <= endRow + 1);
    if (column === undefined || row === undefined) continue;
    const found = `${addressOf(startRow + 1, startCol)}:${addressOf(endRow + 1, endCol)}`;
    findings.add("merged-input", { sheet: sheet.name, cell: addressOf(row.row, column) }, { found });
  }
}

function readLines(
  { sheet: { name: sheet }, places, rows }: Form,
  expected: TemplateForm,
  findings: Findings,
): ReadLine[] {
  const asked = new Map(expected.lines.map(({ indicator }) => [indicator.code, indicator]));
  const seen = new Map<string, string>();
  const lines: ReadLine[] = [];
  for (const filled of rows) {
    const code = codeIn(filled, places);
    const place = { sheet, cell: addressOf(filled.row, places.code) };
    const [indicator, first] = [asked.get(code), seen.get(code)];
    if (code === "") {
      if (hasInput({ cells: filled.cells, columns: places })) findings.add("row-without-code", place);
    } else if (indicator === undefined) findings.add("unknown-row", place, { found: code });
    else if (first !== undefined) findings.add("duplicate-row", place, { found: code, expected: first });
    else {
      seen.set(code, place.cell);
      lines.push(readLine({ sheet, ...filled, columns: places }, indicator, findings));
    }
  }
  for (const code of asked.keys()) {
    if (!seen.has(code)) findings.add("missing-row", { sheet, cell: null }, { expected: code });
  }
  return lines;
}

/** Reads an area's filled form against what it was given out as: every line, or every finding. Throws FileFault. */
export async function interpretTemplate(
  bytes: Uint8Array,
  expected: TemplateForm,
  onProgress: (progress: ReadProgress) => void,
): Promise<Reading<ReadLine>> {
  const findings = createFindings();
  const workbook = await openWorkbook(bytes, options);
  const identity = checkIdentity(workbook, templateIdentity(expected), findings);
  if (identity === undefined) return refused(findings);
  const sheet = findSheet(workbook, "formSheet", findings);
  const form = sheet === undefined ? undefined : readForm(sheet, findings);
  if (form === undefined) return refused(findings);
  const lines = readLines(form, expected, findings);
  findMerged(form, findings);
  onProgress({ rows: form.rows.length, share: 1 });
  return findings.count() > 0
    ? refused(findings)
    : { kind: "read", sheet: form.sheet.name, version: identity.version, lines };
}
