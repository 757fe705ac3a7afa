import { isOfPark } from "@yuanbiao/core/access";
import { blocksSubmission } from "@yuanbiao/core/check-run";
import {
  acceptLines,
  acceptReport,
  approveReport,
  type Filing,
  grantRequest,
  refuseRequest,
  requestOf,
  returnReport,
  submitReport,
} from "@yuanbiao/core/filing";
import { roles } from "@yuanbiao/core/observation";
import type { ReportRequest } from "@yuanbiao/core/report";
import type { Statement } from "@yuanbiao/db/commit";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { allLinesOf, lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import { figureId } from "../reporting-outcomes.ts";
import { loadBeside } from "../reporting-references.ts";
import { findingFaults } from "../wire/finding.ts";
import { figureOf } from "./figure.ts";
import type { ReturnBody } from "./shape.ts";
import { eventStatement, requireFiled, requireVersion, stepOf, takeStep } from "./step.ts";

/** Which report, the version that the asker saw, and in which language a refusal is said. */
export interface At {
  readonly id: string;
  readonly ifMatch: number;
}

/** 提交: refused with every hard finding and every soft one that is not explained, each at its line. */
export async function submit(
  context: Context,
  asker: Asker,
  at: At & { comment: string; language: Language },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.submit");
  requireVersion(at.ifMatch, opened.report);
  const step = stepOf(context, asker);
  const filing = requireFiled(submitReport(opened.report, opened, step));
  await refuseFindings(context, opened, at.language);
  // What was checked is what is handed in: a line that somebody writes meanwhile refuses the step.
  const statements = opened.round.lines.flatMap(({ indicator }): Statement[] => {
    const line = lineOf(opened, indicator);
    return line === undefined ? [] : [{ hold: "reportLine", record: line }];
  });
  return takeStep(context, asker, {
    ...{ opened, filing },
    taken: { action: "submit", comment: at.comment, holds: statements },
  });
}

async function refuseFindings(context: Context, opened: OpenedReport, language: Language): Promise<void> {
  const { round, lines } = opened;
  const [beside, checks] = await Promise.all([
    loadBeside(context, opened, null),
    listChecks(context.store, { asOf: null }),
  ]);
  const { findings } = findingsOn(checks, round, lines, beside);
  const open = findings.filter((finding) => blocksSubmission([finding]));
  if (open.length === 0) return;
  const placeOf = (indicator: string): string => `lines.${indicator}`;
  throw new Refusal(422, "checks-failed", findingFaults(open, { checks, language, placeOf }));
}

/** 审核通过: the park's approver sends the report to the office. */
export async function approve(context: Context, asker: Asker, at: At & { comment: string }): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.approve");
  requireVersion(at.ifMatch, opened.report);
  const filing = requireFiled(approveReport(opened.report, stepOf(context, asker)));
  const isLapsed = opened.report.request !== null && filing.report.request === null;
  const statements = isLapsed ? [eventStatement(asker, opened.report, { action: "lapse" })] : [];
  return takeStep(context, asker, { opened, filing, taken: { action: "approve", comment: at.comment, statements } });
}

/** 退回: by the approver before approving, by the office afterwards. */
export async function sendBack(
  context: Context,
  asker: Asker,
  at: At & { body: z.infer<typeof ReturnBody> },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.return");
  requireVersion(at.ifMatch, opened.report);
  const by = isOfPark(asker.actor, opened.report.area) ? "park" : "office";
  const { reason, lines } = at.body;
  const lineReasons = new Map(lines.map((line) => [line.indicator, line.reason]));
  const filing = returnReport(
    opened.report,
    { lines: allLinesOf({ ...opened, lines: opened.current }), reason, lineReasons, by },
    stepOf(context, asker),
  );
  const said = [reason, ...lines.map((line) => line.reason)].filter((text) => text !== "").join("；");
  const taken = { action: "return", comment: said, indicators: [...lineReasons.keys()] } as const;
  return takeStep(context, asker, { opened, filing, taken });
}

