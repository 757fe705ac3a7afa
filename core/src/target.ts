import { z } from "zod";
import { Code, named } from "./code.ts";
import { Citation } from "./document.ts";
import type { Indicator } from "./indicator.ts";
import { comparePeriods, getPeriod, type Period, PeriodCode, yearPeriod } from "./period.ts";
import { type Exact, exact, plain, Quantity } from "./quantity.ts";

/**
 * gte 以上/达到, gt 超过/突破, lte 以下/不超过, lt 低于, approx 约 (one-sided), between 区间 (inclusive), trend 逐年增长,
 * judgement 一批/逐步 (no number), all 逐家/逐项 (one row with members), milestone 里程碑.
 */
export const comparators = [
  "gte",
  "gt",
  "lte",
  "lt",
  "approx",
  "between",
  "trend",
  "judgement",
  "all",
  "milestone",
] as const;
export type Comparator = (typeof comparators)[number];
export const memberComparators = ["gte", "gt", "lte", "lt"] as const;

/** 约束性, 预期性, 未注明. */
export const natures = ["binding", "expected", "unstated"] as const;
export const areaBases = ["stated", "inferred", "open"] as const;
export const targetKinds = ["target", "commitment"] as const;
export const pathKinds = ["document", "decomposed"] as const;
export const pathShapes = ["linear", "compound", "step", "time-share"] as const;
export type PathShape = (typeof pathShapes)[number];

/** A standing duty has no last period: `every-year`, or no date at all (null). */
export const everyYear = "every-year";
export const Due = z.union([z.literal(everyYear), PeriodCode]);

export const PathPoint = z.object({ period: PeriodCode, value: Quantity });
export type PathPoint = z.infer<typeof PathPoint>;

/** A path through values that a document gives, or a yearly plan that the office adopted under a number. */
export const Path = z.object({
  kind: z.enum(pathKinds),
  shape: z.enum(pathShapes),
  points: z.array(PathPoint).min(1),
});
export type Path = z.infer<typeof Path>;

/**
 * One admissible reading of a text that leaves area or denominator open: the figures it would be judged by, and
 * whether they are its value or only a bound of it (≤ where the reading's denominator is the larger one).
 */
