import { z } from "zod";
import { Code, named } from "./code.ts";
import { PartialDay } from "./day.ts";

/** flow 时期数, stock 时点数, cumulative 累计数, ratio 比率, growth 增速, rank 位次, milestone 里程碑. */
export const measures = ["flow", "stock", "cumulative", "ratio", "growth", "rank", "milestone"] as const;
export type Measure = (typeof measures)[number];

/** Which way is better: up, down, inside a band, or unchanged. */
export const directions = ["up", "down", "band", "keep"] as const;
export type Direction = (typeof directions)[number];

export const rollUps = ["sum", "union", "ratio-of-sums", "growth-of-sums", "none"] as const;
export type RollUp = (typeof rollUps)[number];

/** Whether a figure is about the end of its period (a stock) or about all of it (a flow). */
export const timings = ["point", "span"] as const;
export type Timing = (typeof timings)[number];

export const Indicator = z.object({
  code: Code,
  ...named,
  /** As figures are written: 亿元, %, 家, 件/万人; empty for milestones. */
  unit: z.string(),
  measure: z.enum(measures),
  direction: z.enum(directions),
  timing: z.enum(timings),
  /** Decimals at which targets are set and computed ratios are compared. */
  decimals: z.int().min(0).max(6),
  /** Whole numbers only: "> 300 家" is met by 301. */
  whole: z.boolean(),
  numerator: Code.nullable(),
  denominator: Code.nullable(),
  rollUp: z.enum(rollUps),
  /** Who owns (verifies) the figure, and since and until when. */
  department: Code.nullable(),
  departmentFrom: PartialDay.nullable(),
  departmentTo: PartialDay.nullable(),
  definition: z.string().min(1).nullable(),
  definitionEn: z.string().min(1).nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

/** Whether an indicator counts what there is at a point in time (家, 人): never negative. A net increase may be. */
export function isCount({ whole, measure }: Pick<Indicator, "whole" | "measure">): boolean {
  return whole && measure === "stock";
}