/** 接收: the lines become reported figures, a correction a new version of them with its reason. */
export async function accept(context: Context, asker: Asker, at: At & { comment: string }): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.accept");
  requireVersion(at.ifMatch, opened.report);
  const step = stepOf(context, asker);
  const filing = acceptReport(opened.report, opened, step);
  const statements = filing.ok ? await reportedStatements(context, opened, step.day) : [];
  return takeStep(context, asker, { opened, filing, taken: { action: "accept", comment: at.comment, statements } });
}

async function reportedStatements(
  context: Context,
  { report, round, lines, registry }: OpenedReport,
  day: string,
): Promise<Statement[]> {
  const ids = lines.flatMap((line) => roles.map((role) => figureId(line, role)));
  const standing = await listObservations(context.store, { asOf: null, publishedBy: null }, { ids });
  const before = new Map(standing.map((figure) => [figure.id, figure]));
  const figures = lines.flatMap((line) => {
    if (line.state !== "empty") return figureOf(round, registry, { line, role: "reported", day, note: null }) ?? [];
    // A figure that is left blank now is 未报 in every role that it had: the old one must not go on counting.
    const blank = { ...line, state: "not-reported" } as const;
    return roles.flatMap((role) => {
      if (!before.has(figureId(line, role))) return [];
      return figureOf(round, registry, { line: blank, role, day, note: null }) ?? [];
    });
  });
  // A figure that says the same keeps the day on which it was first published.
  const incoming = figures.map((figure) => {
    const old = before.get(figure.id);
    const isSame = old !== undefined && old.value === figure.value && old.state === figure.state;
    return isSame ? { ...figure, publishedOn: old.publishedOn } : figure;
  });
  const change = { reason: report.correcting ?? "reporting-error", note: report.id } as const;
  return [...planVersions("observation", { current: standing, incoming }, change).statements];
}

/** 逐项通过: clean lines are taken over in one go. */
export async function acceptSome(
  context: Context,
  asker: Asker,
  at: At & { indicators: readonly string[] },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.accept");
  requireVersion(at.ifMatch, opened.report);
  const wanted = new Set(at.indicators);
  requireLines(opened, at.indicators);
  const lines = opened.lines.filter(({ indicator }) => wanted.has(indicator));
  const filing = acceptLines(opened.report, lines, stepOf(context, asker));
  return takeStep(context, asker, { opened, filing, taken: { action: "accept-lines", indicators: at.indicators } });
}

/** 申请延期、补报、更正. */
export async function request(context: Context, asker: Asker, at: At & { body: ReportRequest }): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.request");
  requireVersion(at.ifMatch, opened.report);
  const { reason, indicators } = at.body;
  requireLines(opened, indicators);
  const filing = requestOf(opened.report, opened.round, at.body);
  return takeStep(context, asker, { opened, filing, taken: { action: "request", comment: reason, indicators } });
}

/** The office's answer to a request. */
export async function answerRequest(
  context: Context,
  asker: Asker,
  at: At & { granted: boolean; comment: string },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.grant");
  requireVersion(at.ifMatch, opened.report);
  const { report } = opened;
  const filing: Filing = at.granted ? grantRequest(report, allLinesOf(opened)) : refuseRequest(report, at.comment);
  const taken = { action: at.granted ? "grant" : "refuse", comment: at.comment } as const;
  return takeStep(context, asker, { opened, filing, taken });
}

/** Refuses indicators that the round does not ask for. */
function requireLines(opened: OpenedReport, indicators: readonly string[]): void {
  const strangers = indicators.filter((indicator) => lineOf(opened, indicator) === undefined);
  if (strangers.length > 0) requireFiled({ ok: false, code: "no-such-line", indicators: strangers });
}

/** A remark in the thread; it changes nothing else. */
export async function comment(
  context: Context,
  asker: Asker,
  at: { id: string; comment: string },
): Promise<OpenedReport> {
  const opened = await openReport(context, asker, at.id, "report.comment");
  const filing: Filing = { ok: true, report: opened.report, lines: [] };
  return takeStep(context, asker, { opened, filing, taken: { action: "comment", comment: at.comment } });
}