export const Reading = z.object({
  area: Code.nullable(),
  caliber: Code.nullable(),
  via: z.object({ indicator: Code, area: Code, caliber: Code }).nullable(),
  bound: z.enum(["=", "<=", ">="]),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Reading = z.infer<typeof Reading>;

/**
 * A size class in the unit of the classifying figure, [min, max) unless `minInclusive` is false (> 1000 亿元): the upper
 * end belongs to the next class; null is open.
 */
export const Band = z.object({
  min: Quantity.nullable(),
  minInclusive: z.boolean(),
  max: Quantity.nullable(),
  unit: z.string().min(1),
});

/** Parts of a target by year, quarter or sub-area (阶段分解计划). */
export const DecompositionPart = z.object({
  period: PeriodCode,
  area: Code.nullable(),
  value: Quantity,
  document: Code,
  clause: z.string().min(1).nullable(),
});
export type DecompositionPart = z.infer<typeof DecompositionPart>;

export const milestoneStates = ["done", "partial", "not-done"] as const;
export type MilestoneState = (typeof milestoneStates)[number];
/** Whether a document names who owes the figure, or the office suggests it (建议). */
export const owingBases = ["document", "suggested"] as const;

export const Target = z.object({
  id: Code,
  ...named,
  kind: z.enum(targetKinds),
  area: Code,
  areaBasis: z.enum(areaBases),
  indicator: Code,
  caliber: Code,
  due: Due.nullable(),
  comparator: z.enum(comparators),
  value: Quantity.nullable(),
  valueMax: Quantity.nullable(),
  tolerance: Quantity.nullable(),
  memberComparator: z.enum(memberComparators).nullable(),
  members: z.array(Code),
  /** The first year that a trend is judged on. */
  start: PeriodCode.nullable(),
  nature: z.enum(natures),
  aspirational: z.boolean(),
  path: Path.nullable(),
  readings: z.array(Reading),
  band: Band.nullable(),
  /** Targets of one series (20 % in 2020, 30 % in 2025) share this code. */
  series: Code.nullable(),
  /** The target whose whole this one is a share of. */
  nestedIn: Code.nullable(),
  decomposition: z.array(DecompositionPart),
  /** Several citations where a second source repeats the target; the first one counts. */
  citations: z.array(Citation).min(1),
  /** Targets that say something else for the same indicator, area and period. */
  conflicts: z.array(Code),
  owes: Code.nullable(),
  owesBasis: z.enum(owingBases).nullable(),
  /** A person's judgement of a milestone or an unquantified target. */
  decision: z.enum(milestoneStates).nullable(),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Target = z.infer<typeof Target>;

/** A target's last period as seen on a day: its due period, or for a standing duty the last year that ended. */
export function duePeriod(target: Pick<Target, "due">, on: string): Period {
  if (target.due !== null && target.due !== everyYear) return getPeriod(target.due);
  const year = Number(on.slice(0, 4));
  return yearPeriod(on.slice(5) === "12-31" ? year : year - 1);
}

/** Which way the target pulls: an upper limit is better when lower, whatever the indicator says. */
export function targetDirection(
  target: Pick<Target, "comparator">,
  indicator: Pick<Indicator, "direction">,
): "up" | "down" {
  if (target.comparator === "lte" || target.comparator === "lt") return "down";
  if (target.comparator === "gte" || target.comparator === "gt") return "up";
  return indicator.direction === "down" ? "down" : "up";
}

type Limits = Pick<Target, "comparator" | "value" | "valueMax" | "tolerance">;

/**
 * The value nearest to the baseline that meets the target, in the indicator's unit: for whole numbers one more than a
 * strict limit (> 300 家: 301), for others the limit itself; null where the target has no value.
 */
export function leastValue(target: Limits, indicator: Pick<Indicator, "whole" | "direction">): string | null {
  if (target.value === null) return null;
  const value = exact(target.value);
  const tolerance = exact(target.tolerance ?? "0");
  const step = indicator.whole ? exact(1) : exact(0);
  const least: Record<Comparator, Exact | null> = {
    gte: indicator.whole ? value.ceil() : value,
    gt: indicator.whole ? value.floor().plus(step) : value,
    lte: indicator.whole ? value.floor() : value,
    lt: indicator.whole ? value.ceil().minus(step) : value,
    approx: indicator.direction === "down" ? value.plus(tolerance) : value.minus(tolerance),
    between: value,
    all: value,
    trend: null,
    judgement: null,
    milestone: null,
  };
  const found = least[target.comparator];
  return found === null ? null : plain(found);
}

/**
 * A target with the office's yearly plan (阶段分解计划): its parts, and a decomposed path through those of the whole area
 * where the document itself gives no path.
 */
export function decomposeTarget(target: Target, parts: readonly DecompositionPart[], shape: PathShape): Target {
  const points = parts
    .filter(({ area }) => area === null)
    .map(({ period, value }) => ({ period, value }))
    .toSorted((a, b) => comparePeriods(getPeriod(a.period), getPeriod(b.period)));
  const isOfDocument = target.path?.kind === "document";
  const path: Path | null = points.length === 0 ? null : { kind: "decomposed", shape, points };
  return { ...target, decomposition: [...parts], path: isOfDocument ? target.path : path };
}

/** What stands against a plan: a period after the due one, one period twice for one area, a plan of what has no number. */
export function decompositionFaults(
  target: Pick<Target, "due" | "value">,
  parts: readonly DecompositionPart[],
): { field: string; code: string }[] {
  if (target.value === null) return [{ field: "parts", code: "no-target-value" }];
  const due = target.due === null || target.due === everyYear ? null : getPeriod(target.due);
  const seen = new Set<string>();
  return parts.flatMap(({ period, area }, index) => {
    const key = `${period} ${area ?? ""}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const isLate = due !== null && getPeriod(period).end > due.end;
    return [
      ...(isTwice ? [{ field: `parts.${index}.period`, code: "part-twice" }] : []),
      ...(isLate ? [{ field: `parts.${index}.period`, code: "after-due" }] : []),
    ];
  });
}
