import { type Actor, isOfPark } from "@yuanbiao/core/access";
import { allowsStep, editRefusal, mayReturn } from "@yuanbiao/core/filing";
import type { z } from "zod";
import { mayOver, type OpenedReport } from "../reporting.ts";
import type { Permissions } from "./shape.ts";

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
  const returner = isOfPark(actor, report.area) ? "park" : "office";
  return {
    edit: isOpen && mayOver(actor, "report.edit", at),
    submit: isOpen && mayOver(actor, "report.submit", at),
    approve: report.state === "submitted" && !isSent && mayReview && mayOver(actor, "report.approve", at),
    return: mayReview && mayOver(actor, "report.return", at) && mayReturn(report, returner),
    accept:
      isSent &&
      report.request === null &&
      mayReview &&
      report.approvedBy !== actor.account &&
      mayOver(actor, "report.accept", at),
    comment: mayOver(actor, "report.comment", at),
    request: report.request === null && mayOver(actor, "report.request", at),
    grant: report.request !== null && mayOver(actor, "report.grant", at),
    verify: allowsStep(report, "verify") && mayOver(actor, "line.verify", at),
    adopt: allowsStep(report, "verify") && mayOver(actor, "line.adopt", at),
    evidence: mayOver(actor, "evidence.add", at),
    withdraw: report.state !== "accepted" && report.state !== "locked" && mayOver(actor, "evidence.add", at),
  };
}

/** Of the past nothing can be changed. */
const nothing: z.infer<typeof Permissions> = {
  ...{ edit: false, submit: false, approve: false, return: false, accept: false, comment: false },
  ...{ request: false, grant: false, verify: false, adopt: false, evidence: false, withdraw: false },
};
