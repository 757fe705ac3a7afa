import { type Actor, may } from "@yuanbiao/core/access";
import { editRefusal } from "@yuanbiao/core/filing";
import { sumQuantity } from "@yuanbiao/core/quantity";
import { reportAsSeen, withholdLine } from "@yuanbiao/core/sight";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { loadOutcomes, outcomesOf } from "../reporting-outcomes.ts";
import { type Beside, loadBeside } from "../reporting-references.ts";
import { becameOf } from "../wire/became.ts";
import { contentVersion, formNotice, templateIndicator, templateRound } from "../wire/form.ts";
import { areaRef, caliberRef } from "../wire/speech.ts";
import type { FormOutcome, TemplateForm, TemplateLine } from "../workbook/shape.ts";
import { writeTemplate } from "../workbook/write-template.ts";

/** The year's total with this period, where both are known. */
function totalOf(earlier: string | null, value: string | null): string | null {
  if (earlier === null) return null;
  return value === null ? earlier : sumQuantity([earlier, value]);
}

/** The form of a report as its template shows it. */
export function formOf(opened: OpenedReport, beside: Beside, language: Language): TemplateForm {
  const { report, round, lines, registry } = opened;
  const speech = { registry, language };
  return {
    round: { ...templateRound(speech, round), dueOn: report.dueOn },
    form: formNotice(round),
    area: areaRef(speech, report.area),
    version: contentVersion(report, lines),
    lines: round.lines.flatMap(({ indicator, caliber }): TemplateLine[] => {
      const line = lineOf(opened, indicator);
      if (line === undefined) return [];
      const { previous = null, samePeriod = null, earlierThisYear = null } = beside.references.get(indicator) ?? {};
      const { state, value, explanation } = line;
      return [
        {
          indicator: templateIndicator(speech, indicator),
          caliber: caliberRef(speech, caliber).name,
          caliberCode: caliber,
          ...{ previous, samePeriod, yearToDate: totalOf(earlierThisYear, value), state, value, explanation },
        },
      ];
    }),
  };
}

/** Figures that their reader may not see are left out of a sheet too. */
function withheldFrom(actor: Actor, opened: OpenedReport): OpenedReport {
  return { ...opened, lines: opened.lines.map((line) => withholdLine(line, actor)) };
}

/** A report's form with what stands beside it. */
export async function loadForm(
  context: Context,
  { actor }: Asker,
  { opened, language }: { opened: OpenedReport; language: Language },
): Promise<{ form: TemplateForm; beside: Beside }> {
  const beside = await loadBeside(context, opened, actor);
  return { form: formOf(withheldFrom(actor, opened), beside, language), beside };
}

/** What has become of a report and its figures, as far as its reader may see; who fills it knows where it stands. */
async function loadOutcome(
  context: Context,
  { actor }: Asker,
  { opened, language }: { opened: OpenedReport; language: Language },
): Promise<FormOutcome> {
  const { report, round, sight, asOf } = opened;
  const outcomes = await loadOutcomes(context, { reports: [report], rounds: new Map([[round.code, round]]), asOf });
  const isFilling = may(actor, "report.edit", { area: report.area }) && editRefusal(report, round) === null;
  const lines = round.lines.flatMap(({ indicator }) => {
    const line = lineOf(opened, indicator);
    if (line === undefined) return [];
    return [[indicator, becameOf(outcomesOf(withholdLine(line, actor), outcomes), language)] as const];
  });
  return { report: isFilling ? null : reportAsSeen(report, sight).state, lines: new Map(lines) };
}

/** 报表模板: the report as an Excel form to be filled; the export stands in the trail. */
export async function downloadTemplate(
  context: Context,
  asker: Asker,
  { id, language }: { id: string; language: Language },
): Promise<Uint8Array> {
  const opened = await openReport(context, asker, id);
  if (opened.sight.shown === "nothing") throw new Refusal(404, "unknown-report");
  const { form } = await loadForm(context, asker, { opened, language });
  const outcome = await loadOutcome(context, asker, { opened, language });
  const bytes = await writeTemplate(form, language, outcome);
  const { area } = opened.report;
  await recordRead(context, asker, { area, action: "report-export", subject: id, after: { version: form.version } });
  return bytes;
}
