import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Day } from "@yuanbiao/core/day";
import { figureClasses, stages } from "@yuanbiao/core/observation";
import { reportStates } from "@yuanbiao/core/report";
import { Round, roundStates } from "@yuanbiao/core/round";
import { listOf, Ref } from "../shape.ts";
import { uploadedFile } from "../write-route.ts";

export const RoundView = z
  .object({
    code: z.string(),
    name: z.string(),
    city: Ref,
    period: z.string(),
    lines: z.array(z.object({ indicator: Ref.extend({ unit: z.string() }), caliber: Ref, department: Ref.nullable() })),
    areas: z.array(Ref),
    opensOn: z.string(),
    dueOn: z.string(),
    daysLeft: z.int(),
    instructions: z.string().nullable(),
    form: z.object({
      number: z.string().nullable(),
      issuer: z.string().nullable(),
      approval: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
    stage: z.enum(stages),
    class: z.enum(figureClasses),
    state: z.enum(roundStates),
    reports: z.record(z.enum(reportStates), z.int()),
    late: z.int().openapi({ description: "reports that are overdue or came in late" }),
    mine: z.array(z.string()).openapi({ description: "the ids of the asker's own reports" }),
    version: z.int(),
    recordedAt: z.string(),
  })
  .openapi("Round");
export type RoundView = z.infer<typeof RoundView>;
export const RoundList = listOf(RoundView, "Round");

/** What is written to make or change a round; it begins as a draft. */
export const RoundBody = z.strictObject({
  ...Round.omit({ state: true, formNumber: true, formIssuer: true, formApproval: true, formValidUntil: true }).shape,
  nameEn: z.string().min(1).nullable().default(null),
  instructionsEn: z.string().max(4000).nullable().default(null),
  city: Code,
  form: z
    .strictObject({
      number: z.string().trim().min(1).max(200).nullable(),
      issuer: z.string().trim().min(1).max(200).nullable(),
      approval: z.string().trim().min(1).max(200).nullable(),
      validUntil: Day.nullable(),
    })
    .default({ number: null, issuer: null, approval: null, validUntil: null }),
});
export type RoundBody = z.infer<typeof RoundBody>;

export const StateBody = z.strictObject({ state: z.enum(roundStates) });

export const ImportForm = z.object({ file: uploadedFile });
export const ImportedView = z.object({ rows: z.int(), stored: z.int(), areas: z.int() }).openapi("RoundImported");
