import { daysBetween } from "./day.ts";
import type { RevisionReason } from "./observation.ts";
import type { Report, ReportLine, ReportRequest, ReportState } from "./report.ts";
import type { Round } from "./round.ts";

export const filingRefusalCodes = [
  "report-not-open",
  "round-not-open",
  "report-not-submitted",
  "not-approved",
  "already-approved",
  "own-submission",
  "reason-needed",
  "lines-returned",
  "nothing-filled",
  "not-accepted",
  "request-pending",
  "no-request",
  "no-such-line",
  "date-not-later",
  "nothing-changed",
] as const;

/** Why a step is refused: a stable code, and the lines it is about. */
export interface FilingRefusal {
  readonly ok: false;
  readonly code: (typeof filingRefusalCodes)[number];
  readonly indicators: readonly string[];
}
/** What a step makes of a report and its lines; only lines that change are given. */
export interface Filed {
  readonly ok: true;
  readonly report: Report;
  readonly lines: readonly ReportLine[];
}
export type Filing = Filed | FilingRefusal;

/** Who takes a step and when: `day` is the day in Shanghai of the instant `at`. */
export interface Step {
  readonly account: string;
  readonly at: string;
  readonly day: string;
}

/** The steps that a state allows at all (design section 6); who may take them stands in access.ts. */
const steps = {
  edit: ["draft", "returned"],
  submit: ["draft", "returned"],
  approve: ["submitted"],
  return: ["submitted", "accepted", "returned"],
  accept: ["submitted"],
  lock: ["accepted"],
  verify: ["accepted", "locked"],
} as const satisfies Record<string, readonly ReportState[]>;
export type FilingStep = keyof typeof steps;

function refuse(code: FilingRefusal["code"], indicators: readonly string[] = []): FilingRefusal {
  return { ok: false, code, indicators };
}

const stepStates: Readonly<Record<FilingStep, readonly ReportState[]>> = steps;

/** Whether a report's state allows a step. */
export function allowsStep(report: Pick<Report, "state">, step: FilingStep): boolean {
  return stepStates[step].includes(report.state);
}

/**
 * Whether figures of a report may be changed now: in draft or after a return, while the round is open; after it closed
 * only as 补报 or a granted correction. Late is recorded, not blocked.
 */
export function editRefusal(report: Report, round: Pick<Round, "state">): FilingRefusal | null {
  if (!allowsStep(report, "edit")) return refuse("report-not-open");
  if (round.state === "draft" || round.state === "archived") return refuse("round-not-open");
  const isAllowedLate = report.supplement || report.state === "returned" || report.correcting !== null;
  return round.state === "closed" && !isAllowedLate ? refuse("round-not-open") : null;
}

/** Hands a report in: earlier approvals are void, returned lines are open again, days after the due date are kept. */
export function submitReport(
  report: Report,
  { round, lines }: { round: Pick<Round, "state">; lines: readonly ReportLine[] },
  { account, at, day }: Step,
): Filing {
  const refusal = editRefusal(report, round);
  if (refusal !== null) return refusal;
  if (lines.every(({ state }) => state === "empty")) return refuse("nothing-filled");
  const lateDays = report.lateDays ?? Math.max(0, daysBetween(report.dueOn, day));
  return {
    ok: true,
    report: {
      ...report,
      ...withoutApproval,
      state: "submitted",
      submittedBy: account,
      submittedAt: at,
      lateDays,
    },
    lines: lines
      .filter(({ review }) => review === "returned")
      .map((line) => ({ ...line, review: "open", returnReason: null })),
  };
}

const withoutApproval = { approvedBy: null, approvedAt: null, acceptedBy: null, acceptedAt: null } as const;

/** A request for more time that nobody needs any more: the report came in time. */
function isLapsed({ request, lateDays }: Pick<Report, "request" | "lateDays">): boolean {
  return request?.kind === "extension" && lateDays === 0;
}

