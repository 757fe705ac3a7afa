import { type Actor, isOfPark } from "@yuanbiao/core/access";
import type { Check, CheckResult, Finding } from "@yuanbiao/core/check";
import type { Evidence } from "@yuanbiao/core/evidence";
import type { ReportLine } from "@yuanbiao/core/report";
import { countFilled, reportAsSeen, withholdLine } from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listReportLines } from "@yuanbiao/db/queries/report";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { type Language, spoken } from "../language.ts";
import { type OpenedReport, openReportAt, seesFile } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import { loadOutcomes, type Outcomes } from "../reporting-outcomes.ts";
import { type Beside, loadBeside, nothingBeside } from "../reporting-references.ts";
import { evidenceViews } from "../wire/evidence.ts";
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
  const [surroundings] = await Promise.all([
    loadSurroundings(context, asker, opened),
    isNoted ? recordRead(context, asker, { area, action: "report-read", subject: id, after: { version } }) : undefined,
  ]);
  return reportView(context, asker, { opened, surroundings, language });
}

/** What a report is shown beside, which its id and its round say. */
export interface Surroundings {
  readonly beside: Beside;
  readonly outcomes: Outcomes;
  readonly checks: readonly Versioned<Check>[];
  readonly files: readonly Versioned<Evidence>[];
  /** The names of who has written its lines, and of who asks. */
  readonly names: ReadonlyMap<string, string>;
}

export async function loadSurroundings(
  context: Context,
  { actor }: Asker,
  opened: Pick<OpenedReport, "report" | "round" | "lines" | "registry" | "asOf">,
): Promise<Surroundings> {
  const { report, round, lines, asOf } = opened;
  const writers = [...lines.map(({ recordedBy }) => recordedBy), actor.account];
  const [beside, outcomes, checks, files, names] = await Promise.all([
    loadBeside(context, opened, actor),
    loadOutcomes(context, { reports: [report], rounds: new Map([[round.code, round]]), asOf }),
    listChecks(context.store, { asOf }),
    listEvidence(context.store, { asOf }, { reports: [report.id] }),
    findAccountNames(context.store, writers),
  ]);
  return { beside, outcomes, checks, files, names };
}

interface Seeing {
  readonly opened: OpenedReport;
  readonly surroundings: Surroundings;
  readonly language: Language;
}

/** The whole view of an opened report. */
export async function reportView(
  context: Context,
  { actor }: Asker,
  { opened, surroundings, language }: Seeing,
): Promise<ReportView> {
  const { round, lines, events, registry, asOf } = opened;
  const { outcomes, checks, files, names: known } = surroundings;
  const { shown, until } = opened.sight;
  const beside = shown === "nothing" ? nothingBeside : surroundings.beside;
  const report = reportAsSeen(opened.report, opened.sight);
  const speech = { registry, language };
  const people = [...lines, ...outcomes.verifications.values()].map(({ recordedBy }) => recordedBy);
  const unknown = people.filter((account) => !known.has(account));
  const [evidence, sentBefore, others] = await Promise.all([
    evidenceViews(context, speech, {
      ...{ report: opened.report, files, reader: actor.account, seenUntil: until ?? asOf },
      isSeen: (file) => seesFile(actor, opened, file),
    }),
    linesSentBefore(context, actor, opened),
    unknown.length === 0 ? [] : findAccountNames(context.store, unknown),
  ]);
  const names = new Map([...known, ...others, ...namesIn(events)]);
  const filled = countFilled(actor, { ...opened, seen: lines });
  const reminder = events.findLast(({ action }) => action === "remind");
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
