import { z } from "zod";
import { Code, named } from "./code.ts";
import { Day } from "./day.ts";
import { Quantity } from "./quantity.ts";
import { milestoneStates } from "./target.ts";

/** 自评, 部门核定, 试算, 现场核验, 反馈核对, 公示, 异议, 审定, 发布, 结果运用, 归档 (design section 7). */
export const evaluationStages = [
  "self-assessment",
  "verification",
  "trial",
  "inspection",
  "feedback",
  "notice",
  "objection",
  "approval",
  "publication",
  "application",
  "archive",
] as const;
export type EvaluationStage = (typeof evaluationStages)[number];

/** Up to here nothing is sealed: what is seen are trials. */
export const openStages: readonly EvaluationStage[] = evaluationStages.slice(0, 5);

const text = z.string().trim().min(1);

/** What a run rests on, and the SHA-256 of its result. */
const Seal = z.strictObject({
  schemeVersion: z.int().min(1),
  /** The cut of everything that was read: recorded by then. */
  instant: text,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many score lines it has. */
  lines: z.int().min(0),
});
export type Seal = z.infer<typeof Seal>;

const Minutes = z.strictObject({ number: text.max(100), day: Day });

/** 考核: one run of a scheme over its areas, from 自评 to 归档. What a number that changed after 公示 makes is another. */
export const Evaluation = z.strictObject({
  id: Code,
  ...named,
  city: Code,
  scheme: Code,
  /** The evaluation year of its scheme. */
  year: z.int(),
  members: z
    .array(z.strictObject({ area: Code, type: Code }))
    .min(1)
    .max(5000),
  stage: z.enum(evaluationStages),
  /** The first run of the same assessment: panels and entries belong to all of its runs. */
  assessment: Code,
  /** The run whose numbers changed after 公示. */
  replaces: Code.nullable(),
  replacedBy: Code.nullable(),
  seal: Seal.nullable(),
  noticeOn: Day.nullable(),
  /** Inclusive, Asia/Shanghai. */
  objectionsUntil: Day.nullable(),
  minutes: Minutes.nullable(),
  publishedOn: Day.nullable(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** What is done in an assessment besides going from stage to stage. */
export const stepKinds = [
  "made",
  "moved",
  "sealed",
  "replaced",
  /** A park's own view of its points. */
  "self-assessed",
  /** A department stands by the figures that it verified. */
  "signed-off",
  /** A park has seen the figures that it is scored by. */
  "confirmed",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One thing that was done: who, when, and what it leaves behind. */
export const EvaluationStep = z.strictObject({
  id: Code,
  evaluation: Code,
  /** The city for the office's steps, the park for its own. */
  area: Code,
  stage: z.enum(evaluationStages),
  kind: z.enum(stepKinds),
  account: text,
  name: text,
  note: text.max(4000).nullable(),
  /** By criterion: points of a self-assessment. */
  points: z.record(Code, Quantity),
  /** What it leaves behind, by name: objectionsUntil, minutes, hash, lines … */
  leaves: z.record(z.string(), z.string()),
});
export type EvaluationStep = z.infer<typeof EvaluationStep>;

/** 专家评审: who judges a criterion; each gives one score an area and sees nobody else's. */
export const Panel = z.strictObject({
  assessment: Code,
  criterion: Code,
  city: Code,
  /** Accounts. */
  judges: z.array(text).max(50),
  /** Scores are taken while it is open. */
  open: z.boolean(),
});
export type Panel = z.infer<typeof Panel>;

export const PanelScore = z.strictObject({
  assessment: Code,
  area: Code,
  criterion: Code,
  judge: text,
  score: Quantity,
  comment: text.max(1000).nullable(),
});
export type PanelScore = z.infer<typeof PanelScore>;

/** 考核记录: something counted (for adjustments, vetoes and counted items), or the state of a criterion's milestone. */
export const AssessmentEntry = z.strictObject({
  assessment: Code,
  area: Code,
  kind: z.enum(["count", "milestone"]),
  /** Of an adjustment, a veto's count, a counted item; or of a criterion. */
  code: Code,
  count: z.int().min(0).max(100_000).nullable(),
  state: z.enum(milestoneStates).nullable(),
  reason: text.max(1000),
});
export type AssessmentEntry = z.infer<typeof AssessmentEntry>;
