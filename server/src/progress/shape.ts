import { z } from "@hono/zod-openapi";
import { uses } from "@yuanbiao/core/bearing";
import { statuses, undefinedReasons } from "@yuanbiao/core/status";
import { areaBases, comparators, memberComparators, natures, targetKinds } from "@yuanbiao/core/target";
import { decimal, listOf, Ref } from "../shape.ts";
import { BridgeView } from "../wire/bridge.ts";
import { CitationView, Owes, PathView } from "../wire/citation.ts";
import { ObservationView } from "../wire/observation.ts";

const reason = z.enum(undefinedReasons);

export const ProgressRow = z
  .object({
    target: z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(targetKinds),
      indicator: Ref.extend({ unit: z.string(), decimals: z.int() }),
      area: Ref,
      areaBasis: z.enum(areaBases),
      caliber: Ref,
      due: z.string().nullable(),
      comparator: z.enum(comparators),
      memberComparator: z.enum(memberComparators).nullable(),
      value: decimal.nullable(),
      valueMax: decimal.nullable(),
      nature: z.enum(natures),
      aspirational: z.boolean(),
      path: PathView.nullable(),
      citation: CitationView,
    }),
    actual: ObservationView.nullable(),
    bridge: BridgeView.nullable(),
    /**
     * Figures that bear on the target without counting: mismatched, parts, references, evidence; the newest of each
     * series, since the whole run is the series' own.
     */
    beside: z.array(
      z.object({
        observation: ObservationView,
        bridge: BridgeView,
        use: z.enum(uses).openapi({
          description:
            "comparable: another one counts, of a later period or a preferred role; unlike: of another kind of period; beside: a reference, or of a period after the due one",
        }),
      }),
    ),
    besideOmitted: z.int().openapi({ description: "how many older figures of the same series are not in beside" }),
    achievement: z.string().nullable().openapi({ example: "0.9667" }),
    gapClosed: z.string().nullable().openapi({ example: "0.9000" }),
    expected: decimal.nullable().openapi({ example: "28.00" }),
    expectedOn: decimal.nullable(),
    difference: decimal
      .nullable()
      .openapi({ description: "actual − expected value; actual − target value where there is no path" }),
    deviation: z.string().nullable().openapi({ example: "10.00" }),
    met: z.boolean().nullable(),
    pace: z.object({ perPeriod: decimal, periodsLeft: z.string(), ratio: z.string().nullable() }).nullable().openapi({
      description: "per year: what is left to the least value that meets ÷ years left, and ÷ the pace so far",
    }),
    catchUp: z
      .object({
        baseline: z.object({ period: z.string(), value: decimal }),
        expected: decimal,
        gapClosed: z.string().nullable(),
        deviation: z.string().nullable(),
        agrees: z.boolean().nullable(),
      })
      .nullable(),
    forecast: z
      .object({
        value: decimal,
        low: decimal.nullable(),
        high: decimal.nullable(),
        level: z.string(),
        chance: z.string().nullable(),
      })
      .nullable(),
    readings: z.array(
      z.object({
        area: Ref.optional(),
        caliber: Ref.optional(),
        met: z.boolean().nullable(),
        note: z.string().nullable(),
      }),
    ),
    robust: z.boolean().nullable().openapi({ description: "the verdict is the same under every admissible reading" }),
    members: z
      .array(z.object({ area: Ref, met: z.boolean().nullable(), actual: ObservationView.nullable() }))
      .openapi({ description: "逐家: each member of a target that every member must meet" }),
    status: z.enum(statuses),
    provisional: z.boolean(),
    reason: reason.nullable(),
    reasons: z.partialRecord(
      z.enum([
        "achievement",
        "gapClosed",
        "expected",
        "expectedOn",
        "difference",
        "deviation",
        "met",
        "pace",
        "catchUp",
        "forecast",
      ]),
      reason,
    ),
    conflicts: z.array(z.string()),
    owes: Owes.nullable(),
  })
  .openapi("Progress");
export type ProgressRow = z.infer<typeof ProgressRow>;

export const ProgressList = listOf(ProgressRow, "Progress").extend({
  on: z.string(),
  undated: z.int().optional(),
});
export type ProgressList = z.infer<typeof ProgressList>;
