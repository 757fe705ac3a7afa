import { narrow } from "@yuanbiao/core/cell";
import { officeHeadText, spellings } from "../text/workbook.ts";
import { addressOf } from "./address.ts";
import { cellText, createFindings, type Findings, refused } from "./findings.ts";
import { findSheet, missingHeads, type Places, placesOf, readHead } from "./form-head.ts";
import { identitySheet, officeIdentity } from "./identity.ts";
import { type FilledRow, type OpenOptions, type OpenSheet, openWorkbook } from "./open.ts";
import { checkIdentity } from "./read-identity.ts";
import { hasInput, readLine } from "./read-line.ts";
import type { OfficeForm, Reading, ReadOfficeLine, ReadProgress } from "./shape.ts";

const options: OpenOptions = {
  fileBytes: 20_000_000,
  entries: 200,
  inflatedBytes: 300_000_000,
  mostRows: 200_000,
  names: [identitySheet, ...spellings("officeSheet")],
};

const needed = ["area", "code", "value", "state", "explanation"] as const;
/** The heading stands within the first rows; a sheet without one is not read to its end. */
const headWithin = 20;

interface Heading {
  readonly row: number;
  readonly places: Places;
}

function findHeading(sheet: OpenSheet, findings: Findings): Heading | undefined {
  let fullest = readHead([]);
  for (const { row, cells } of sheet.rows()) {
    const head = readHead(cells);
    const places = head.has("area") ? placesOf(head) : undefined;
    if (places !== undefined) return { row, places };
    if (head.size > fullest.size) fullest = head;
    if (row > headWithin) break;
  }
  findings.add(
    "head-missing",
    { sheet: sheet.name, cell: null },
    { expected: missingHeads(fullest, needed, officeHeadText) },
  );
  return undefined;
}

/** Reads one row after another; keeps which pairs of area and indicator were seen, and where. */
function createRowReader(sheet: string, { form, places }: { form: OfficeForm; places: Places }, findings: Findings) {
  const areas = new Set(form.areas.map(({ code }) => code));
  const indicators = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  const seen = new Map<string, number>();
  return ({ row, cells }: FilledRow): ReadOfficeLine | undefined => {
    const area = narrow(cellText(cells[places.area]) ?? "");
    const code = narrow(cellText(cells[places.code]) ?? "");
    const at = (column: number) => ({ sheet, cell: addressOf(row, column) });
    if (area === "" || code === "") {
      const isBlank = area === code && !hasInput({ cells, columns: places });
      if (!isBlank) findings.add("row-without-code", at(area === "" ? places.area : places.code));
      return undefined;
    }
    const indicator = indicators.get(code);
    const [key, first] = [`${area} ${code}`, seen.get(`${area} ${code}`)];
    if (!areas.has(area)) findings.add("unknown-area", at(places.area), { found: area });
    else if (indicator === undefined) findings.add("unknown-row", at(places.code), { found: code });
    else if (first !== undefined) {
      findings.add("duplicate-row", at(places.code), { found: key, expected: addressOf(first, places.code) });
    } else {
      seen.set(key, row);
      return { area, ...readLine({ sheet, row, cells, columns: places }, indicator, findings) };
    }
    return undefined;
  };
}

function findMerged({ name, merges }: OpenSheet, { row, places }: Heading, findings: Findings): void {
  const inputs = [places.area, places.code, places.value, places.state, places.explanation];
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const column = inputs.find((input) => input >= startCol && input <= endCol);
    if (column === undefined || endRow < row) continue;
    const found = `${addressOf(startRow + 1, startCol)}:${addressOf(endRow + 1, endCol)}`;
    findings.add("merged-input", { sheet: name, cell: addressOf(Math.max(startRow, row) + 1, column) }, { found });
  }
}

const reportEvery = 5000;
/** Unpacking and parsing are about this share of the work, and are done before the first row is seen. */
const parsed = 0.5;

/** Reads a filled workbook for many areas: every figure in it, or every finding. Throws FileFault. */
export async function interpretOffice(
  bytes: Uint8Array,
  expected: OfficeForm,
  onProgress: (progress: ReadProgress) => void,
): Promise<Reading<ReadOfficeLine>> {
  const findings = createFindings();
  onProgress({ rows: 0, share: 0 });
  const workbook = await openWorkbook(bytes, options);
  const identity = checkIdentity(workbook, officeIdentity(expected), findings);
  if (identity === undefined) return refused(findings);
  const sheet = findSheet(workbook, "officeSheet", findings);
  const heading = sheet === undefined ? undefined : findHeading(sheet, findings);
  if (sheet === undefined || heading === undefined) return refused(findings);
  const readRow = createRowReader(sheet.name, { form: expected, places: heading.places }, findings);
  const lines: ReadOfficeLine[] = [];
  let rows = 0;
  for (const filled of sheet.rows()) {
    if (filled.row <= heading.row) continue;
    if (rows % reportEvery === 0) onProgress({ rows, share: parsed + (1 - parsed) * (filled.row / sheet.height) });
    rows += 1;
    const line = readRow(filled);
    if (line !== undefined) lines.push(line);
  }
  findMerged(sheet, heading, findings);
  onProgress({ rows, share: 1 });
  return findings.count() > 0
    ? refused(findings)
    : { kind: "read", sheet: sheet.name, version: identity.version, lines };
}
