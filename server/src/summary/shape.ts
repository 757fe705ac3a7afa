import { z } from "@hono/zod-openapi";
import { missingNeeds } from "@yuanbiao/core/missing";
import { statuses, undefinedReasons } from "@yuanbiao/core/status";
import { decimal, Ref } from "../shape.ts";
import { CitationView, Owes } from "../wire/citation.ts";
import { ObservationView } from "../wire/observation.ts";

const status = z.enum(statuses);
const StatusCount = z.object({ status, total: z.int(), provisional: z.int() });

const TargetRef = z.object({
  id: z.string(),
  name: z.string(),
  area: Ref,
  indicator: Ref.extend({ unit: z.string(), decimals: z.int() }),
  due: z.string().nullable(),
  comparator: z.string(),
  memberComparator: z.string().nullable(),
  value: decimal.nullable(),
  valueMax: decimal.nullable(),
  citation: CitationView,
});

const Standing = z.object({
  target: TargetRef,
  status,
  provisional: z.boolean(),
  reason: z.enum(undefinedReasons).nullable(),
  met: z.boolean().nullable(),
  achievement: z.string().nullable(),
  difference: decimal.nullable(),
  deviation: z.string().nullable(),
  actual: ObservationView.nullable(),
  bridgeReason: z.string().nullable(),
});

/** A target that cannot be judged by the figures that there are, with the newest of them. */
const Incomparable = Standing.extend({ besides: z.array(ObservationView) });

/** One row of the 补数清单. */
export const MissingView = z
  .object({
    target: TargetRef,
    need: z.enum(missingNeeds),
    indicator: Ref,
    area: Ref,
    caliber: Ref,
    period: z.string().nullable(),
    /** The day after the period ended: since when the figure is missing; null where nothing is due yet. */
    since: z.string().nullable(),
    daysOverdue: z.int().nullable(),
    status,
    reason: z.enum(undefinedReasons).nullable(),
    last: ObservationView.nullable(),
    owes: Owes.nullable(),
  })
  .openapi("Missing");
export type MissingView = z.infer<typeof MissingView>;

export const SummaryView = z
  .object({
    on: z.string(),
    asOf: z.string().nullable(),
    publishedBy: z.string().nullable(),
    since: z.string().nullable(),
    city: Ref.nullable(),
    cities: z.array(Ref),
    /** Targets of policy documents alone: what the first sentence says. */
    headline: z.object({
      documents: z.array(Ref),
      targets: z.int(),
      judged: z.int(),
      judgedProvisional: z.int(),
      achieved: z.int(),
      missed: z.int(),
      onTrack: z.int(),
      behind: z.int(),
      noData: z.int(),
      incomparable: z.int(),
      notComputable: z.int(),
      judgement: z.int(),
      notDue: z.int(),
      verdicts: z.array(Standing),
      awaited: z.array(Standing),
    }),
    counts: z.object({
      policy: z.array(StatusCount),
      press: z.array(StatusCount),
    }),
    matrix: z.object({
      areas: z.array(Ref.extend({ kind: z.string() })),
      indicators: z.array(Ref),
      cells: z.array(
        z.object({
          area: z.int(),
          indicator: z.int(),
          status,
          provisional: z.boolean(),
          deviation: z.string().nullable(),
          targets: z.array(z.string()),
        }),
      ),
    }),
    gaps: z.array(Standing),
    incomparables: z.array(Incomparable),
    changes: z.array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("status"), target: TargetRef, from: status, to: status }),
        z.object({
          kind: z.literal("figure"),
          observation: ObservationView,
          before: decimal.nullable(),
          recordedAt: z.string(),
        }),
      ]),
    ),
    changesTotal: z.int(),
    /** Figures recorded for the first time since then: the newest, and how many there are in all. */
    recorded: z.array(z.object({ observation: ObservationView, recordedAt: z.string() })),
    recordedTotal: z.int(),
    missing: z.array(MissingView),
    missingTotal: z.int(),
    owing: z.array(z.object({ department: Ref.nullable(), total: z.int(), overdue: z.int() })),
    conflicts: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(["declared", "detected"]),
        reason: z.string(),
        observations: z.array(ObservationView),
      }),
    ),
    targetConflicts: z.array(z.array(TargetRef)),
    undated: z.int(),
  })
  .openapi("Summary");
export type SummaryView = z.infer<typeof SummaryView>;
