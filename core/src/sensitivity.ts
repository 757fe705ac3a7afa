import { z } from "zod";
import type { AreaView, RunView } from "./evaluate-view.ts";
import type { Scheme } from "./scheme.ts";
import { type Contender, drawFactors, makeContenders, makeRandom, type Weighing, weigh } from "./sensitivity-draw.ts";

/** How often the weights are moved, by how much at most (0.1 is ±10 %), and from which seed. */
export const SensitivityQuestion = z.strictObject({
  draws: z.int().min(1).max(10_000),
  spread: z.number().min(0).lt(1),
  seed: z.int().min(0).max(4_294_967_295),
});
export type SensitivityQuestion = z.infer<typeof SensitivityQuestion>;

/** How firm an area's place is; shares of the draws are text with 4 decimals. */
export interface AreaSensitivity {
  readonly area: string;
  readonly pool: string;
  readonly rank: number;
  /** In which share of the draws it has this place. */
  readonly holds: string;
  /** The best and the worst place in all draws, and those at the 5th and the 95th percentile (nearest rank). */
  readonly best: number;
  readonly worst: number;
  readonly p5: number;
  readonly p95: number;
}

export interface PoolSensitivity {
  readonly pool: string;
  /** In which share of the draws everybody has the place of now, and in which the same ones are first. */
  readonly orderHolds: string;
  readonly firstHolds: string;
}

export interface Sensitivity extends SensitivityQuestion {
  readonly areas: readonly AreaSensitivity[];
  readonly pools: readonly PoolSensitivity[];
}

/** Whether an area took part when places were given: who has lost the right to one did not. */
const tookPart = ({ eligible }: AreaView): boolean => eligible;

/** Totals are compared as the scheme compares them; where it takes them in full, what arithmetic loses is cut off. */
const stepsOf = ({ rounding }: Scheme): number => (rounding.compare === "rounded" ? 10 ** rounding.scale : 1e9);

interface Draw {
  readonly totals: ReadonlyMap<Contender, number>;
  readonly isDense: boolean;
}

/** Places by total; equal totals stay parted as they are now, by the tie-break chain. */
function placesOf(members: readonly Contender[], { totals, isDense }: Draw): Map<Contender, number> {
  const key = ({ rank }: Contender): number => rank ?? 0;
  const total = (own: Contender): number => totals.get(own) ?? 0;
  const sorted = members.toSorted((a, b) => total(b) - total(a) || key(a) - key(b));
  const places = new Map<Contender, number>();
  let [place, last]: [number, Contender | undefined] = [0, undefined];
  for (const [at, own] of sorted.entries()) {
    const isShared = last !== undefined && total(last) === total(own) && key(last) === key(own);
    if (!isShared) place = isDense ? place + 1 : at + 1;
    places.set(own, place);
    last = own;
  }
  return places;
}

/** What a pool's members were placed in every draw. */
interface Tally {
  readonly pool: string;
  readonly members: readonly Contender[];
  readonly places: ReadonlyMap<Contender, number[]>;
  order: number;
  first: number;
}

function countDraw(tally: Tally, draw: Draw): void {
  const now = placesOf(tally.members, draw);
  let [isOrder, isFirst] = [true, true];
  for (const own of tally.members) {
    const place = now.get(own) ?? 0;
    tally.places.get(own)?.push(place);
    if (own.rank === null || place === own.rank) continue;
    isOrder = false;
    if (place === 1 || own.rank === 1) isFirst = false;
  }
  tally.order += Number(isOrder);
  tally.first += Number(isFirst);
}

const shareOf = (count: number, draws: number): string => (count / draws).toFixed(4);

function firmness(pool: string, { area, rank }: Contender, places: readonly number[]): AreaSensitivity[] {
  if (rank === null) return [];
  const sorted = places.toSorted((a, b) => a - b);
  const draws = sorted.length;
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * draws) - 1)] ?? rank;
  const holds = shareOf(sorted.filter((place) => place === rank).length, draws);
  return [{ area, pool, rank, holds, best: at(0), worst: at(1), p5: at(0.05), p95: at(0.95) }];
}

function totalsOf(all: readonly Contender[], weights: (of: Weighing) => Float64Array, steps: number) {
  return new Map(
    all.map((own) => {
      const drawn = weights(own.weighing);
      const total = own.shares.reduce((sum, share, at) => sum + share * (drawn[at] ?? 0), own.adjustment);
      // A hair up: half a step that arithmetic has lost a trace of is rounded up as it should be.
      return [own, Math.round(total * steps + 1e-6)];
    }),
  );
}

/**
 * How firm the ranks are against the weights: in every draw each counted group's weight, and each criterion's within it,
 * is multiplied by its own factor, uniform in 1 ± spread, brought back to the full mark, and the areas are ranked anew;
 * shares of points ÷ weight and adjustments stay. The same seed gives the same answer whatever the order of the areas.
 * Draws are computed in double precision: they are statistics, no scores.
 */
export function sensitivityOf(run: RunView, question: SensitivityQuestion): Sensitivity {
  const { scheme } = run;
  const areas = run.areas.filter(tookPart).toSorted((a, b) => (a.area < b.area ? -1 : 1));
  const all = makeContenders({ scheme, areas });
  const tallies = scheme.pools.map(({ code: pool }): Tally => {
    const members = all.filter((_, at) => areas[at]?.pool === pool);
    return { pool, members, places: new Map(members.map((own) => [own, []])), order: 0, first: 0 };
  });
  const random = makeRandom(question.seed);
  const [fullMark, steps, isDense] = [Number(scheme.fullMark), stepsOf(scheme), scheme.ties.rule === "dense"];
  for (let draw = 0; draw < question.draws; draw += 1) {
    const factors = drawFactors(scheme, question.spread, random);
    const known = new Map<Weighing, Float64Array>();
    const weights = (of: Weighing): Float64Array => {
      const drawn = known.get(of) ?? weigh(of, factors, fullMark);
      known.set(of, drawn);
      return drawn;
    };
    const totals = totalsOf(all, weights, steps);
    for (const tally of tallies) countDraw(tally, { totals, isDense });
  }
  return {
    ...question,
    areas: tallies.flatMap(({ pool, members, places }) =>
      members
        .flatMap((own) => firmness(pool, own, places.get(own) ?? []))
        .toSorted((a, b) => a.rank - b.rank || (a.area < b.area ? -1 : 1)),
    ),
    pools: tallies
      .filter(({ members }) => members.some(({ rank }) => rank !== null))
      .map(({ pool, order, first }) => ({
        ...{ pool, orderHolds: shareOf(order, question.draws), firstHolds: shareOf(first, question.draws) },
      })),
  };
}
