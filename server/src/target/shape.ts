import { z } from "@hono/zod-openapi";
import { changeReasons } from "@yuanbiao/core/observation";
import {
  areaBases,
  comparators,
  memberComparators,
  milestoneStates,
  natures,
  targetKinds,
} from "@yuanbiao/core/target";
import { decimal, listOf, Ref } from "../shape.ts";
import { CitationView, Owes, PathView } from "../wire/citation.ts";

export const TargetView = z
  .object({
    id: z.string(),
    code: z.string(),
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
    tolerance: decimal.nullable(),
    leastValue: decimal.nullable().openapi({ description: "least value that meets the target (> 300 家: 301)" }),
    members: z.array(Ref),
    band: z
      .object({ min: decimal.nullable(), minInclusive: z.boolean(), max: decimal.nullable(), unit: z.string() })
      .nullable(),
    nature: z.enum(natures),
    aspirational: z.boolean(),
    path: PathView.nullable(),
    series: z.array(z.string()).openapi({ description: "ids of the targets of the same series, by due period" }),
    nestedIn: z.string().nullable(),
    /** The share of the outer whole that a nested share implies, where both are shares: "2.40". */
    impliedShare: decimal.nullable(),
    citation: CitationView,
    citations: z.array(CitationView),
    conflicts: z.array(z.string()),
    revisions: z.array(
      z.object({
        version: z.int(),
        recordedAt: z.string(),
        value: decimal.nullable(),
        due: z.string().nullable(),
        changeReason: z.enum(changeReasons),
        changeNote: z.string().nullable(),
      }),
    ),
    decomposition: z.array(
      z.object({ period: z.string(), area: Ref.nullable(), value: decimal, citation: CitationView }),
    ),
    /** Parts against the whole, where parts are there: their sum and the difference. */
    decompositionCheck: z.object({ sum: decimal, difference: decimal }).nullable(),
    owes: Owes.nullable(),
    decision: z.enum(milestoneStates).nullable(),
    note: z.string().nullable(),
    version: z.int(),
    recordedAt: z.string(),
  })
  .openapi("Target");
export type TargetView = z.infer<typeof TargetView>;

export const TargetList = listOf(TargetView, "Target");

export const PledgeYear = z
  .string()
  .regex(/^(19|20|21)\d{2}$/, "malformed-year")
  .transform(Number)
  .openapi({ type: "integer", description: "the first or last year that the paper names", example: "2020" });