/**
 * The park's own approval, which sends the report: by somebody else than who submitted, once a submission. A request for
 * more time lapses where the report is in time without it.
 */
export function approveReport(report: Report, { account, at }: Step): Filing {
  if (!allowsStep(report, "approve")) return refuse("report-not-submitted");
  if (report.approvedBy !== null) return refuse("already-approved");
  if (report.submittedBy === account) return refuse("own-submission");
  const request = isLapsed(report) ? null : report.request;
  return { ok: true, report: { ...report, approvedBy: account, approvedAt: at, request }, lines: [] };
}

/** Who gives a report back. */
export type Returner = "park" | "office";

/**
 * Whether a report may be given back now: by the park's approver before approving, by the office afterwards until it is
 * locked; and more lines by the office while the park is at it, so that a line that hangs on another can be mended too.
 */
export function mayReturn(report: Pick<Report, "state" | "approvedBy">, by: Returner): boolean {
  if (!allowsStep(report, "return")) return false;
  if (by === "park") return report.state === "submitted" && report.approvedBy === null;
  return report.state === "returned" || report.approvedBy !== null;
}

/**
 * Gives a report back with a reason: all of it (every line may be changed again), or lines with a reason each. It
 * outranks an approval; the submission's approvals are void.
 */
export function returnReport(
  report: Report,
  { lines, reason, lineReasons, by }: ReturnOf,
  { account }: Pick<Step, "account">,
): Filing {
  if (!mayReturn(report, by)) return refuse("report-not-submitted");
  const isUnderWay = report.state === "returned";
  if (isUnderWay && lineReasons.size === 0) return refuse("reason-needed");
  if (report.submittedBy === account) return refuse("own-submission");
  const bare = [...lineReasons].filter(([, why]) => why.trim() === "").map(([indicator]) => indicator);
  if ((reason.trim() === "" && lineReasons.size === 0) || bare.length > 0) return refuse("reason-needed", bare);
  const known = new Set(lines.map(({ indicator }) => indicator));
  const strangers = [...lineReasons.keys()].filter((indicator) => !known.has(indicator));
  if (strangers.length > 0) return refuse("no-such-line", strangers);
  return {
    ok: true,
    report: { ...report, ...withoutApproval, state: "returned", cycle: report.cycle + (isUnderWay ? 0 : 1) },
    lines: lines.flatMap((line): ReportLine[] => {
      const why = lineReasons.get(line.indicator);
      if (why !== undefined) return [{ ...line, review: "returned", returnReason: why.trim() }];
      return lineReasons.size === 0 && line.review === "accepted" ? [{ ...line, review: "open" }] : [];
    }),
  };
}

interface ReturnOf {
  readonly lines: readonly ReportLine[];
  readonly reason: string;
  readonly lineReasons: ReadonlyMap<string, string>;
  readonly by: Returner;
}

/** Marks lines as good before the whole report is (batch accept of clean lines). */
export function acceptLines(report: Report, lines: readonly ReportLine[], { account }: Pick<Step, "account">): Filing {
  const refusal = reviewRefusal(report, account);
  if (refusal !== null) return refusal;
  const changed = lines.filter(({ review }) => review !== "accepted");
  if (changed.length === 0) return refuse("nothing-changed");
  return { ok: true, report, lines: changed.map((line) => ({ ...line, review: "accepted", returnReason: null })) };
}

function reviewRefusal(report: Report, account: string): FilingRefusal | null {
  if (!allowsStep(report, "accept")) return refuse("report-not-submitted");
  if (report.approvedBy === null) return refuse("not-approved");
  return [report.submittedBy, report.approvedBy].includes(account) ? refuse("own-submission") : null;
}

/**
 * The office takes a report over: it must be approved by the park and by none of the same persons. What the park has asked
 * is answered first: more time moves the days that it is late, and no request is dropped without a word.
 */
