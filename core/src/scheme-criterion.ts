import { z } from "zod";
import { Code, named } from "./code.ts";
import { missingPolicies } from "./missing-score.ts";
import { Quantity } from "./quantity.ts";
import { ScorerConfig } from "./scorer-run.ts";

const unnoted = { note: z.string().min(1).nullable(), noteEn: z.string().min(1).nullable() };

/** 待核: a field, by its path within what it stands on, for which no source gives a value, and why. */
export const Mark = z.strictObject({
  field: z.string().min(1).max(200),
  reason: z.string().min(1),
  reasonEn: z.string().min(1).nullable(),
});
export type Mark = z.infer<typeof Mark>;

/** A relative weight, and where park types differ, one a type: 0 is not applicable. */
const weighed = { weight: Quantity, weights: z.record(Code, Quantity) };

/** Whose figures an input is about, where it is not the criterion's own indicator and caliber. */
const Subject = z.strictObject({ indicator: Code, caliber: Code });
export type Subject = z.infer<typeof Subject>;

/** The figure itself, its change on the year before, its growth worked out from both (推算), its growth as printed. */
export const takes = ["value", "change", "nominal-growth", "reported-growth"] as const;
export type Take = (typeof takes)[number];
export const benchmarkFields = ["min", "max", "satisfactory", "unallowable", "average"] as const;
export type BenchmarkField = (typeof benchmarkFields)[number];

/** Where an input of a scorer comes from; the target is that of the data year, due or decomposed. */
export const Binding = z.discriminatedUnion("from", [
  z.strictObject({
    from: z.literal("figure"),
    take: z.enum(takes).default("value"),
    yearsBack: z.int().min(0).max(10).default(0),
    of: Subject.nullable().default(null),
  }),
  z.strictObject({ from: z.literal("target"), of: Subject.nullable().default(null) }),
  z.strictObject({ from: z.literal("benchmark"), field: z.enum(benchmarkFields) }),
  z.strictObject({ from: z.literal("constant"), value: Quantity }),
  z.strictObject({ from: z.literal("criterion"), code: Code }),
  z.strictObject({ from: z.literal("group"), code: Code }),
  z.strictObject({ from: z.literal("panel") }),
  z.strictObject({ from: z.literal("milestone") }),
  z.strictObject({ from: z.literal("counts") }),
]);
export type Binding = z.infer<typeof Binding>;

/** 基准值: what the figures of a year are measured by, for one park type or (null) for all. */
export const Benchmark = z.strictObject({
  year: z.int().min(1990).max(2100),
  type: Code.nullable(),
  min: Quantity.nullable(),
  max: Quantity.nullable(),
  satisfactory: Quantity.nullable(),
  unallowable: Quantity.nullable(),
  average: Quantity.nullable(),
});
export type Benchmark = z.infer<typeof Benchmark>;

const inputName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]{0,63}$/u, "malformed-name");

/** refuse: a run without the figure is refused; the others settle it (missing-score.ts). */
export const missingChoices = ["refuse", ...missingPolicies] as const;

/** 考核指标: what is measured, by which rule, with which weight, and where the rule's inputs come from. */
export const Criterion = z.strictObject({
  code: Code,
  ...named,
  indicator: Code.nullable(),
  caliber: Code.nullable(),
  scorer: ScorerConfig,
  ...weighed,
  inputs: z.record(inputName, Binding),
  missing: z.enum(missingChoices),
  benchmarks: z.array(Benchmark).max(200),
  unverified: z.array(Mark).max(50),
  ...unnoted,
});
export type Criterion = z.infer<typeof Criterion>;

/** A group counts towards the full mark, or (part) only feeds criteria that are composed of its points. */
export const Group = z.strictObject({
  code: Code,
  ...named,
  role: z.enum(["counted", "part"]),
  ...weighed,
  criteria: z.array(Criterion).min(1).max(100),
  unverified: z.array(Mark).max(50),
  ...unnoted,
});
export type Group = z.infer<typeof Group>;
