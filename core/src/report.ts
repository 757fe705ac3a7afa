import { z } from "zod";
import { Code } from "./code.ts";
import { Day } from "./day.ts";
import { revisionReasons } from "./observation.ts";
import { isSameQuantity, Quantity } from "./quantity.ts";

/** 填报中, 已提交, 已退回, 已接收, 已锁定. */
export const reportStates = ["draft", "submitted", "returned", "accepted", "locked"] as const;
export type ReportState = (typeof reportStates)[number];

/** 延期, 补报, 更正: what a park may ask of the office. */
export const requestKinds = ["extension", "supplement", "correction"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a park asks and the office has not answered. */
export const ReportRequest = z.strictObject({
  kind: z.enum(requestKinds),
  reason: z.string().trim().min(1).max(1000),
  /** For extension and supplement: until when. */
  until: Day.nullable(),
  /** For a correction: which lines, and why they were wrong. */
  indicators: z.array(Code),
  changeReason: z.enum(revisionReasons).nullable(),
});
export type ReportRequest = z.infer<typeof ReportRequest>;

/** The code of a round and that of an area, joined by a dot. */
export const ReportId = z.string().regex(/^[A-Za-z0-9.-]{3,100}$/, "malformed-code");

const person = z.string().min(1).nullable();

/** 报表: one area's answer to a round. */
export const Report = z.object({
  id: ReportId,
  round: Code,
  area: Code,
  state: z.enum(reportStates),
  /** 1 for the first filing, one more after each return or correction. */
  cycle: z.int().min(1),
  /** The round's due date, or a later one that the office granted. */
  dueOn: Day,
  submittedBy: person,
  submittedAt: person,
  /** Days after the due date at the first submission; 0 is in time. */
  lateDays: z.int().min(0).nullable(),
  approvedBy: person,
  approvedAt: person,
  acceptedBy: person,
  acceptedAt: person,
  /** 补报: the office allows filing after the round was closed. */
  supplement: z.boolean(),
  request: ReportRequest.nullable(),
  /** Set while a correction after lock is being made: the reason of the new versions. */
  correcting: z.enum(revisionReasons).nullable(),
});
export type Report = z.infer<typeof Report>;

/** 未填, 有数, 未报, 不适用. */
export const lineStates = ["empty", "value", "not-reported", "not-applicable"] as const;
export type LineState = (typeof lineStates)[number];

/** 待审, 退回, 通过. */
export const reviews = ["open", "returned", "accepted"] as const;

/** 填报项: one figure of a report, in the indicator's unit. */
export const ReportLine = z.object({
  report: ReportId,
  area: Code,
  indicator: Code,
  caliber: Code,
  state: z.enum(lineStates),
  value: Quantity.nullable(),
  /** 情况说明 */
  explanation: z.string().max(2000).nullable(),
  /** How many enterprises the figure is of, where it is an aggregate of them. */
  enterprises: z.int().min(0).max(10_000_000).nullable(),
  review: z.enum(reviews),
  returnReason: z.string().max(1000).nullable(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** 核定: a department's own figure beside the reported one. */
export const Verification = z.object({
  report: ReportId,
  area: Code,
  indicator: Code,
  department: Code,
  state: z.enum(["value", "not-applicable"]),
  value: Quantity.nullable(),
  reason: z.string().max(1000).nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** What happens to a report and stands in its thread. */
export const reportActions = [
  "open",
  "upload",
  "submit",
  "approve",
  "return",
  "accept-lines",
  "accept",
  "lock",
  "comment",
  "request",
  "grant",
  "refuse",
  "lapse",
  "verify",
  "adopt",
  "seal",
  "remind",
] as const;
export type ReportAction = (typeof reportActions)[number];

/** An entry of a report's thread: every change of state and every remark, with its lines. */
export interface ReportEvent {
  readonly id: string;
  readonly report: string;
  readonly area: string;
  readonly action: ReportAction;
  readonly cycle: number;
  readonly account: string;
  readonly name: string;
  readonly comment: string | null;
  readonly indicators: readonly string[];
}

/** The id of the report of an area in a round. */
export function reportId(round: string, area: string): string {
  return `${round}.${area}`;
}

/** Whether a report still has to come in. */
export function isOwed({ state }: Pick<Report, "state">): boolean {
  return state === "draft" || state === "returned";
}

/**
 * Whether a report is owed after its day; `daysLeft` are those to the due date. What came in once and was given back has
 * its lateness from then: a correction does not make it overdue.
 */
export function isOverdue(report: Pick<Report, "state" | "lateDays"> & { readonly daysLeft: number }): boolean {
  return isOwed(report) && report.lateDays === null && report.daysLeft < 0;
}

/** Whether it came in late, or is overdue. */
export function isLate(report: Parameters<typeof isOverdue>[0]): boolean {
  return (report.lateDays ?? 0) > 0 || isOverdue(report);
}

/** Whether the content of a line may be changed: what the office accepted stays as it is. */
export function isLineOpen(line: Pick<ReportLine, "review"> | undefined): boolean {
  return line?.review !== "accepted";
}

/** Whether a change leaves the figure as it is and only explains it: an accepted line may still be explained. */
export function isOnlyExplained(
  before: Pick<ReportLine, "state" | "value" | "enterprises">,
  after: Pick<ReportLine, "state" | "value" | "enterprises">,
): boolean {
  return (
    before.state === after.state &&
    isSameQuantity(before.value, after.value) &&
    before.enterprises === after.enterprises
  );
}

/** Whether two contents of a line say the same. */
export function isSameContent(
  a: Pick<ReportLine, "state" | "value" | "explanation" | "enterprises">,
  b: Pick<ReportLine, "state" | "value" | "explanation" | "enterprises">,
): boolean {
  return (
    a.state === b.state && a.value === b.value && a.explanation === b.explanation && a.enterprises === b.enterprises
  );
}
