import { z } from "@hono/zod-openapi";
import { pathShapes } from "@yuanbiao/core/target";
import { decimal, Ref } from "../shape.ts";
import { CitationView } from "../wire/citation.ts";
import { ObservationView } from "../wire/observation.ts";

/** What a trend chart draws: points by caliber, the targets, their paths and the forecast. */
export const SeriesView = z
  .object({
    area: Ref,
    indicator: Ref.extend({
      unit: z.string(),
      decimals: z.int(),
      measure: z.string(),
      direction: z.string(),
      timing: z.string(),
    }),
    /** By area, indicator, caliber and end of the period; points of one line share the first three. */
    points: z.array(
      z.object({
        observation: ObservationView,
        /** The last day of the period: where the point stands on the axis. */
        end: z.string(),
        provisional: z.boolean(),
        /** 推算(名义): against the like period a year before, percent; null without one. */
        nominalGrowth: z.string().nullable(),
        revisions: z.array(z.object({ version: z.int(), value: decimal.nullable(), recordedAt: z.string() })),
      }),
    ),
    targets: z.array(
      z.object({
        id: z.string(),
        due: z.string().nullable(),
        end: z.string().nullable(),
        comparator: z.string(),
        memberComparator: z.string().nullable(),
        value: decimal.nullable(),
        valueMax: decimal.nullable(),
        citation: CitationView,
      }),
    ),
    paths: z.array(
      z.object({
        target: z.string(),
        kind: z.enum(["document", "decomposed", "catch-up"]),
        shape: z.enum(pathShapes),
        points: z.array(z.object({ end: z.string(), value: decimal })),
      }),
    ),
    forecast: z
      .object({
        target: z.string(),
        points: z.array(
          z.object({ end: z.string(), value: decimal, low: decimal.nullable(), high: decimal.nullable() }),
        ),
        level: z.string(),
      })
      .nullable(),
    forecastReason: z.enum(["too-few-points", "no-target", "not-annual"]).nullable(),
    annualPoints: z.int(),
    fewestForForecast: z.int(),
  })
  .openapi("Series");
export type SeriesView = z.infer<typeof SeriesView>;
