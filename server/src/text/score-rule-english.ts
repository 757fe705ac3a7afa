import type { RuleClauses } from "./score-rule-clause.ts";

interface Tier {
  readonly from?: string | undefined;
  readonly fromInclusive: boolean;
  readonly to?: string | undefined;
  readonly toInclusive: boolean;
  readonly points: string;
}

function tierText({ from, fromInclusive, to, toInclusive, points }: Tier): string {
  const low = from === undefined ? "" : `${fromInclusive ? "≥" : ">"} ${from}`;
  const high = to === undefined ? "" : `${toInclusive ? "≤" : "<"} ${to}`;
  const stretch = [low, high].filter((text) => text !== "").join(" and ");
  return `${stretch === "" ? "any figure" : stretch} gives ${points}`;
}

interface Part {
  readonly share: string;
  readonly of: string | { readonly parts: readonly Part[] };
}
const partText = ({ share, of }: Part): string =>
  typeof of === "string" ? `${share} × ${of}` : `${share} × (${of.parts.map(partText).join(" + ")})`;

const equal = { full: "the full points", mid: "0.6 of the weight", zero: "0" } as const;
const conventions = {
  "target-over-actual": "rate = target ÷ actual",
  "two-minus": "rate = 2 − actual ÷ target",
  "from-baseline": "rate = (baseline − actual) ÷ (baseline − target)",
} as const;
const ties = {
  competition: "equals share a rank and the next is left open",
  average: "equals take the mean of their ranks",
  dense: "equals share a rank and the next follows",
} as const;
const better = { up: "higher is better", down: "lower is better" } as const;

export const englishRules: RuleClauses = {
  completion: ({ cap, floor, zeroBelow }) => [
    "points = weight × rate (actual ÷ target)",
    `the rate counts up to ${cap}`,
    floor !== "0" && `and as ${floor} at least`,
    zeroBelow !== undefined && `below ${zeroBelow} it gives nothing`,
  ],
  "inverse-completion": ({ convention, cap }) => [
    `points = weight × rate, ${conventions[convention]}`,
    `the rate counts from 0 to ${cap}`,
  ],
  "completion-steps": ({ steps, excess, unfinishedBelow }) => [
    steps.map(({ from, points }) => `a rate ≥ ${from} gives ${points}`).join(", "),
    excess && `each whole step of ${excess.every} over 1 adds ${excess.points}, at most ${excess.max}`,
    unfinishedBelow !== undefined && `below ${unfinishedBelow} it is marked as unfinished`,
  ],
  "min-max": ({ floor, direction, degenerate }) => [
    `by the place between the least and the greatest, ${better[direction]}`,
    floor !== "0" && `at least ${floor} of the weight`,
    `where all are equal, ${equal[degenerate]}`,
  ],
  efficacy: ({ satisfactory, unallowable, base, span, min, max }) => [
    `points = weight × [${base} + ${span} × (figure − unallowable) ÷ (satisfactory − unallowable)] ÷ 100`,
    `satisfactory ${satisfactory}, unallowable ${unallowable} (benchmarks of the year come first)`,
    min !== undefined && `the efficacy score is at least ${min}`,
    max !== undefined && `the efficacy score is at most ${max}`,
  ],
  "benchmark-ratio": ({ cap }) => [
    "points = weight × figure ÷ benchmark",
    cap !== undefined && `the ratio counts up to ${cap}`,
  ],
  "level-growth": ({ baseShare, every, points, maxBonusShare, perStepPenalty, floorShare }) => [
    `the base is ${baseShare} of the weight`,
    `each ${every} % of growth adds ${points}, at most ${maxBonusShare} of the weight`,
    perStepPenalty !== undefined && `each ${every} % of decline takes ${perStepPenalty}`,
    floorShare !== undefined && `at least ${floorShare} of the weight`,
  ],
  tiers: (config) => config.tiers.map(tierText),
  "rank-points": ({ formula, step, minShare, ties: rule, direction }) => [
    formula === "linear"
      ? "points = weight × (count − rank + 1) ÷ count"
      : `rank 1 takes the full points, each rank after it ${step ?? "0"} less`,
    minShare !== undefined && `at least ${minShare} of the weight`,
    `${better[direction]}, ${ties[rule]}`,
  ],
  "count-target": ({ points, over, under, clamp }) => [
    `the target gives ${points}`,
    `each ${over.every} over it gives ${over.points}`,
    `each ${under.every}${under.of === "percent" ? " % of the target" : ""} under it gives ${under.points}`,
    `within ± ${clamp}`,
  ],
  panel: ({ trim, minJudges, scale }) => [
    `the mean of scores up to ${scale}`,
    trim > 0 && `highest and lowest left out, of each ${trim}`,
    `fewest judges: ${minJudges}`,
  ],
  composite: ({ parts }) => [parts.map(partText).join(" + ")],
  adjustments: ({ items, cap }) => [
    ...items.map(
      (item) => `${item.code}: ${item.points} each${item.cap === undefined ? "" : `, within ± ${item.cap}`}`,
    ),
    cap !== undefined && `all together within ± ${cap}`,
  ],
  milestone: ({ done, partial }) => [
    `done gives ${done} of the weight`,
    partial !== undefined && `partly done ${partial}`,
    "not done gives nothing",
  ],
};
