import type { Actor } from "@yuanbiao/core/access";
import { allowsStep, editRefusal } from "@yuanbiao/core/filing";
import type { Report, ReportLine } from "@yuanbiao/core/report";
import type { z } from "zod";
import { mayOver, type OpenedReport } from "../reporting.ts";
import type { Permissions, turns } from "./shape.ts";

/** What has become of the lines of a report, by indicator. */
export interface Standing {
  readonly verified: ReadonlySet<string>;
  readonly adopted: ReadonlySet<string>;
}

/** Whose turn it is with a report. */
export function turnOf(report: Report, lines: readonly ReportLine[], standing: Standing): (typeof turns)[number] {
  if (report.state === "draft" || report.state === "returned") return "clerk";
  if (report.state === "submitted") return report.approvedBy === null ? "approver" : "office";
  const filled = lines.filter(({ state }) => state !== "empty");
  if (filled.every(({ indicator }) => standing.adopted.has(indicator))) return "nobody";
  return filled.every(({ indicator }) => standing.verified.has(indicator) || standing.adopted.has(indicator))
    ? "adoption"
    : "verifier";
}

/** What an actor may do with a report as it now stands: rights and state together, for the buttons. */
export function permissionsOf(
  actor: Actor,
  { report, round, registry, asOf }: OpenedReport,
): z.infer<typeof Permissions> {
  if (asOf !== null) return nothing;
  const at = { area: report.area, round, registry };
  const isOpen = editRefusal(report, round) === null;
  const mayReview = report.submittedBy !== actor.account;
  const isSent = report.state === "submitted" && report.approvedBy !== null;
  const isOfPark = actor.grants.some(({ areas }) => areas.includes(report.area));
  return {
    edit: isOpen && mayOver(actor, "report.edit", at),
    submit: isOpen && mayOver(actor, "report.submit", at),
    approve: report.state === "submitted" && !isSent && mayReview && mayOver(actor, "report.approve", at),
    return: mayReview && mayOver(actor, "report.return", at) && mayReturn(report, isOfPark),
    accept: isSent && mayReview && report.approvedBy !== actor.account && mayOver(actor, "report.accept", at),
    comment: mayOver(actor, "report.comment", at),
    request: report.request === null && mayOver(actor, "report.request", at),
    grant: report.request !== null && mayOver(actor, "report.grant", at),
    verify: allowsStep(report, "verify") && mayOver(actor, "line.verify", at),
    adopt: allowsStep(report, "verify") && mayOver(actor, "line.adopt", at),
    evidence: mayOver(actor, "evidence.add", at),
  };
}

/** Of the past nothing can be changed. */
const nothing: z.infer<typeof Permissions> = {
  ...{ edit: false, submit: false, approve: false, return: false, accept: false, comment: false },
  ...{ request: false, grant: false, verify: false, adopt: false, evidence: false },
};

/** The approver returns before approving, the office afterwards. */
export function mayReturn(report: Report, isOfPark: boolean): boolean {
  if (!allowsStep(report, "return")) return false;
  return isOfPark ? report.state === "submitted" && report.approvedBy === null : report.approvedBy !== null;
}
