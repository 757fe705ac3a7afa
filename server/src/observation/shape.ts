import { z } from "@hono/zod-openapi";
import { changeReasons, revisionReasons } from "@yuanbiao/core/observation";
import { Quantity } from "@yuanbiao/core/quantity";
import { listOf } from "../shape.ts";
import { ObservationView } from "../wire/observation.ts";

export const ObservationList = listOf(ObservationView, "Observation").extend({
  undated: z.int().optional().openapi({ description: "figures left out by publishedBy: no publication date is known" }),
});

/** Every version of one figure, newest first. */
export const ObservationVersions = z
  .object({
    items: z.array(
      ObservationView.extend({
        supersededAt: z.string().nullable(),
        recordedBy: z.string().nullable().openapi({ description: "to readers of internal figures; null to others" }),
        by: z.string().nullable().openapi({ description: "the name of that account, where it is one of today" }),
        changeReason: z.enum(changeReasons),
        changeNote: z.string().nullable(),
      }).openapi("ObservationVersion"),
    ),
    nextCursor: z.string().nullable(),
    report: z.string().nullable().openapi({ description: "the report that the figure comes from" }),
    sameLine: z
      .array(ObservationView)
      .openapi({ description: "what else the report's line said: reported, verified, adopted" }),
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

export const RevisionBody = z.strictObject({
  value: Quantity,
  reason: z.enum(revisionReasons),
  note: z.string().trim().min(1).max(1000),
});
