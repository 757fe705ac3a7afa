import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Quantity } from "@yuanbiao/core/quantity";
import { milestoneStates } from "@yuanbiao/core/target";
import { listOf, Ref } from "../shape.ts";

/** A criterion that judges score: for the office how many scores there are, for a judge its own. */
export const PanelView = z
  .object({
    assessment: z.string(),
    name: z.string(),
    criterion: Ref,
    rule: z.string(),
    scale: z.string(),
    open: z.boolean(),
    judges: z.array(Ref).openapi({ description: "none for a judge: who else scores is not said" }),
    candidates: z.array(Ref).openapi({ description: "experts whom the office may name" }),
    areas: z.array(
      z.object({
        area: Ref,
        given: z.int().nullable().openapi({ description: "how many judges have scored; null for a judge" }),
        own: z.object({ score: z.string(), comment: z.string().nullable(), version: z.int() }).nullable(),
      }),
    ),
    version: z.int().openapi({ description: "0 where nobody is named yet" }),
  })
  .openapi("Panel");
export type PanelView = z.infer<typeof PanelView>;
export const PanelList = listOf(PanelView, "Panel");

export const PanelBody = z.strictObject({ judges: z.array(z.string().min(1)).max(50), open: z.boolean() });
export const ScoreBody = z.strictObject({
  score: Quantity,
  comment: z.string().trim().min(1).max(1000).nullable().default(null),
});

export const EntryView = z
  .object({
    area: Ref,
    kind: z.enum(["count", "milestone"]),
    code: z.string(),
    name: z.string(),
    count: z.int().nullable(),
    state: z.enum(milestoneStates).nullable(),
    reason: z.string(),
    version: z.int(),
    recordedAt: z.string(),
  })
  .openapi("AssessmentEntry");
export type EntryView = z.infer<typeof EntryView>;
export const EntryList = z
  .object({
    items: z.array(EntryView),
    nextCursor: z.string().nullable(),
    codes: z
      .array(Ref.extend({ kind: z.enum(["count", "milestone"]) }))
      .openapi({ description: "what the scheme counts or judges" }),
  })
  .openapi("AssessmentEntryList");

export const EntryBody = z.strictObject({
  kind: z.enum(["count", "milestone"]),
  count: z.int().min(0).max(100_000).nullable().default(null),
  state: z.enum(milestoneStates).nullable().default(null),
  reason: z.string().trim().min(1).max(1000),
});
export const assessmentParams = { assessment: Code };
