import { z } from "@hono/zod-openapi";
import { changeReasons, figureClasses, qualifiers, roles, stages, valueStates } from "@yuanbiao/core/observation";
import { decimal, listOf, Ref, Source } from "../shape.ts";

export const ObservationView = z
  .object({
    id: z.string(),
    indicator: Ref,
    area: Ref,
    caliber: Ref,
    period: z.string(),
    periodBasis: z.enum(["stated", "inferred"]),
    state: z.enum(valueStates),
    value: decimal.nullable(),
    text: z.string().nullable(),
    unit: z.string(),
    qualifier: z.enum(qualifiers),
    stage: z.enum(stages),
    role: z.enum(roles),
    reportedGrowth: z.string().nullable().openapi({ description: "percent as the source prints it", example: "9.19" }),
    priorComparable: decimal.nullable(),
    class: z.enum(figureClasses),
    source: Source,
    note: z.string().nullable(),
    version: z.int(),
    recordedAt: z.string(),
    conflicts: z.array(z.string()),
  })
  .openapi("Observation");
export type ObservationView = z.infer<typeof ObservationView>;

export const ObservationList = listOf(ObservationView, "Observation").extend({
  undated: z.int().optional().openapi({ description: "figures left out by publishedBy: no publication date is known" }),
});

/** Every version of one figure, newest first. */
export const ObservationVersions = z
  .object({
    items: z.array(
      ObservationView.extend({
        supersededAt: z.string().nullable(),
        recordedBy: z.string(),
        changeReason: z.enum(changeReasons),
        changeNote: z.string().nullable(),
      }).openapi("ObservationVersion"),
    ),
    nextCursor: z.string().nullable(),
    conflicts: z.array(
      z.object({
        code: z.string(),
        reason: z.string(),
        kind: z.enum(["declared", "detected"]),
        observations: z.array(ObservationView),
      }),
    ),
  })
  .openapi("ObservationVersionList");
