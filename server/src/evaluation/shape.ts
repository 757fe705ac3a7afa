import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Day } from "@yuanbiao/core/day";
import { Evaluation, evaluationStages, stepKinds } from "@yuanbiao/core/evaluation";
import { Quantity } from "@yuanbiao/core/quantity";
import { visibilityLevels } from "@yuanbiao/core/scheme-rules";
import { listOf, Ref } from "../shape.ts";

const level = z.enum(visibilityLevels);

export const RefusalView = z
  .object({
    code: z.string(),
    area: Ref.nullable(),
    criterion: Ref.nullable(),
    detail: z.string().openapi({ description: "why, and what to do" }),
  })
  .openapi("RunRefusal");
export type RefusalView = z.infer<typeof RefusalView>;

const about = {
  id: z.string(),
  name: z.string(),
  city: Ref,
  scheme: Ref.extend({ version: z.int(), state: z.string() }),
  year: z.int(),
  dataYear: z.int(),
  stage: z.enum(evaluationStages),
  areas: z.int(),
  assessment: z.string(),
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  seal: z.object({ instant: z.string(), hash: z.string(), lines: z.int() }).nullable(),
  noticeOn: z.string().nullable(),
  objectionsUntil: z.string().nullable(),
  minutes: z.object({ number: z.string(), day: z.string() }).nullable(),
  publishedOn: z.string().nullable(),
  version: z.int(),
  recordedAt: z.string(),
};
export const EvaluationSummary = z.object(about).openapi("EvaluationSummary");
export type EvaluationSummary = z.infer<typeof EvaluationSummary>;
export const EvaluationList = listOf(EvaluationSummary, "EvaluationSummary");

export const StepView = z
  .object({
    id: z.string(),
    stage: z.enum(evaluationStages),
    kind: z.enum(stepKinds),
    area: Ref.nullable(),
    by: z.string(),
    note: z.string().nullable(),
    points: z.record(z.string(), z.string()),
    leaves: z.record(z.string(), z.string()),
    recordedAt: z.string(),
  })
  .openapi("EvaluationStep");

export const EvaluationView = z
  .object({
    ...about,
    members: z.array(z.object({ area: Ref, type: Ref, pool: Ref.nullable() })),
    next: z.array(z.enum(evaluationStages)).openapi({ description: "stages that may come next" }),
    visibility: z.object({ grade: level, rank: level, total: level, lines: level }),
    unverified: z.int(),
    objections: z.object({ open: z.int(), upheld: z.int(), all: z.int() }),
    steps: z.array(StepView),
    mine: z.array(Ref).openapi({ description: "the asker's own areas among those assessed" }),
    sees: z.enum(["everything", "own", "levels"]),
  })
  .openapi("EvaluationDetail");
export type EvaluationView = z.infer<typeof EvaluationView>;

export const EvaluationBody = z.strictObject({
  id: Code,
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200).nullable().default(null),
  city: Code,
  scheme: Code,
  members: Evaluation.shape.members,
});
export const EvaluationContent = EvaluationBody.omit({ id: true, city: true });

export const StageBody = z.strictObject({
  stage: z.enum(evaluationStages),
  objectionsUntil: Day.nullable().default(null),
  minutes: Evaluation.shape.minutes.default(null),
  note: z.string().trim().min(1).max(4000).nullable().default(null),
});
export const NoticeBody = z.strictObject({
  objectionsUntil: Day,
  note: z.string().trim().min(1).max(4000).nullable().default(null),
});
export const ReplaceBody = z.strictObject({ id: Code, reason: z.string().trim().min(1).max(4000) });

/** 自评, 反馈核对: a park's; 部门核定: a department's. */
export const StatementBody = z.strictObject({
  kind: z.enum(["self-assessed", "confirmed"]),
  area: Code,
  note: z.string().trim().min(1).max(4000).nullable().default(null),
  points: z.record(Code, Quantity).default({}),
});
export const SignBody = z.strictObject({ note: z.string().trim().min(1).max(4000).nullable().default(null) });
