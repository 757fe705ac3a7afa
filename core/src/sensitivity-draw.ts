import { type AreaView, countedGroups, number, type RunView } from "./evaluate-view.ts";
import type { Scheme } from "./scheme.ts";

/** Uniform numbers in [0, 1) from a seed, the same at every run (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** By which factors one draw multiplies the counted groups and their criteria, each in the order of the scheme. */
interface Factors {
  readonly groups: readonly number[];
  readonly criteria: readonly number[];
}

export function drawFactors(scheme: Scheme, spread: number, random: () => number): Factors {
  const groups = countedGroups(scheme);
  const factor = (): number => 1 + spread * (2 * random() - 1);
  return { groups: groups.map(factor), criteria: groups.flatMap(({ criteria }) => criteria.map(factor)) };
}

/** A weight of a criterion that counts in an area; of one that is excluded (不计) the weight is there, but no points. */
interface Weight {
  readonly group: number;
  readonly criterion: number;
  readonly points: number;
  readonly isExcluded: boolean;
}

/** Areas with the same weights share them: a draw weighs them once. */
export interface Weighing {
  readonly weights: readonly Weight[];
  readonly groupPoints: readonly number[];
}

export interface Contender {
  readonly area: string;
  readonly rank: number | null;
  readonly weighing: Weighing;
  /** Points ÷ weight of each of the weights. */
  readonly shares: Float64Array;
  readonly adjustment: number;
}

interface Place {
  readonly group: number;
  readonly criterion: number;
}

function weighingOf(area: AreaView, places: ReadonlyMap<string, Place>) {
  const found = area.lines.flatMap((line) => {
    const place = places.get(line.criterion);
    if (place === undefined || line.weight === null) return [];
    const points = Number(number(line.weight));
    const counted = line.counted === null ? null : Number(number(line.counted));
    const share = counted === null || points === 0 ? 0 : counted / points;
    return [{ weight: { ...place, points, isExcluded: counted === null }, share }];
  });
  const sorted = found.toSorted((a, b) => a.weight.criterion - b.weight.criterion);
  return { weights: sorted.map(({ weight }) => weight), shares: Float64Array.from(sorted, ({ share }) => share) };
}

/** Makes the areas of a run ready for the draws; their weights as they were after what was handed on. */
export function makeContenders({ scheme, areas }: RunView): Contender[] {
  const counted = countedGroups(scheme);
  const codes = counted.flatMap(({ criteria }, group) => criteria.map(({ code }) => ({ code, group })));
  const places = new Map(codes.map(({ code, group }, criterion) => [code, { group, criterion }]));
  const known = new Map<string, Weighing>();
  return areas.map((area) => {
    const { weights, shares } = weighingOf(area, places);
    const key = JSON.stringify(weights.map(({ criterion, points, isExcluded }) => [criterion, points, isExcluded]));
    const groupPoints = counted.map((_, at) =>
      weights.reduce((sum, { group, points }) => (group === at ? sum + points : sum), 0),
    );
    const weighing = known.get(key) ?? { weights, groupPoints };
    known.set(key, weighing);
    const adjustment = area.adjustment === null ? 0 : Number(number(area.adjustment.given));
    return { area: area.area, rank: area.rank, weighing, shares, adjustment };
  });
}

/**
 * The weights of one draw: group weight × factor × relative weight × factor ÷ Σ of both within the group, brought to the
 * full mark of what applies; 0 for what is excluded.
 */
export function weigh({ weights, groupPoints }: Weighing, factors: Factors, fullMark: number): Float64Array {
  const moved = weights.map(({ criterion, points }) => points * (factors.criteria[criterion] ?? 1));
  const sums = groupPoints.map(() => 0);
  for (const [at, { group }] of weights.entries()) sums[group] = (sums[group] ?? 0) + (moved[at] ?? 0);
  const scaled = Float64Array.from(weights, ({ group, isExcluded }, at) => {
    const sum = sums[group] ?? 0;
    if (isExcluded || sum === 0) return 0;
    return ((groupPoints[group] ?? 0) * (factors.groups[group] ?? 1) * (moved[at] ?? 0)) / sum;
  });
  const whole = scaled.reduce((sum, own) => sum + own, 0);
  return whole === 0 ? scaled : scaled.map((own) => (own * fullMark) / whole);
}
