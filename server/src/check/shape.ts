import { z } from "@hono/zod-openapi";
import { Check, CheckRule, severities } from "@yuanbiao/core/check";
import { tryOutcomes } from "@yuanbiao/core/check-try-out";
import { Code } from "@yuanbiao/core/code";
import { listOf, Ref } from "../shape.ts";

export const CheckView = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    severity: z.enum(severities),
    indicators: z.array(z.string()),
    rule: CheckRule,
    active: z.boolean(),
    note: z.string().nullable(),
    noteEn: z.string().nullable(),
    version: z.int(),
    recordedAt: z.string(),
  })
  .openapi("Check");
export type CheckView = z.infer<typeof CheckView>;
export const CheckList = listOf(CheckView, "Check");

export const CheckBody = Check;
export const CheckContent = Check.omit({ code: true });

export const TryOutBody = z.strictObject({ check: Check, city: Code });

/** What a check would have done to past figures; nothing of it is stored. */
export const TryOutView = z
  .object({
    counts: z.record(z.enum(tryOutcomes), z.int()),
    figures: z.int(),
    limited: z.boolean().openapi({ description: "there are more figures than were tried" }),
    reports: z.array(
      z.object({
        area: Ref,
        period: z.string(),
        outcome: z.enum(tryOutcomes),
        findings: z.array(
          z.object({
            code: z.string(),
            indicators: z.array(z.string()),
            actual: z.string().nullable(),
            expected: z.string().nullable(),
            deviation: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi("CheckTryOut");
