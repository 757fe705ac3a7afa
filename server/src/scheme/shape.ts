import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Scheme } from "@yuanbiao/core/scheme";
import { schemeStates } from "@yuanbiao/core/scheme-record";
import { hasOutsideInJson } from "../characters.ts";
import { listOf, Ref } from "../shape.ts";

/** What stands against a scheme at a place of it, in words. */
export const SchemeFaultView = z
  .object({
    path: z.string().openapi({ example: "groups[1].criteria[0].scorer.tiers[2].from" }),
    code: z.string(),
    detail: z.string(),
  })
  .openapi("SchemeFault");

/** 待核: a place for which no source gives a value. */
export const UnverifiedView = z.object({ path: z.string(), reason: z.string() }).openapi("UnverifiedPlace");

const about = {
  code: z.string(),
  name: z.string(),
  state: z.enum(schemeStates),
  basis: Ref.nullable(),
  evaluationYear: z.int(),
  dataYear: z.int(),
  fullMark: z.string(),
  criteria: z.int(),
  unverified: z.int(),
  version: z.int(),
  recordedAt: z.string(),
};
export const SchemeSummary = z.object(about).openapi("SchemeSummary");
export type SchemeSummary = z.infer<typeof SchemeSummary>;
export const SchemeList = listOf(SchemeSummary, "SchemeSummary");

export const SchemeView = z
  .object({ ...about, scheme: Scheme, faults: z.array(SchemeFaultView), places: z.array(UnverifiedView) })
  .openapi("SchemeDetail");
export type SchemeView = z.infer<typeof SchemeView>;

/** A draft is made from another scheme: last year's, or a shipped one. */
export const DraftBody = z.strictObject({
  code: Code,
  from: Code,
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200).nullable().default(null),
  evaluationYear: Scheme.shape.evaluationYear,
  dataYear: Scheme.shape.dataYear,
});

export const SchemeBody = z.strictObject({ scheme: Scheme });
export const CheckedView = z
  .object({ faults: z.array(SchemeFaultView), places: z.array(UnverifiedView) })
  .openapi("SchemeChecked");

/** A scheme's file as text; its code must be free. */
export const ImportBody = z.strictObject({
  text: z
    .string()
    .min(2)
    .max(2_000_000)
    .refine((text) => !hasOutsideInJson(text), "zero-byte"),
  code: Code.nullable().default(null).openapi({ description: "another code than the file's" }),
});

export const ComparisonView = z
  .object({
    before: Ref,
    after: Ref,
    differences: z.array(
      z.object({
        path: z.string(),
        place: z.string(),
        kind: z.enum(["added", "removed", "changed", "moved"]),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  })
  .openapi("SchemeComparison");
