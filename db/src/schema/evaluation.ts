import { Evaluation, EvaluationStep, evaluationStages, Panel, stepKinds } from "@yuanbiao/core/evaluation";
import { Objection, objectionStates } from "@yuanbiao/core/objection";
import { milestoneStates } from "@yuanbiao/core/target";
import { z } from "zod";
import type { Kit } from "../kit.ts";
import { nameColumns, versionColumns } from "./version.ts";

export function defineEvaluation(kit: Kit) {
  return kit.table(
    "evaluation",
    {
      id: kit.id("id").notNull(),
      ...nameColumns(kit),
      city: kit.id("city").notNull(),
      scheme: kit.id("scheme").notNull(),
      year: kit.integer("year").notNull(),
      members: kit.json("members", Evaluation.shape.members).notNull(),
      stage: kit.choice("stage", evaluationStages).notNull(),
      assessment: kit.id("assessment").notNull(),
      replaces: kit.id("replaces"),
      replacedBy: kit.id("replaced_by"),
      seal: kit.json("seal", Evaluation.shape.seal.unwrap()),
      noticeOn: kit.day("notice_on"),
      objectionsUntil: kit.day("objections_until"),
      minutes: kit.json("minutes", Evaluation.shape.minutes.unwrap()),
      publishedOn: kit.day("published_on"),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "evaluation_key", columns: [table.id, table.version] })],
  );
}

/** What was done in an assessment: rows are added and never changed. */
export function defineEvaluationStep(kit: Kit) {
  return kit.table(
    "evaluation_step",
    {
      area: kit.id("area").notNull(),
      evaluation: kit.id("evaluation").notNull(),
      id: kit.id("id").notNull(),
      stage: kit.choice("stage", evaluationStages).notNull(),
      kind: kit.choice("kind", stepKinds).notNull(),
      account: kit.id("account").notNull(),
      name: kit.text("name").notNull(),
      note: kit.text("note"),
      points: kit.json("points", EvaluationStep.shape.points).notNull(),
      leaves: kit.json("leaves", EvaluationStep.shape.leaves).notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "evaluation_step_key", columns: [table.area, table.evaluation, table.id] }),
      kit.index("evaluation_step_by_evaluation").on(table.evaluation, table.recordedAt),
    ],
  );
}

/**
 * An area's sealed result: rows are added and never changed. `head` and `lines` are the record as canonical text, `points`
 * what each criterion counted, so that lists need not read the rest.
 */
export function defineEvaluationResult(kit: Kit) {
  return kit.table(
    "evaluation_result",
    {
      area: kit.id("area").notNull(),
      evaluation: kit.id("evaluation").notNull(),
      pool: kit.id("pool").notNull(),
      points: kit.json("points", z.record(z.string(), z.string().nullable())).notNull(),
      head: kit.text("head").notNull(),
      lines: kit.text("lines").notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "evaluation_result_key", columns: [table.area, table.evaluation] }),
      kit.index("evaluation_result_by_evaluation").on(table.evaluation, table.area),
    ],
  );
}

const sourceKinds = ["observation", "target", "panel", "milestone", "count"] as const;

/** The exact versions that a sealed run rests on: rows are added and never changed. */
export function defineEvaluationSource(kit: Kit) {
  return kit.table(
    "evaluation_source",
    {
      area: kit.id("area").notNull(),
      evaluation: kit.id("evaluation").notNull(),
      criterion: kit.id("criterion").notNull(),
      kind: kit.choice("kind", sourceKinds).notNull(),
      source: kit.id("source").notNull(),
      version: kit.integer("version").notNull(),
      period: kit.id("period").notNull(),
      recordedAt: kit.instant("recorded_at").notNull(),
    },
    (table) => [
      kit.primaryKey({
        name: "evaluation_source_key",
        columns: [table.area, table.evaluation, table.criterion, table.kind, table.source, table.version, table.period],
      }),
      kit.index("evaluation_source_by_evaluation").on(table.evaluation, table.kind, table.source),
    ],
  );
}

export function definePanel(kit: Kit) {
  return kit.table(
    "panel",
    {
      assessment: kit.id("assessment").notNull(),
      criterion: kit.id("criterion").notNull(),
      city: kit.id("city").notNull(),
      judges: kit.json("judges", Panel.shape.judges).notNull(),
      open: kit.flag("open").notNull(),
      ...versionColumns(kit),
    },
    (table) => [kit.primaryKey({ name: "panel_key", columns: [table.assessment, table.criterion, table.version] })],
  );
}

export function definePanelScore(kit: Kit) {
  return kit.table(
    "panel_score",
    {
      assessment: kit.id("assessment").notNull(),
      area: kit.id("area").notNull(),
      criterion: kit.id("criterion").notNull(),
      judge: kit.id("judge").notNull(),
      score: kit.quantity("score").notNull(),
      comment: kit.text("comment"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({
        name: "panel_score_key",
        columns: [table.area, table.assessment, table.criterion, table.judge, table.version],
      }),
      kit.index("panel_score_by_assessment").on(table.assessment, table.criterion),
    ],
  );
}

export function defineAssessmentEntry(kit: Kit) {
  return kit.table(
    "assessment_entry",
    {
      assessment: kit.id("assessment").notNull(),
      area: kit.id("area").notNull(),
      kind: kit.choice("kind", ["count", "milestone"]).notNull(),
      code: kit.id("code").notNull(),
      count: kit.integer("count"),
      state: kit.choice("state", milestoneStates),
      reason: kit.text("reason").notNull(),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({
        name: "assessment_entry_key",
        columns: [table.area, table.assessment, table.kind, table.code, table.version],
      }),
      kit.index("assessment_entry_by_assessment").on(table.assessment, table.area),
    ],
  );
}

export function defineObjection(kit: Kit) {
  return kit.table(
    "objection",
    {
      id: kit.id("id").notNull(),
      evaluation: kit.id("evaluation").notNull(),
      area: kit.id("area").notNull(),
      criterion: kit.id("criterion").notNull(),
      claim: kit.text("claim").notNull(),
      state: kit.choice("state", objectionStates).notNull(),
      madeBy: kit.text("made_by").notNull(),
      madeOn: kit.day("made_on").notNull(),
      reply: kit.json("reply", Objection.shape.reply.unwrap()),
      answeredBy: kit.text("answered_by"),
      answeredOn: kit.day("answered_on"),
      ...versionColumns(kit),
    },
    (table) => [
      kit.primaryKey({ name: "objection_key", columns: [table.area, table.id, table.version] }),
      kit.index("objection_by_evaluation").on(table.evaluation, table.area),
    ],
  );
}
