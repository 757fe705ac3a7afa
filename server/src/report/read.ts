import { type Actor, isOfPark } from "@yuanbiao/core/access";
import type { Check, CheckResult, Finding } from "@yuanbiao/core/check";
import type { ReportLine } from "@yuanbiao/core/report";
import { countFilled, reportAsSeen, withholdLine } from "@yuanbiao/core/sight";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listReportLines } from "@yuanbiao/db/queries/report";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { type Language, spoken } from "../language.ts";
import { type OpenedReport, openReportAt, seesFile } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import { loadOutcomes } from "../reporting-outcomes.ts";
import { type Beside, loadBeside, nothingBeside } from "../reporting-references.ts";
import { listEvidenceViews } from "../wire/evidence.ts";
import { findingViews } from "../wire/finding.ts";
import type { ReportView } from "./shape.ts";
import { permissionsOf } from "./turn.ts";
import { eventViews, lineViews, namesIn, summaryView } from "./view.ts";

/** Where nothing is shown, nothing was checked: a blank that the reader may not see is no finding. */
const unchecked: CheckResult = { findings: [], notChecked: [], checked: 0 };

/** One report with its lines, findings, thread and evidence; a look at unpublished figures stands in the trail. */
export async function readReport(
  context: Context,
  asker: Asker,
  { id, asOf = null, language }: { id: string; asOf?: string | null | undefined; language: Language },
): Promise<ReportView> {
  const opened = await openReportAt(context, asker, { id, right: "report.read", asOf });
  const { area, version } = opened.report;
  const isNoted = !isOfPark(asker.actor, area) && opened.sight.shown !== "nothing";
  const [view] = await Promise.all([
    reportView(context, asker, { opened, language }),
    isNoted ? recordRead(context, asker, { area, action: "report-read", subject: id, after: { version } }) : undefined,
  ]);
  return view;
}

/** The whole view of an opened report. */
export async function reportView(
  context: Context,
  { actor }: Asker,
  { opened, language }: { opened: OpenedReport; language: Language },
): Promise<ReportView> {
  const { round, lines, events, registry, asOf } = opened;
  const { shown, until } = opened.sight;
  const report = reportAsSeen(opened.report, opened.sight);
  const speech = { registry, language };
  const writers = lines.map(({ recordedBy }) => recordedBy);
  const [beside, outcomes, checks, evidence, sentBefore, known] = await Promise.all([
    shown === "nothing" ? nothingBeside : loadBeside(context, opened, actor),
    loadOutcomes(context, { reports: [report], rounds: new Map([[round.code, round]]), asOf }),
    listChecks(context.store, { asOf }),
    listEvidenceViews(context, speech, {
      report: opened.report,
      reader: actor.account,
      seenUntil: until ?? asOf,
      asOf,
      isSeen: (file) => seesFile(actor, opened, file),
    }),
    linesSentBefore(context, actor, opened),
    findAccountNames(context.store, writers),
  ]);
  const filled = countFilled(actor, { ...opened, seen: lines });
  const reminder = events.findLast(({ action }) => action === "remind");
  const others = [...outcomes.verifications.values()].map(({ recordedBy }) => recordedBy);
  const unknown = others.filter((account) => !known.has(account));
  const more = unknown.length === 0 ? [] : await findAccountNames(context.store, unknown);
  const names = new Map([...known, ...more, ...namesIn(events)]);
  const nameOf = (account: string | null): string | null => (account === null ? null : (names.get(account) ?? account));
  return {
    ...summaryView(speech, { report, round, lines, filled, outcomes, reminder, now: context.clock() }),
    asOf,
    roundDueOn: round.dueOn,
    instructions: round.instructions === null ? null : spoken(language, round.instructions, round.instructionsEn),
    form: {
      number: round.formNumber,
      issuer: round.formIssuer,
      approval: round.formApproval,
      validUntil: round.formValidUntil,
    },
    submittedBy: nameOf(report.submittedBy),
    approvedBy: nameOf(report.approvedBy),
    approvedAt: report.approvedAt,
    acceptedBy: nameOf(report.acceptedBy),
    acceptedAt: report.acceptedAt,
    correcting: report.correcting,
    shown,
    unpublished: report.state !== "accepted" && report.state !== "locked",
    lineItems: lineViews(speech, opened, { beside, outcomes, names, reader: actor, sentBefore }),
    ...findingViews(shown === "nothing" ? unchecked : findingsFor(actor, opened, { checks, beside }), checks, language),
    thread: eventViews(events),
    evidence,
    may: permissionsOf(actor, opened),
  };
}

/** The lines as the reader was sent them in an earlier cycle, by indicator; null where they never were. */
async function linesSentBefore(
  { store }: Context,
  actor: Actor,
  { report, events, sight }: OpenedReport,
): Promise<ReadonlyMap<string, ReportLine> | null> {
  if (sight.shown === "nothing") return null;
  const sending = isOfPark(actor, report.area) ? "submit" : "approve";
  const sent = events.findLast(({ action, cycle }) => action === sending && cycle < report.cycle);
  if (sent === undefined) return null;
  const lines = await listReportLines(store, { asOf: sent.recordedAt }, { reports: [report.id] });
  return new Map(lines.map((line) => [line.indicator, line]));
}

/** What checks ask, without what would say a figure that is withheld from its reader. */
function findingsFor(
  actor: Actor,
  { round, lines }: OpenedReport,
  { checks, beside }: { checks: readonly Check[]; beside: Beside },
): CheckResult {
  const found = findingsOn(checks, round, lines, beside);
  const withheld = lines.filter((line) => withholdLine(line, actor).suppressed !== null);
  const hidden = new Set(withheld.map(({ indicator }) => indicator));
  const isShown = (finding: Finding): boolean => !finding.indicators.some((indicator) => hidden.has(indicator));
  return { ...found, findings: found.findings.filter(isShown) };
}
