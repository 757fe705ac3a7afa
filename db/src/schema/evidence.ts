import { Decision } from "@yuanbiao/core/decision";
import { evidenceKinds, evidenceTypes } from "@yuanbiao/core/evidence";
import { Letter } from "@yuanbiao/core/letter";
import { milestoneStates } from "@yuanbiao/core/target";
import type { Kit } from "../kit.ts";
import { versionColumns } from "./version.ts";

/** What is known of an uploaded file; its bytes stand under their hash in the evidence folder. */
export function defineEvidence(kit: Kit) {
  return kit.table(
    "evidence",
    {
      id: kit.id("id").notNull(),
      area: kit.id("area").notNull(),
      report: kit.id("report"),
      indicator: kit.id("indicator"),
      target: kit.id("target"),
      objection: kit.id("objection"),
      kind: kit.choice("kind", evidenceKinds).notNull(),
      issuer: kit.text("issuer"),
      issuedOn: kit.day("issued_on"),
      fileName: kit.text("file_name").notNull(),
      hash: kit.id("hash").notNull(),
      size: kit.integer("size").notNull(),
      type: kit.choice("type", evidenceTypes).notNull(),
      printCode: kit.id("print_code"),
      withdrawn: kit.flag("withdrawn").notNull(),
      note: kit.text("note"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({ name: "evidence_key", columns: [table.area, table.id, table.version] }),
      kit.index("evidence_by_report").on(table.report, table.id),
      kit.index("evidence_by_id").on(table.id, table.version),
      kit.index("evidence_by_target").on(table.target, table.id),
      kit.index("evidence_by_objection").on(table.objection, table.id),
    ],
  );
}

/** Which content a printed report shows: rows are added and never changed. */
export function defineReportPrint(kit: Kit) {
  return kit.table(
    "report_print",
    {
      code: kit.id("code").notNull(),
      area: kit.id("area").notNull(),
      report: kit.id("report").notNull(),
      digest: kit.id("digest").notNull(),
      reportVersion: kit.integer("report_version").notNull(),
      cycle: kit.integer("cycle").notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
      recordedBy: kit.text("recorded_by").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "report_print_key", columns: [table.area, table.code] }),
      kit.index("report_print_by_report").on(table.report, table.recordedAt),
    ],
  );
}

export function defineDecision(kit: Kit) {
  return kit.table(
    "decision",
    {
      target: kit.id("target").notNull(),
      area: kit.id("area").notNull(),
      state: kit.choice("state", milestoneStates).notNull(),
      reason: kit.text("reason").notNull(),
      evidence: kit.json("evidence", Decision.shape.evidence).notNull(),
      document: kit.id("document"),
      clause: kit.text("clause"),
      decidedBy: kit.text("decided_by").notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "decision_key", columns: [table.area, table.target, table.version] })],
  );
}

export function defineLetter(kit: Kit) {
  return kit.table(
    "letter",
    {
      id: kit.id("id").notNull(),
      city: kit.id("city").notNull(),
      department: kit.id("department"),
      area: kit.id("area"),
      items: kit.json("items", Letter.shape.items).notNull(),
      answerBy: kit.day("answer_by").notNull(),
      number: kit.text("number"),
      signer: kit.text("signer").notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "letter_key", columns: [table.id, table.version] })],
  );
}
