import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion, Group, Mark } from "@yuanbiao/core/scheme-criterion";

/** What shipped schemes have in common; what no source gives is marked 待核, and stands only so that it can be tried. */

export const unnoted = { note: null, noteEn: null } as const;

export function mark(field: string, reason: string, reasonEn: string): Mark {
  return { field, reason, reasonEn };
}

const noRounding = mark(
  "rounding",
  "来源未写修约方式与位数，暂按四舍五入保留两位小数，在总分修约一次。",
  "The source does not say how points are rounded; half up to two decimals, once, on the total, until it is set.",
);
const noTies = mark(
  "ties",
  "来源未写并列的处理，暂按并列同名次。",
  "The source does not say what becomes of equal totals; they share a place until it is set.",
);
export const noGrades = mark(
  "grades",
  "来源未写等次，暂不评定等次。",
  "The source names no grades; none are given until they are set.",
);
export const noAdjustments = mark(
  "adjustments",
  "来源未写加减分，暂不加减。",
  "The source names no points to add or take away; none are until they are set.",
);
const noVisibility = mark(
  "visibility",
  "来源未写公开范围，暂按总分、名次、等次组内可见，得分明细仅本园区可见。",
  "The source does not say who sees what; total, place and grade within the pool, score lines the park alone, until it is set.",
);

type SchemeParts = Pick<
  Scheme,
  "code" | "name" | "nameEn" | "evaluationYear" | "dataYear" | "parkTypes" | "pools" | "groups" | "sources"
> &
  Partial<Scheme>;

/** A scheme out of a hundred that leaves open, and marks, everything that is not given. */
export function draftScheme(own: SchemeParts): Scheme {
  return {
    fullMark: "100",
    rounding: { mode: "half-up", scale: 2, stage: "total", compare: "rounded" },
    order: ["adjustments", "ranks", "grades", "vetoes"],
    ties: { rule: "competition", chain: [] },
    grades: [],
    quotas: { scope: "pool", rounding: "down", ties: "exclude" },
    adjustments: { items: [], cap: null },
    vetoes: [],
    windows: [],
    visibility: { grade: "group", rank: "group", total: "group", lines: "own" },
    ...unnoted,
    ...own,
    unverified: [...(own.unverified ?? []), noRounding, noTies, noVisibility],
  };
}

type CriterionParts = Pick<Criterion, "code" | "name" | "nameEn" | "scorer" | "inputs"> & Partial<Criterion>;

export function draftCriterion(own: CriterionParts): Criterion {
  return {
    ...{ indicator: null, caliber: null, weight: "1", weights: {}, missing: "refuse", benchmarks: [], unverified: [] },
    ...unnoted,
    ...own,
  };
}

type GroupParts = Pick<Group, "code" | "name" | "nameEn" | "weight" | "criteria"> & Partial<Group>;

export function draftGroup(own: GroupParts): Group {
  return { role: "counted", weights: {}, unverified: [], ...unnoted, ...own };
}

const plainFigure = { from: "figure", take: "value", yearsBack: 0, of: null } as const;
const yearTarget = { from: "target", of: null } as const;

/** A figure against the year's target. */
export const againstTarget = {
  scorer: { type: "completion", cap: "1", floor: "0" },
  inputs: { actual: plainFigure, target: yearTarget },
} satisfies Pick<Criterion, "scorer" | "inputs">;

/** A figure, or its change on the year before, between the least and the most of the pool. */
export function withinPool(direction: "up" | "down", take: "value" | "change" = "value") {
  return {
    scorer: { type: "min-max", floor: "0", direction, degenerate: "full" },
    inputs: { values: { ...plainFigure, take } },
  } satisfies Pick<Criterion, "scorer" | "inputs">;
}

/** What judges give, without the highest and the lowest. */
export const byJudges = {
  scorer: { type: "panel", trim: 1, minJudges: 3, scale: "100" },
  inputs: { scores: { from: "panel" } },
} satisfies Pick<Criterion, "scorer" | "inputs">;

export const noIndicator = [
  mark("indicator", "尚未对应到本库的指标。", "Not yet joined to an indicator of this store."),
  mark("caliber", "来源未写统计口径。", "The source does not say how the figure is counted."),
] as const;
export const noRule = mark(
  "scorer",
  "来源未写单项计分办法，试算时用这里的办法。",
  "The source gives no rule for the single indicator; this one serves for trials.",
);
