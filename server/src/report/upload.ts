import { editRefusal } from "@yuanbiao/core/filing";
import { isLineOpen, isOnlyExplained, isSameContent, type ReportLine } from "@yuanbiao/core/report";
import { listChecks } from "@yuanbiao/db/queries/check";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import type { Beside } from "../reporting-references.ts";
import { findingFaults } from "../wire/finding.ts";
import { uploadFaults } from "../wire/upload-fault.ts";
import { readTemplate } from "../workbook/read.ts";
import type { ReadLine, ReadSheet } from "../workbook/shape.ts";
import { eventStatement, filedStatements } from "./step.ts";
import { loadForm } from "./workbook.ts";

type Read = ReadSheet<ReadLine>;

/** Reads a filled form and stores all of it, or nothing: every finding comes at once, at its cell. */
export async function uploadTemplate(
  context: Context,
  asker: Asker,
  { id, file, language }: { id: string; file: File; language: Language },
): Promise<{ stored: number; opened: OpenedReport }> {
  const opened = await openReport(context, asker, id, "report.edit");
  const refusal = editRefusal(opened.report, opened.round);
  if (refusal !== null) throw new Refusal(409, refusal.code);
  const { form, beside } = await loadForm(context, asker, { opened, language });
  const reading = await readTemplate(new Uint8Array(await file.arrayBuffer()), form);
  if (reading.kind === "refused") {
    const faults = await uploadFaults(context, { registry: opened.registry, language }, reading.findings);
    throw new Refusal(422, "upload-refused", { faults, more: reading.more });
  }
  const faults = [
    ...acceptedFaults(opened, reading),
    ...(await checkFaults(context, opened, { reading, beside, language })),
  ];
  if (faults.length > 0) throw new Refusal(422, "upload-refused", faults);
  const changed = reading.lines.flatMap((line) => changeOf(opened, line) ?? []);
  if (changed.length > 0) await storeUpload(context, asker, { opened, changed });
  return { stored: changed.length, opened };
}

/** The lines, the thread and the trail in one transaction; a report that was handed in meanwhile takes no more figures. */
async function storeUpload(
  context: Context,
  asker: Asker,
  { opened, changed }: { opened: OpenedReport; changed: readonly ReportLine[] },
): Promise<void> {
  const { report, round, current } = opened;
  const indicators = changed.map(({ indicator }) => indicator);
  const before = current.filter(({ indicator }) => indicators.includes(indicator));
  const contentOf = ({ indicator, state, value }: ReportLine) => ({ indicator, state, value });
  const said = { before: before.map(contentOf), after: changed.map(contentOf) };
  await change(context, asker, {
    statements: [
      { hold: "report", record: report },
      { hold: "round", record: round },
      ...filedStatements(opened, { ok: true, report, lines: changed }, "report-upload"),
      eventStatement(asker, report, { action: "upload", indicators }),
    ],
    entries: [{ area: report.area, action: "report-upload", subject: report.id, ...said }],
  });
}

function placeOf({ sheet, cell }: { sheet: string | null; cell: string | null }): string {
  return [sheet, cell].filter((part) => part !== null).join("!") || "file";
}

/** What the office has accepted stays as it is, in a sheet too. */
function acceptedFaults(opened: OpenedReport, { lines, sheet }: Read): FieldFault[] {
  return lines.flatMap((line) => {
    const standing = lineOf(opened, line.indicator);
    if (standing === undefined || isLineOpen(standing)) return [];
    return isOnlyExplained(standing, { ...line, enterprises: standing.enterprises })
      ? []
      : [{ field: placeOf({ sheet, cell: line.cell }), code: "line-accepted" }];
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

/** A line with what the sheet says of it, where that is something else than what stands. */
function changeOf(opened: OpenedReport, { indicator, state, value, explanation }: ReadLine): ReportLine | null {
  const found = lineOf(opened, indicator);
  if (found === undefined) return null;
  const { version: _version, recordedAt: _recordedAt, ...standing } = found;
  const line = { ...standing, state, value, explanation };
  return isSameContent(standing, line) ? null : line;
}
