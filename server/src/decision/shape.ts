import { z } from "@hono/zod-openapi";
import { Code } from "@yuanbiao/core/code";
import { Decision } from "@yuanbiao/core/decision";
import { DecompositionPart, milestoneStates, pathShapes } from "@yuanbiao/core/target";
import { Ref } from "../shape.ts";
import { EvidenceView } from "../wire/evidence.ts";

/** What the office plans for a target by year, quarter or sub-area, by which document. */
export const DecompositionBody = z.strictObject({
  parts: z.array(DecompositionPart.omit({ document: true, clause: true }).strict()).max(500),
  document: Code,
  clause: z.string().min(1).max(200).nullable(),
  shape: z.enum(pathShapes),
});

export const DecisionBody = z.strictObject(
  Decision.pick({ state: true, reason: true, evidence: true, document: true, clause: true, decidedBy: true }).shape,
);

/** A target's judgement and plan as the office manages them. */
export const ManagedTarget = z
  .object({
    id: z.string(),
    version: z.int(),
    decision: z
      .object({
        state: z.enum(milestoneStates),
        reason: z.string(),
        evidence: z.array(z.string()),
        document: Ref.nullable(),
        clause: z.string().nullable(),
        decidedBy: z.string(),
        recordedAt: z.string(),
      })
      .nullable(),
    evidence: z.array(EvidenceView),
    parts: z.array(
      z.object({
        period: z.string(),
        area: Ref.nullable(),
        value: z.string(),
        document: Ref,
        clause: z.string().nullable(),
      }),
    ),
    shape: z.enum(pathShapes).nullable(),
  })
  .openapi("ManagedTarget");
