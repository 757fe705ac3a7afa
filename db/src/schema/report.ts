import { figureClasses, revisionReasons, stages } from "@yuanbiao/core/observation";
import { lineStates, Report, reportActions, reportStates, reviews } from "@yuanbiao/core/report";
import { Round, roundStates } from "@yuanbiao/core/round";
import { z } from "zod";
import type { Kit } from "../kit.ts";
import { nameColumns, versionColumns } from "./version.ts";

const verificationStates = ["value", "not-applicable"] as const;

export function defineRound(kit: Kit) {
  return kit.table(
    "round",
    {
      code: kit.id("code").notNull(),
      ...nameColumns(kit),
      city: kit.id("city").notNull(),
      period: kit.period("period").notNull(),
      lines: kit.json("lines", Round.shape.lines).notNull(),
      areas: kit.json("areas", Round.shape.areas).notNull(),
      opensOn: kit.day("opens_on").notNull(),
      dueOn: kit.day("due_on").notNull(),
      instructions: kit.text("instructions"),
      instructionsEn: kit.text("instructions_en"),
      formNumber: kit.text("form_number"),
      formIssuer: kit.text("form_issuer"),
      formApproval: kit.text("form_approval"),
      formValidUntil: kit.day("form_valid_until"),
      stage: kit.choice("stage", stages).notNull(),
      class: kit.choice("class", figureClasses).notNull(),
      state: kit.choice("state", roundStates).notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "round_key", columns: [table.code, table.version] })],
  );
}

export function defineReport(kit: Kit) {
  return kit.table("report", { ...reportColumns(kit), ...versionColumns(kit) }, (table) => [
    kit.primaryKey({ name: "report_key", columns: [table.area, table.id, table.version] }),
    kit.index("report_by_round").on(table.round, table.area),
    kit.index("report_by_id").on(table.id, table.version),
  ]);
}

function reportColumns(kit: Kit) {
  return {
    id: kit.id("id").notNull(),
    round: kit.id("round").notNull(),
    area: kit.id("area").notNull(),
    state: kit.choice("state", reportStates).notNull(),
    cycle: kit.integer("cycle").notNull(),
    dueOn: kit.day("due_on").notNull(),
    submittedBy: kit.id("submitted_by"),
    submittedAt: kit.instant("submitted_at"),
    lateDays: kit.integer("late_days"),
    approvedBy: kit.id("approved_by"),
    approvedAt: kit.instant("approved_at"),
    acceptedBy: kit.id("accepted_by"),
    acceptedAt: kit.instant("accepted_at"),
    supplement: kit.flag("supplement").notNull(),
    request: kit.json("request", Report.shape.request.unwrap()),
    correcting: kit.choice("correcting", revisionReasons),
  };
}

export function defineReportLine(kit: Kit) {
  return kit.table(
    "report_line",
    {
      report: kit.id("report").notNull(),
      area: kit.id("area").notNull(),
      indicator: kit.id("indicator").notNull(),
      caliber: kit.id("caliber").notNull(),
      state: kit.choice("state", lineStates).notNull(),
      value: kit.quantity("value"),
      explanation: kit.text("explanation"),
      enterprises: kit.integer("enterprises"),
      review: kit.choice("review", reviews).notNull(),
      returnReason: kit.text("return_reason"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({
        name: "report_line_key",
        columns: [table.area, table.report, table.indicator, table.version],
      }),
      kit.index("report_line_by_report").on(table.report, table.indicator),
    ],
  );
}

export function defineVerification(kit: Kit) {
  return kit.table(
    "verification",
    {
      report: kit.id("report").notNull(),
      area: kit.id("area").notNull(),
      indicator: kit.id("indicator").notNull(),
      department: kit.id("department").notNull(),
      state: kit.choice("state", verificationStates).notNull(),
      value: kit.quantity("value"),
      reason: kit.text("reason"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({
        name: "verification_key",
        columns: [table.area, table.report, table.indicator, table.version],
      }),
      kit.index("verification_by_report").on(table.report, table.indicator),
    ],
  );
}

/** The thread of a report: rows are added and never changed. */
export function defineReportEvent(kit: Kit) {
  return kit.table(
    "report_event",
    {
      area: kit.id("area").notNull(),
      report: kit.id("report").notNull(),
      id: kit.id("id").notNull(),
      action: kit.choice("action", reportActions).notNull(),
      cycle: kit.integer("cycle").notNull(),
      account: kit.id("account").notNull(),
      name: kit.text("name").notNull(),
      comment: kit.text("comment"),
      indicators: kit.json("indicators", z.array(z.string())).notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "report_event_key", columns: [table.area, table.report, table.id] }),
      kit.index("report_event_by_report").on(table.report, table.recordedAt),
    ],
  );
}
