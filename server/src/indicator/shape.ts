import { z } from "@hono/zod-openapi";
import { directions, measures, rollUps, timings } from "@yuanbiao/core/indicator";
import { listOf, Ref } from "../shape.ts";

export const IndicatorView = Ref.extend({
  unit: z.string(),
  measure: z.enum(measures),
  direction: z.enum(directions),
  timing: z.enum(timings),
  decimals: z.int(),
  whole: z.boolean(),
  numerator: Ref.nullable(),
  denominator: Ref.nullable(),
  rollUp: z.enum(rollUps),
  department: Ref.nullable(),
  definition: z.string().nullable(),
  targets: z.int(),
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Indicator");

export const IndicatorList = listOf(IndicatorView, "Indicator");
