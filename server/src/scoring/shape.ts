import { z } from "@hono/zod-openapi";
import { Quantity } from "@yuanbiao/core/quantity";
import { scoreFlags, scoreReasons, scoreStepCodes } from "@yuanbiao/core/scorer-outcome";
import { defaultRounding, Rounding } from "@yuanbiao/core/scorer-rounding";
import { ScorerConfig } from "@yuanbiao/core/scorer-run";

export const PreviewBody = z.strictObject({
  scorer: ScorerConfig,
  weight: Quantity.regex(/^[^-]/, "negative-weight")
    .optional()
    .openapi({ description: "in points; not needed where the scorer's points are absolute" }),
  rounding: Rounding.default(defaultRounding),
  inputs: z
    .record(z.string(), z.unknown())
    .openapi({ description: "what the scorer takes: figures as decimal strings; a figure that is missing is null" }),
});
export type PreviewBody = z.infer<typeof PreviewBody>;

const Points = z.string().nullable();

/** Points with the arithmetic behind them; of a pool, by area. Points that are null have a reason. */
export const PreviewView = z
  .object({
    points: z.union([Points, z.record(z.string(), Points)]),
    reason: z.enum(scoreReasons).optional(),
    reasons: z.record(z.string(), z.enum(scoreReasons)).optional().openapi({ description: "by area of a pool" }),
    rate: z.string().nullable().openapi({ description: "the share of the target that was reached; 4 decimals" }),
    flags: z.array(z.enum(scoreFlags)),
    trace: z.array(
      z.object({
        code: z.enum(scoreStepCodes),
        area: z.string().nullable(),
        item: z.string().nullable(),
        figures: z.record(z.string(), z.string()),
        text: z.string().openapi({ description: "the step as a sentence" }),
      }),
    ),
  })
  .openapi("ScoringPreview");
export type PreviewView = z.infer<typeof PreviewView>;
