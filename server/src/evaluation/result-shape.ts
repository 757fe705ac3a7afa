import { z } from "@hono/zod-openapi";
import { lineStates } from "@yuanbiao/core/evaluate-line";
import { evaluationStages } from "@yuanbiao/core/evaluation";
import { separationCodes } from "@yuanbiao/core/separation";
import { Supposition } from "@yuanbiao/core/suppose";
import { listOf, Ref } from "../shape.ts";
import { RefusalView } from "./shape.ts";

const nothing = z.string().nullable();
/** An area's result, as far as its reader may see it; what is not shown is null. */
export const ResultView = z
  .object({
    area: Ref,
    type: Ref,
    pool: Ref,
    total: nothing,
    fullMark: nothing,
    adjustment: nothing,
    grade: Ref.nullable(),
    rank: z.int().nullable(),
    ranked: z.int().nullable(),
    tied: z.boolean(),
    lastRank: z.int().nullable(),
    places: z.int().nullable().openapi({ description: "places gained since the year before" }),
    eligible: z.boolean().nullable(),
    locked: z.boolean(),
    notes: z.array(z.string()).openapi({ description: "vetoes, window rules, how a tie was parted" }),
    points: z.record(z.string(), nothing).nullable().openapi({ description: "by criterion" }),
    hidden: z.array(z.enum(["grade", "rank", "total", "lines"])),
  })
  .openapi("EvaluationResult");
export type ResultView = z.infer<typeof ResultView>;

export const ResultsView = z
  .object({
    sealed: z.boolean(),
    refusals: z.array(RefusalView),
    unverified: z.array(z.object({ path: z.string(), reason: z.string() })),
    criteria: z.array(
      z.object({ code: z.string(), name: z.string(), group: Ref, weight: z.string(), counted: z.boolean() }),
    ),
    sentences: z.array(z.string()),
    items: z.array(ResultView),
    nextCursor: z.string().nullable(),
  })
  .openapi("EvaluationResults");
export type ResultsView = z.infer<typeof ResultsView>;

const SourceView = z.object({
  kind: z.enum(["observation", "target", "panel", "milestone", "count"]),
  id: z.string(),
  version: z.int(),
  newest: z.int().nullable().openapi({ description: "the version that stands now, where it is another" }),
  period: z.string().nullable(),
  value: z.string().nullable(),
  basis: z.string().nullable(),
  title: z.string().openapi({ description: "what it is, in words" }),
  cited: z.string().nullable().openapi({ description: "document and clause" }),
  recordedAt: z.string().nullable(),
});

export const LineView = z
  .object({
    area: Ref,
    group: Ref,
    criterion: Ref,
    state: z.enum(lineStates),
    weight: nothing,
    points: nothing,
    counted: nothing,
    shown: nothing,
    lost: nothing,
    reason: nothing,
    notes: z.array(z.string()),
    rule: z.string(),
    weighing: z.string(),
    inputs: z.array(
      z.object({
        input: z.string(),
        name: z.string(),
        from: z.string(),
        value: nothing,
        unit: nothing,
        sources: z.array(SourceView),
      }),
    ),
    steps: z.array(z.object({ code: z.string(), text: z.string() })),
    objectable: z.boolean(),
  })
  .openapi("ScoreLine");
export type LineView = z.infer<typeof LineView>;
export const LinesView = listOf(LineView, "ScoreLine");

export const StandingView = z
  .object({
    result: ResultView,
    sentences: z.array(z.string()),
    waterfall: z.array(
      z.object({
        kind: z.enum(["full-mark", "lost", "adjustment", "rounding", "total"]),
        criterion: Ref.nullable(),
        points: z.string(),
      }),
    ),
    arithmetic: z.array(z.string()),
    gains: z.array(
      z.object({
        kind: z.enum(["rank", "cutoff", "quota"]),
        sentence: z.string(),
        points: z.string(),
        levers: z.array(
          z.object({
            criterion: Ref,
            room: z.string(),
            from: nothing,
            to: nothing,
            unit: nothing,
            sentence: z.string(),
          }),
        ),
      }),
    ),
    lines: z.array(LineView),
  })
  .openapi("AreaStanding");
export type StandingView = z.infer<typeof StandingView>;

export const DifferencesView = z
  .object({
    before: z.string(),
    after: z.string().nullable(),
    refusals: z.array(RefusalView),
    revised: z.int().openapi({ description: "versions that were used and no longer stand" }),
    items: z.array(
      z.object({
        area: Ref,
        total: z.object({ before: nothing, after: nothing }),
        points: nothing,
        rank: z.object({ before: z.int().nullable(), after: z.int().nullable() }),
        places: z.int().nullable(),
        grade: z.object({ before: Ref.nullable(), after: Ref.nullable() }),
        lines: z.array(
          z.object({ criterion: Ref, before: nothing, after: nothing, points: nothing, sentence: z.string() }),
        ),
      }),
    ),
  })
  .openapi("RunDifferences");
export type DifferencesView = z.infer<typeof DifferencesView>;

const share = z.string().openapi({ description: "0 to 1, four decimals" });
/** What the office looks at: distribution, firmness of the places against the weights, criteria that part nobody. */
export const AnalysisView = z
  .object({
    sealed: z.boolean(),
    distribution: z.array(
      z.object({
        pool: Ref,
        bins: z.array(z.object({ from: nothing, to: nothing, count: z.int() })),
      }),
    ),
    sensitivity: z.object({
      draws: z.int(),
      spread: z.number(),
      pools: z.array(z.object({ pool: Ref, orderHolds: share, firstHolds: share })),
      areas: z.array(
        z.object({
          area: Ref,
          pool: Ref,
          rank: z.int(),
          holds: share,
          best: z.int(),
          worst: z.int(),
          p5: z.int(),
          p95: z.int(),
        }),
      ),
    }),
    separation: z.array(
      z.object({
        pool: Ref,
        criterion: Ref,
        least: nothing,
        greatest: nothing,
        distinct: z.int(),
        separates: z.boolean(),
        code: z.enum(separationCodes).nullable(),
      }),
    ),
    heat: z
      .array(z.object({ area: Ref, pool: Ref, shares: z.record(z.string(), nothing) }))
      .openapi({ description: "points ÷ weight by criterion" }),
  })
  .openapi("RunAnalysis");
export type AnalysisView = z.infer<typeof AnalysisView>;

export const WhatIfBody = Supposition;
/** 情景测算: what would differ; it is computed, said and forgotten. */
export const WhatIfView = z
  .object({
    label: z.string(),
    refusals: z.array(RefusalView),
    items: DifferencesView.shape.items,
    results: z.array(ResultView),
  })
  .openapi("WhatIf");
export type WhatIfView = z.infer<typeof WhatIfView>;

/** An announced result as far as its scheme makes it public: who has not signed in reads this, and nothing else. */
export const AnnouncementView = z
  .object({
    id: z.string(),
    name: z.string(),
    city: Ref,
    year: z.int(),
    dataYear: z.int(),
    stage: z.enum(evaluationStages),
    noticeOn: nothing,
    objectionsUntil: nothing,
    publishedOn: nothing,
    minutes: z.object({ number: z.string(), day: z.string() }).nullable(),
    mark: nothing.openapi({ description: "demonstration data, not yet published" }),
    items: z.array(ResultView),
  })
  .openapi("Announcement");
