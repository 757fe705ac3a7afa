import type { AccountRole, Actor, Right } from "@yuanbiao/core/access";
import { clearanceOf, departmentsOf, may } from "@yuanbiao/core/access";
import type { Evidence } from "@yuanbiao/core/evidence";
import type { Indicator } from "@yuanbiao/core/indicator";
import { figureClasses } from "@yuanbiao/core/observation";
import type { Report, ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { Cut, Versioned } from "@yuanbiao/db/nouns";
import { findReport, listReportEvents, listReportLines, type StoredEvent } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import type { Asker } from "./asker.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";
import type { Registry } from "./registry.ts";

/** A report with what it consists of, as its reader may see it. */
export interface OpenedReport {
  readonly report: Versioned<Report>;
  /** With those of its lines that the reader may see. */
  readonly round: Versioned<Round>;
  readonly lines: readonly Versioned<ReportLine>[];
  readonly events: readonly StoredEvent[];
  readonly registry: Registry;
  readonly shown: "current" | "sent" | "nothing";
  /** Up to when the reader sees what the park did; null is up to now. */
  readonly seenUntil: string | null;
  /** As known then; null is now. Of the past nothing can be changed. */
  readonly asOf: string | null;
}

/** The department that owns an indicator today and verifies its figures: the successor of one that is no more. */
export function ownerOf({ indicators, departments }: Registry, indicator: string): string | null {
  const seen = new Set<string>();
  let owner = indicators.get(indicator)?.department ?? null;
  while (owner !== null && !seen.has(owner)) {
    seen.add(owner);
    owner = departments.get(owner)?.successor ?? owner;
  }
  return owner;
}

/** These work on reports of every class; all others read what they are cleared for. */
const working: readonly AccountRole[] = ["clerk", "approver", "verifier", "coordinator"];

/** The actor as far as the class of a round's figures lets it be: leaders read everything but restricted. */
function clearedFor(actor: Actor, round: Pick<Round, "class">): Actor {
  const needed = figureClasses.indexOf(round.class);
  const isFit = (grant: Actor["grants"][number]): boolean =>
    working.includes(grant.role) || figureClasses.indexOf(clearanceOf({ ...actor, grants: [grant] })) >= needed;
  return { ...actor, grants: actor.grants.filter(isFit) };
}

/** Whether an actor has a right over a report: by its area, or by the indicators of its round. */
export function mayOver(actor: Actor, right: Right, at: { area: string; round: Round; registry: Registry }): boolean {
  const cleared = clearedFor(actor, at.round);
  if (!may(cleared, right, { area: at.area })) return false;
  const owners = at.round.lines.map(({ indicator }) => ownerOf(at.registry, indicator));
  return [...new Set(owners)].some((department) => may(cleared, right, { area: at.area, department }));
}

/** A round with those of its lines that an actor may see in an area's report: a verifier those of its department. */
export function roundSeenBy<R extends Round>(actor: Actor, round: R, at: { area: string; registry: Registry }): R {
  const cleared = clearedFor(actor, round);
  if (departmentsOf(cleared, "report.read") === null) return round;
  const isSeen = ({ indicator }: Round["lines"][number]): boolean =>
    may(cleared, "report.read", subjectOf(at.area, indicator, at.registry));
  return { ...round, lines: round.lines.filter(isSeen) };
}

/** Opens a report for who may see it; for everybody else it is not there. */
export function openReport(
  context: Context,
  asker: Asker,
  id: string,
  right: Right = "report.read",
): Promise<OpenedReport> {
  return openReportAt(context, asker, { id, right, asOf: null });
}

/** The same as it stood at an instant; who may see it is decided by the rights of today. */
export async function openReportAt(
  context: Context,
  { actor }: Asker,
  { id, right, asOf }: { id: string; right: Right; asOf: string | null },
): Promise<OpenedReport> {
  const cut = { asOf };
  const report = await findReport(context.store, cut, id);
  if (report === undefined) throw new Refusal(404, "unknown-report");
  const round = await findRound(context.store, cut, report.round);
  if (round === undefined) throw new Error(`round ${report.round} is referred to but not there`);
  const registry = await context.registries.at(asOf);
  const at = { area: report.area, round, registry };
  if (!mayOver(actor, "report.read", at)) throw new Refusal(404, "unknown-report");
  if (!mayOver(actor, right, at)) throw new Refusal(403, "forbidden");
  const thread = await listReportEvents(context.store, [id]);
  const events = asOf === null ? thread : thread.filter(({ recordedAt }) => recordedAt <= asOf);
  const seen = sightOf(actor, report, events);
  const all = seen.shown === "nothing" ? [] : await linesUntil(context, report, { cut, until: seen.until });
  const own = roundSeenBy(actor, round, at);
  const asked = new Set(own.lines.map(({ indicator }) => indicator));
  const lines = all.filter(({ indicator }) => asked.has(indicator));
  return { report, round: own, lines, events, registry, shown: seen.shown, seenUntil: seen.until ?? asOf, asOf };
}

/** The lines as they were sent, with what has become of their review since: that is the reviewers' own word. */
async function linesUntil(
  context: Context,
  report: Report,
  { cut, until }: { cut: Cut; until: string | null },
): Promise<Versioned<ReportLine>[]> {
  const current = await listReportLines(context.store, cut, { reports: [report.id] });
  if (until === null) return current;
  const sent = await listReportLines(context.store, { asOf: until }, { reports: [report.id] });
  const before = new Map(sent.map((line) => [line.indicator, line]));
  return current.map((line) => {
    const { review, returnReason, caliber, indicator } = line;
    const content = before.get(indicator) ?? { ...line, ...blankLine(report, { indicator, caliber }) };
    return { ...content, review, returnReason };
  });
}

/** Whether a reader of a report sees one of its files: with the figures that it stands beside, and what is its own. */
export function seesFile(actor: Actor, opened: OpenedReport, file: Versioned<Evidence>): boolean {
  if (file.recordedBy === actor.account) return true;
  if (opened.shown === "nothing" || (opened.seenUntil !== null && file.recordedAt > opened.seenUntil)) return false;
  return file.indicator === null || opened.round.lines.some(({ indicator }) => indicator === file.indicator);
}

export function subjectOf(
  area: string,
  indicator: string,
  registry: Registry,
): { area: string; department: string | null } {
  return { area, department: ownerOf(registry, indicator) };
}

/**
 * What of a report its reader sees: the park its own draft; everybody else only what the park has sent, as it was sent,
 * until the park sends it again.
 */
function sightOf(
  actor: Actor,
  report: Report,
  events: readonly StoredEvent[],
): { shown: OpenedReport["shown"]; until: string | null } {
  const isOwn = actor.grants.some(({ areas }) => areas.includes(report.area));
  const isSent = report.approvedBy !== null || report.state === "accepted" || report.state === "locked";
  if (isOwn || isSent) return { shown: "current", until: null };
  const sent = events.findLast(({ action }) => action === "approve");
  return sent === undefined ? { shown: "nothing", until: null } : { shown: "sent", until: sent.recordedAt };
}

/** The indicator of a code of a round; a round's codes were checked when it was written. */
export function indicatorOf({ indicators }: Registry, code: string): Indicator {
  const found = indicators.get(code);
  if (found === undefined) throw new Error(`indicator ${code} is asked for but not there`);
  return found;
}

/** A line as it stands, or as it is before anything was written into it: version 0. */
export function lineOf(
  { report, round, lines }: Pick<OpenedReport, "report" | "round" | "lines">,
  indicator: string,
): (ReportLine & { readonly version: number; readonly recordedAt: string | null }) | undefined {
  const asked = round.lines.find((line) => line.indicator === indicator);
  if (asked === undefined) return undefined;
  const stored = lines.find((line) => line.indicator === indicator);
  return stored ?? { ...blankLine(report, asked), version: 0, recordedAt: null };
}

function blankLine({ id, area }: Report, { indicator, caliber }: Round["lines"][number]): ReportLine {
  return {
    ...{ report: id, area, indicator, caliber, state: "empty", value: null },
    ...{ explanation: null, enterprises: null, review: "open", returnReason: null },
  };
}

/** Every line that the round asks for, filled or not. */
export function allLinesOf({ report, round, lines }: Pick<OpenedReport, "report" | "round" | "lines">): ReportLine[] {
  const filled = new Map(lines.map((line) => [line.indicator, line]));
  return round.lines.map((asked) => filled.get(asked.indicator) ?? blankLine(report, asked));
}
