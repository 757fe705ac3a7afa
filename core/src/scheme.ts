import { z } from "zod";
import { Code, named } from "./code.ts";
import { PartialDay } from "./day.ts";
import { Quantity, roundingModes } from "./quantity.ts";
import { Group, Mark } from "./scheme-criterion.ts";
import { Adjustments, Grade, QuotaRule, Ties, Veto, Visibility, WindowRule } from "./scheme-rules.ts";

/** What is done with the totals; a scheme says in which order. */
export const resultSteps = ["adjustments", "vetoes", "ranks", "grades"] as const;
export type ResultStep = (typeof resultSteps)[number];

/**
 * Points are rounded once a criterion, once a group, or the total alone; ranks and cutoffs compare the rounded total
 * (修约值比较法) or the full one (全数值比较法), GB/T 8170-2008 4.3.
 */
const Rounding = z.strictObject({
  mode: z.enum(roundingModes),
  scale: z.int().min(0).max(6),
  stage: z.enum(["criterion", "group", "total"]),
  compare: z.enum(["rounded", "full"]),
});

/** Where a scheme, or a part of it, is from; what the source does not say is null. */
const Source = z.strictObject({
  title: z.string().min(1),
  number: z.string().min(1).nullable(),
  issuer: z.string().min(1).nullable(),
  issuedOn: PartialDay.nullable(),
  clause: z.string().min(1).nullable(),
});

const Type = z.strictObject({ code: Code, ...named });
const year = z.int().min(1990).max(2100);

/**
 * 考核方案: everything by which a year is assessed, as data. Schemas say what a scheme is made of, validateScheme what
 * must hold between its parts; a park type belongs to one comparison pool.
 */
export const Scheme = z.strictObject({
  code: Code,
  ...named,
  evaluationYear: year,
  dataYear: year,
  fullMark: Quantity,
  rounding: Rounding,
  order: z.array(z.enum(resultSteps)),
  parkTypes: z.array(Type).min(1).max(50),
  pools: z
    .array(z.strictObject({ code: Code, ...named, types: z.array(Code).min(1) }))
    .min(1)
    .max(50),
  groups: z.array(Group).min(1).max(50),
  ties: Ties,
  grades: z.array(Grade).max(20),
  quotas: QuotaRule,
  adjustments: Adjustments,
  vetoes: z.array(Veto).max(50),
  windows: z.array(WindowRule).max(50),
  visibility: Visibility,
  sources: z.array(Source).max(50),
  unverified: z.array(Mark).max(50),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Scheme = z.infer<typeof Scheme>;
