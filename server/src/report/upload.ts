import { editRefusal } from "@yuanbiao/core/filing";
import { isLineOpen, isSameContent } from "@yuanbiao/core/report";
import { listChecks } from "@yuanbiao/db/queries/check";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import type { Beside } from "../reporting-references.ts";
import { findingText } from "../text/finding.ts";
import { findingFaults } from "../wire/finding.ts";
import { readTemplate } from "../workbook/read.ts";
import type { ReadLine, ReadSheet } from "../workbook/shape.ts";
import { type LineEdit, storeLines } from "./lines.ts";
import { loadForm } from "./workbook.ts";

type Read = ReadSheet<ReadLine>;

/** Reads a filled form and stores all of it, or nothing: every finding comes at once, at its cell. */
export async function uploadTemplate(
  context: Context,
  asker: Asker,
  { id, file, language }: { id: string; file: File; language: Language },
): Promise<number> {
  const opened = await openReport(context, asker, id, "report.edit");
  const refusal = editRefusal(opened.report, opened.round);
  if (refusal !== null) throw new Refusal(409, refusal.code);
  const { form, beside } = await loadForm(context, opened, language);
  const reading = await readTemplate(new Uint8Array(await file.arrayBuffer()), form);
  if (reading.kind === "refused") {
    const faults = reading.findings.map((finding) => ({
      field: placeOf(finding),
      code: finding.code,
      detail: findingText(language, finding),
    }));
    throw new Refusal(422, "upload-refused", faults);
  }
  const faults = [
    ...acceptedFaults(opened, reading),
    ...(await checkFaults(context, opened, { reading, beside, language })),
  ];
  if (faults.length > 0) throw new Refusal(422, "upload-refused", faults);
  const edits = reading.lines.flatMap((line) => editOf(opened, line) ?? []);
  return (await storeLines(context, asker, { opened, edits, action: "report-upload" })).length;
}

function placeOf({ sheet, cell }: { sheet: string | null; cell: string | null }): string {
  return [sheet, cell].filter((part) => part !== null).join("!") || "file";
}

/** What the office has accepted stays as it is, in a sheet too. */
function acceptedFaults(opened: OpenedReport, { lines, sheet }: Read): FieldFault[] {
  return lines.flatMap((line) => {
    const standing = lineOf(opened, line.indicator);
    if (standing === undefined || isLineOpen(standing)) return [];
    const isSame = isSameContent(standing, { ...line, enterprises: standing.enterprises });
    return isSame ? [] : [{ field: placeOf({ sheet, cell: line.cell }), code: "line-accepted" }];
  });
}

/** Hard checks block an upload; soft ones are asked for in the form. */
async function checkFaults(
  context: Context,
  { round }: OpenedReport,
  { reading: { lines, sheet }, beside, language }: { reading: Read; beside: Beside; language: Language },
): Promise<FieldFault[]> {
  const checks = await listChecks(context.store, { asOf: null });
  const { findings } = findingsOn(checks, round, lines, beside);
  const cells = new Map(lines.map(({ indicator, cell }) => [indicator, placeOf({ sheet, cell })]));
  const hard = findings.filter(({ severity }) => severity === "hard");
  return findingFaults(hard, { checks, language, placeOf: (indicator) => cells.get(indicator) ?? indicator });
}

function editOf(opened: OpenedReport, { indicator, state, value, explanation }: ReadLine): LineEdit | null {
  const standing = lineOf(opened, indicator);
  if (standing === undefined || !isLineOpen(standing)) return null;
  const { enterprises, version } = standing;
  return { indicator, version, content: { state, value, explanation, enterprises } };
}
