import { type AccountRole, type Actor, clearanceOf, type FigureClass, isOfPark, may } from "./access.ts";
import type { Evidence } from "./evidence.ts";
import type { Report, ReportAction, ReportEvent, ReportLine } from "./report.ts";
import { mayRead, type Suppression, suppressAggregate } from "./suppress.ts";

/** These work on reports of every class and see what stands in them; all others read what they are cleared for. */
const working: readonly AccountRole[] = ["clerk", "approver", "verifier", "coordinator"];

/** Whether an actor works on reports, and so sees figures over fewer than three enterprises in them. */
export function worksOnReports({ grants }: Actor): boolean {
  return grants.some(({ role }) => working.includes(role));
}

/** The actor as far as a class of figures lets it be: leaders read everything but restricted. */
export function clearedFor(actor: Actor, figureClass: FigureClass): Actor {
  const isFit = (grant: Actor["grants"][number]): boolean =>
    working.includes(grant.role) || mayRead(figureClass, clearanceOf({ ...actor, grants: [grant] }));
  return { ...actor, grants: actor.grants.filter(isFit) };
}

/** The class of figures that an actor reads beside a report: its own, and for who works on it the round's too. */
export function clearanceOver(actor: Actor, roundClass: FigureClass): FigureClass {
  const own = clearanceOf(actor);
  return worksOnReports(actor) && mayRead(own, roundClass) ? roundClass : own;
}

/** How much of a report its reader sees: as it stands, as it was last sent (until then), or nothing yet. */
export type Sight =
  | { readonly shown: "current"; readonly until: null }
  | { readonly shown: "sent"; readonly until: string }
  | { readonly shown: "nothing"; readonly until: null };

type Recorded<T> = T & { readonly recordedAt: string };
type Standing = Pick<Report, "area" | "state" | "approvedBy">;

/** Whether the park has sent a report and not got it back: then all who may read it read the same. */
export function isSent({ state, approvedBy }: Pick<Report, "state" | "approvedBy">): boolean {
  return approvedBy !== null || state === "accepted" || state === "locked";
}

/**
 * What of a report its reader sees: the park its own draft; everybody else only what the park has sent, as it was sent,
 * until the park sends it again.
 */
export function sightOf(
  actor: Actor,
  report: Standing,
  events: readonly Recorded<Pick<ReportEvent, "action">>[],
): Sight {
  if (isOfPark(actor, report.area) || isSent(report)) return { shown: "current", until: null };
  const sent = events.findLast(({ action }) => action === "approve");
  return sent === undefined ? { shown: "nothing", until: null } : { shown: "sent", until: sent.recordedAt };
}

/** A report as its reader may know of it: what a park does before it sends is its own, that it handed in included. */
export function reportAsSeen<R extends Report>(report: R, { shown }: Sight): R {
  if (shown === "current" || report.state !== "submitted") return report;
  const unsaid = { submittedBy: null, submittedAt: null } as const;
  // How late it was when it came in first is known to everybody.
  if (shown === "sent") return { ...report, ...unsaid, state: "returned" };
  return { ...report, ...unsaid, state: "draft", lateDays: null };
}

/**
 * How many lines of a report are filled, as far as its reader may know: the office that runs the round sees how far a
 * park is, without the figures; everybody else what was sent; null where nothing was.
 */
export function countFilled(
  actor: Actor,
  { sight, current, seen }: { readonly sight: Sight; readonly current: Filled; readonly seen: Filled },
): number | null {
  const isOffice = may(actor, "report.grant");
  if (sight.shown === "nothing" && !isOffice) return null;
  return (isOffice ? current : seen).filter(({ state }) => state !== "empty").length;
}

type Filled = readonly Pick<ReportLine, "state">[];

/** What the park does with a report by itself; the rest of a thread is done by others or addressed to them. */
const parkOnly: readonly ReportAction[] = ["submit", "upload", "seal"];
/** What anybody says to all who work on a report. */
const spoken: readonly ReportAction[] = ["comment", "request"];

interface ThreadSight {
  readonly sight: Sight;
  /** The indicators of the report that the reader sees. */
  readonly indicators: ReadonlySet<string>;
  /** Whether those are all. */
  readonly isWhole: boolean;
}

/**
 * The thread of a report as its reader sees it: what the park did since it last sent the report stays with the park,
 * but the office hears what it is asked. Who sees some of the lines is told of those; what was said of several lines in
 * one sentence is not told where one of them is another department's.
 */
export function eventsSeen<E extends Recorded<ReportEvent>>(
  actor: Actor,
  events: readonly E[],
  { sight, indicators, isWhole }: ThreadSight,
): E[] {
  const isOffice = may(actor, "report.grant");
  const isOutOfPark = (event: E, before: readonly E[]): boolean => {
    if (sight.shown === "current" || event.account === actor.account) return true;
    if (sight.until !== null && event.recordedAt <= sight.until) return true;
    if (spoken.includes(event.action)) return isOffice;
    return !parkOnly.includes(event.action) && !isApproversReturn(event, before);
  };
  const known = events.filter((event, index) => isOutOfPark(event, events.slice(0, index)));
  return isWhole ? known : known.flatMap((event) => partOf(event, indicators));
}

/** A return between handing in and sending is the approver's, within the park. */
function isApproversReturn({ action }: Pick<ReportEvent, "action">, before: readonly Pick<ReportEvent, "action">[]) {
  if (action !== "return") return false;
  const last = before.findLast((event) => ["submit", "approve", "return"].includes(event.action));
  return last?.action === "submit";
}

function partOf<E extends ReportEvent>(event: E, indicators: ReadonlySet<string>): E[] {
  if (event.indicators.length === 0) return [event];
  const own = event.indicators.filter((indicator) => indicators.has(indicator));
  if (own.length === 0) return [];
  const comment = own.length === event.indicators.length ? event.comment : null;
  return [{ ...event, indicators: own, comment }];
}

/** Whether a reader of a report sees one of its files: with the figures that it stands beside, and what is its own. */
export function seesFile(
  actor: Actor,
  file: Recorded<Pick<Evidence, "indicator">> & { readonly recordedBy: string },
  { sight, indicators }: Pick<ThreadSight, "sight" | "indicators">,
): boolean {
  if (file.recordedBy === actor.account) return true;
  if (sight.shown === "nothing" || (sight.until !== null && file.recordedAt > sight.until)) return false;
  return file.indicator === null || indicators.has(file.indicator);
}

/** A line as its reader may see it: over fewer than three enterprises only who works on the report sees its figure. */
export function withholdLine<L extends Pick<ReportLine, "state" | "value" | "explanation" | "enterprises">>(
  line: L,
  actor: Actor,
): L & { readonly suppressed: Suppression | null } {
  if (worksOnReports(actor)) return { ...line, suppressed: null };
  const { suppressed } = suppressAggregate(line, clearanceOf(actor));
  return suppressed === null ? { ...line, suppressed } : { ...line, value: null, explanation: null, suppressed };
}
