import { z } from "zod";
import { Code } from "./code.ts";
import { PartialDay } from "./day.ts";
import { PeriodCode } from "./period.ts";
import { Quantity } from "./quantity.ts";

export const qualifiers = ["=", "~", ">", "<", ">=", "<="] as const;
export type Qualifier = (typeof qualifiers)[number];

/** A value (zero is one), 未报, 不适用, 无法计算. */
export const valueStates = ["value", "not-reported", "not-applicable", "not-computable"] as const;
export type ValueState = (typeof valueStates)[number];

/** 普查修订, 年报, 最终核实, 初步核算, 进度数/快报, 未注明, 预计数: from the strongest to the weakest. */
export const stages = ["census", "annual", "final", "preliminary", "progress", "unstated", "expected"] as const;
export type Stage = (typeof stages)[number];

/** 采用, 核定, 上报: from the strongest to the weakest. */
export const roles = ["adopted", "verified", "reported"] as const;
export type Role = (typeof roles)[number];

/** 政策调整, 口径变更, 填报错误, 统计核定, 普查修订, 区划调整, 其他; 首次录入 for the first version. */
export const changeReasons = [
  "first",
  "policy",
  "caliber",
  "reporting-error",
  "verification",
  "census",
  "boundary",
  "other",
] as const;
export type ChangeReason = (typeof changeReasons)[number];
export const revisionReasons = [
  "policy",
  "caliber",
  "reporting-error",
  "verification",
  "census",
  "boundary",
  "other",
] as const satisfies readonly Exclude<ChangeReason, "first">[];
export type RevisionReason = (typeof revisionReasons)[number];

export const figureClasses = ["public", "internal", "restricted"] as const;

/** A figure (指标值). `value` is null for milestones, whose `text` says what was reached, and for missing states. */
export const Observation = z.object({
  id: Code,
  area: Code,
  indicator: Code,
  caliber: Code,
  period: PeriodCode,
  /** Whether the period stands in the source or was inferred from it (推定). */
  periodBasis: z.enum(["stated", "inferred"]),
  state: z.enum(valueStates),
  value: Quantity.nullable(),
  text: z.string().min(1).nullable(),
  textEn: z.string().min(1).nullable(),
  unit: z.string(),
  qualifier: z.enum(qualifiers),
  stage: z.enum(stages),
  role: z.enum(roles),
  /** Percent, as the source prints it; never derived. */
  reportedGrowth: Quantity.nullable(),
  priorComparable: Quantity.nullable(),
  document: Code,
  clause: z.string().min(1).nullable(),
  publishedOn: PartialDay.nullable(),
  class: z.enum(figureClasses),
  /** Of how many enterprises it is an aggregate, where that is known. */
  enterprises: z.int().min(0).nullable().default(null),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Observation = z.infer<typeof Observation>;

/** Figures that cannot all be right, declared by hand (280 for the city and 280 for its park). */
export const Conflict = z.object({
  code: Code,
  observations: z.array(Code).min(2),
  reason: z.string().min(1),
  reasonEn: z.string().min(1).nullable(),
});
export type Conflict = z.infer<typeof Conflict>;
