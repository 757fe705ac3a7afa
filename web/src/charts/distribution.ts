/** How many totals lie within a stretch; an open end is null. */
export interface Bin {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

export interface BinBar extends Bin {
  /** Percent of the tallest. */
  readonly height: number;
}

/** Bars from zero, the tallest at 100; empty ones outside of all that is there are left out, but for one beside. */
export function layBins(bins: readonly Bin[]): readonly BinBar[] {
  const filled = bins.flatMap(({ count }, at) => (count > 0 ? [at] : []));
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) return [];
  const tallest = Math.max(...bins.map(({ count }) => count));
  return bins
    .slice(Math.max(0, first - 1), last + 2)
    .map((bin) => ({ ...bin, height: Math.round((bin.count / tallest) * 1000) / 10 }));
}
