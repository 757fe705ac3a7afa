import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf } from "../scorer-definition.ts";
import { type Scored, type ScoreStep, scored, step } from "../scorer-outcome.ts";
import { fromBest, PoolInputs, scorePool } from "../scorer-pool.ts";
import { greatest } from "../scorer-share.ts";

const tieRules = ["competition", "average", "dense"] as const;
type TieRule = (typeof tieRules)[number];

interface Tied {
  /** The place of the first and of the last of those who are equal, and how many different values are better. */
  readonly first: number;
  readonly last: number;
  readonly better: number;
}

const rankOf: Record<TieRule, (tied: Tied) => Exact> = {
  /** 1, 2, 2, 4 */
  competition: ({ first }) => exact(first),
  /** 1, 2.5, 2.5, 4 */
  average: ({ first, last }) => exact(first + last).div(2),
  /** 1, 2, 2, 3 */
  dense: ({ better }) => exact(better + 1),
};

/** The areas of one value together, the best first. */
function groupEqual(sorted: readonly (readonly [area: string, value: Exact])[]): string[][] {
  const groups: string[][] = [];
  sorted.forEach(([area, value], at) => {
    const before = sorted[at - 1];
    const last = groups.at(-1);
    if (last !== undefined && before?.[1].eq(value)) last.push(area);
    else groups.push([area]);
  });
  return groups;
}

function rankAll(groups: readonly (readonly string[])[], ties: TieRule): [area: string, rank: Exact][] {
  let before = 0;
  return groups.flatMap((areas, better) => {
    const rank = rankOf[ties]({ first: before + 1, last: before + areas.length, better });
    before += areas.length;
    return areas.map((area): [string, Exact] => [area, rank]);
  });
}

interface Ready {
  readonly weight: Exact;
  /** null: linear. */
  readonly step: Exact | null;
  readonly floor: Exact;
}

function scoreRank({ weight, step: each, floor }: Ready, rank: Exact, count: number): Scored {
  const ranked = (): ScoreStep => step("ranked", { rank, count });
  if (each === null) {
    const places = exact(count + 1).minus(rank);
    const points = weight.times(places).div(count);
    return scored(points, () => [
      ranked(),
      step("rank-share", { weight, rank, count, share: places.div(count), points }),
    ]);
  }
  const left = weight.minus(each.times(rank.minus(1)));
  const points = greatest(left, floor);
  return scored(points, () => [
    ranked(),
    step("rank-deduction", { weight, rank, step: each, points: left }),
    ...(left.lt(floor) ? [step("raised-to-floor", { rate: left, limit: floor })] : []),
  ]);
}

/** 排名计分: W × (N−r+1)/N, or W − step × (r−1), at least minShare × W; N counts the areas that have a figure. */
export const rankPoints = defineScorer({
  config: z.strictObject({
    type: z.literal("rank-points"),
    ties: z.enum(tieRules),
    formula: z.enum(["linear", "step"]),
    step: Quantity.optional(),
    minShare: Quantity.optional(),
    direction: z.enum(["up", "down"]),
  }),
  weight: "mixed",
  inputs: () => PoolInputs,
  validate: ({ formula, step: each, minShare }) =>
    faultsOf(
      formula === "step" && each === undefined && fault("step", "step-needed"),
      formula === "linear" && each !== undefined && fault("step", "step-not-used"),
      formula === "linear" && minShare !== undefined && fault("minShare", "step-not-used"),
      each !== undefined && exact(each).lt(0) && fault("step", "negative-value"),
      minShare !== undefined &&
        (exact(minShare).lt(0) || exact(minShare).gt(1)) &&
        fault("minShare", "share-out-of-range"),
    ),
  prepare({ ties, formula, step: each = "0", minShare = "0", direction }, weight) {
    const ready: Ready = {
      weight,
      step: formula === "linear" ? null : exact(each),
      floor: weight.times(minShare),
    };
    return {
      score: ({ values }) =>
        scorePool(values, (present) => {
          const ranks = rankAll(groupEqual(fromBest(present, direction)), ties);
          return new Map(ranks.map(([area, rank]) => [area, scoreRank(ready, rank, present.size)]));
        }),
    };
  },
});
