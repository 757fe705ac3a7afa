import type { Actor, Right } from "@yuanbiao/core/access";
import { departmentsOf, may } from "@yuanbiao/core/access";
import type { Evidence } from "@yuanbiao/core/evidence";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { Report, ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import {
  clearedFor,
  countFilled,
  eventsSeen,
  reportAsSeen,
  type Sight,
  seesFile as seesFileOf,
  sightOf,
} from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findReport, listReportEvents, listReportLines, type StoredEvent } from "@yuanbiao/db/queries/report";
import { findRoundOf } from "@yuanbiao/db/queries/round";
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
  /** Every line as it stands, for what is done with the report; what is shown of them is `lines`. */
  readonly current: readonly Versioned<ReportLine>[];
  readonly sight: Sight;
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

/** Whether an actor has a right over a report: by its area, or by the indicators of its round. */
export function mayOver(actor: Actor, right: Right, at: { area: string; round: Round; registry: Registry }): boolean {
  const cleared = clearedFor(actor, at.round.class);
  if (!may(cleared, right, { area: at.area })) return false;
  const owners = at.round.lines.map(({ indicator }) => ownerOf(at.registry, indicator));
  return [...new Set(owners)].some((department) => may(cleared, right, { area: at.area, department }));
}

/** A round with those of its lines that an actor may see in an area's report: a verifier those of its department. */
export function roundSeenBy<R extends Round>(actor: Actor, round: R, at: { area: string; registry: Registry }): R {
  const cleared = clearedFor(actor, round.class);
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
  // All at once: what is asked in one turn is answered in one.
  const [report, round, thread, current, registry] = await Promise.all([
    findReport(context.store, cut, id),
    findRoundOf(context.store, cut, id),
    listReportEvents(context.store, [id]),
    listReportLines(context.store, cut, { reports: [id] }),
    context.registries.at(asOf),
  ]);
  if (report === undefined) throw new Refusal(404, "unknown-report");
  if (round === undefined) throw new Error(`round ${report.round} is referred to but not there`);
  const at = { area: report.area, round, registry };
  if (!mayOver(actor, "report.read", at)) throw new Refusal(404, "unknown-report");
  if (!mayOver(actor, right, at)) throw new Refusal(403, "forbidden");
  const events = asOf === null ? thread : thread.filter(({ recordedAt }) => recordedAt <= asOf);
  const sight = sightOf(actor, report, events);
  const own = roundSeenBy(actor, round, at);
  const indicators = new Set(own.lines.map(({ indicator }) => indicator));
  const seen = await linesSeen(context, { report, current, sight });
  return {
    ...{ report, round: own, current, registry, sight, asOf },
    lines: seen.filter(({ indicator }) => indicators.has(indicator)),
    events: eventsSeen(actor, events, { sight, indicators, isWhole: own.lines.length === round.lines.length }),
  };
}

interface LinesSeen {
  readonly report: Report;
  readonly current: readonly Versioned<ReportLine>[];
  readonly sight: Sight;
}

/** The lines as they were sent, with what has become of their review since: that is the reviewers' own word. */
async function linesSeen(
  context: Context,
  { report, current, sight }: LinesSeen,
): Promise<readonly Versioned<ReportLine>[]> {
  if (sight.shown === "current") return current;
  if (sight.shown === "nothing") return [];
  const sent = await listReportLines(context.store, { asOf: sight.until }, { reports: [report.id] });
  const before = new Map(sent.map((line) => [line.indicator, line]));
  return current.map((line) => {
    const { review, returnReason, caliber, indicator } = line;
    const content = before.get(indicator) ?? { ...line, ...blankLine(report, { indicator, caliber }) };
    return { ...content, review, returnReason };
  });
}

/** A report among others, with its lines, as its reader may see them. */
export interface SeenReport extends Pick<OpenedReport, "report" | "round" | "lines" | "sight"> {
  readonly filled: number | null;
}

interface SeeReports {
  readonly reports: readonly Versioned<Report>[];
  readonly rounds: ReadonlyMap<string, Versioned<Round>>;
  readonly registry: Registry;
  readonly asOf: string | null;
}

/** How much an actor sees of each of some reports. */
async function loadSights(
  context: Context,
  actor: Actor,
  { reports, asOf }: Pick<SeeReports, "reports" | "asOf">,
): Promise<(report: Report) => Sight> {
  // Only of what is not before everybody it matters when it was sent last.
  const withheld = reports.filter((report) => sightOf(actor, report, []).shown !== "current");
  const ids = withheld.map(({ id }) => id);
  const thread = ids.length === 0 ? [] : await listReportEvents(context.store, ids);
  const known = thread.filter(({ recordedAt }) => asOf === null || recordedAt <= asOf);
  const events = Map.groupBy(known, ({ report }) => report);
  return (report) => sightOf(actor, report, events.get(report.id) ?? []);
}

/** Where reports stand, as far as an actor may know. */
export async function standingsOf(
  context: Context,
  actor: Actor,
  { reports, asOf }: Pick<SeeReports, "reports" | "asOf">,
): Promise<Versioned<Report>[]> {
  const sightAt = await loadSights(context, actor, { reports, asOf });
  return reports.map((report) => reportAsSeen(report, sightAt(report)));
}

/** Reports that an actor may read, each as far as it may: the same as when it opens them one by one. */
export async function seeReports(
  context: Context,
  actor: Actor,
  { reports, rounds, registry, asOf }: SeeReports,
): Promise<SeenReport[]> {
  const cut = { asOf };
  const lines = await listReportLines(context.store, cut, { reports: reports.map(({ id }) => id) });
  const byReport = Map.groupBy(lines, ({ report }) => report);
  const sightAt = await loadSights(context, actor, { reports, asOf });
  const seen = reports.map(async (report): Promise<SeenReport[]> => {
    const whole = rounds.get(report.round);
    if (whole === undefined) return [];
    const sight = sightAt(report);
    const round = roundSeenBy(actor, whole, { area: report.area, registry });
    const current = byReport.get(report.id) ?? [];
    const asked = new Set(round.lines.map(({ indicator }) => indicator));
    const all = await linesSeen(context, { report, current, sight });
    const lines = all.filter(({ indicator }) => asked.has(indicator));
    return [{ report, round, sight, lines, filled: countFilled(actor, { sight, current, seen: lines }) }];
  });
  return (await Promise.all(seen)).flat();
}

/** Whether a reader of a report sees one of its files. */
export function seesFile(actor: Actor, { round, sight }: OpenedReport, file: Versioned<Evidence>): boolean {
  const indicators = new Set(round.lines.map(({ indicator }) => indicator));
  return seesFileOf(actor, file, { sight, indicators });
}

export function subjectOf(
  area: string,
  indicator: string,
  registry: Registry,
): { area: string; department: string | null } {
  return { area, department: ownerOf(registry, indicator) };
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