export function acceptReport(
  report: Report,
  { round, lines }: { round: Pick<Round, "state">; lines: readonly ReportLine[] },
  { account, at }: Step,
): Filing {
  const refusal = reviewRefusal(report, account);
  if (refusal !== null) return refusal;
  const returned = lines.filter(({ review }) => review === "returned").map(({ indicator }) => indicator);
  if (returned.length > 0) return refuse("lines-returned", returned);
  if (report.request !== null) return refuse("request-pending");
  const state = round.state === "open" ? "accepted" : "locked";
  return {
    ok: true,
    report: { ...report, state, acceptedBy: account, acceptedAt: at, correcting: null },
    lines: lines
      .filter(({ review }) => review !== "accepted")
      .map((line) => ({ ...line, review: "accepted", returnReason: null })),
  };
}

/** An accepted report becomes unchangeable but by a correction, when its round closes. */
export function lockReport(report: Report): Filing {
  if (!allowsStep(report, "lock")) return refuse("not-accepted");
  return { ok: true, report: { ...report, state: "locked" }, lines: [] };
}

/** A park asks for more time, for filing after the round closed, or for a correction after lock: one at a time. */
export function requestOf(report: Report, round: Pick<Round, "state">, request: ReportRequest): Filing {
  if (report.request !== null) return refuse("request-pending");
  if (request.reason.trim() === "") return refuse("reason-needed");
  if (request.kind === "correction") {
    if (report.state !== "locked" && report.state !== "accepted") return refuse("not-accepted");
    if (round.state === "archived") return refuse("round-not-open");
    if (request.indicators.length === 0 || request.changeReason === null) return refuse("reason-needed");
    return { ok: true, report: { ...report, request }, lines: [] };
  }
  if (!allowsStep(report, "edit")) return refuse("report-not-open");
  if (request.until === null || request.until <= report.dueOn) return refuse("date-not-later");
  const isFitting = request.kind === "extension" ? round.state === "open" : round.state === "closed";
  return isFitting ? { ok: true, report: { ...report, request }, lines: [] } : refuse("round-not-open");
}

/** The days that a report is late, counted from another due date: more time may be granted after it came in. */
function latenessFrom({ lateDays, dueOn }: Report, later: string): number | null {
  return lateDays === null ? null : Math.max(0, lateDays - daysBetween(dueOn, later));
}

/** The office grants what a park asked: a later due date, filing after the close, or the lines to be corrected. */
export function grantRequest(report: Report, lines: readonly ReportLine[]): Filing {
  const { request } = report;
  if (request === null) return refuse("no-request");
  if (request.kind !== "correction") {
    const dueOn = request.until ?? report.dueOn;
    const supplement = report.supplement || request.kind === "supplement";
    const lateDays = request.kind === "extension" ? latenessFrom(report, dueOn) : report.lateDays;
    return { ok: true, report: { ...report, dueOn, lateDays, supplement, request: null }, lines: [] };
  }
  const asked = lines.filter(({ indicator }) => request.indicators.includes(indicator));
  const missing = request.indicators.filter((code) => !asked.some(({ indicator }) => indicator === code));
  if (missing.length > 0) return refuse("no-such-line", missing);
  const correcting: RevisionReason = request.changeReason ?? "other";
  // A report that the office gave back meanwhile is with the park already.
  const cycle = report.cycle + (report.state === "returned" ? 0 : 1);
  return {
    ok: true,
    report: { ...report, ...withoutApproval, state: "returned", cycle, request: null, correcting },
    lines: asked.map((line) => ({ ...line, review: "returned", returnReason: request.reason })),
  };
}

/** The office does not grant it; the reason goes into the thread. */
export function refuseRequest(report: Report, reason: string): Filing {
  if (report.request === null) return refuse("no-request");
  if (reason.trim() === "") return refuse("reason-needed");
  return { ok: true, report: { ...report, request: null }, lines: [] };
}
