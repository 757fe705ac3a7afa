import {
  type AreaView,
  type Counted,
  countedGroups,
  countedLine,
  lostBy,
  pointsText,
  type RunView,
  shareText,
  sumOf,
} from "./evaluate-view.ts";
import type { Exact } from "./quantity.ts";

/** What one criterion cost an area, and how the area stands on it in its pool. */
export interface Weakness {
  readonly group: string;
  readonly criterion: string;
  /** Points of the full mark, up to 6 decimals; of a criterion beyond its full mark negative. */
  readonly lost: string;
  /** Points ÷ weight, 4 decimals; `poolMean` is the mean of the pool's shares. */
  readonly share: string;
  readonly poolMean: string;
  /** By the share, the best is 1, equals have the same place; among so many to whom the criterion applies. */
  readonly rankInPool: number;
  readonly ranked: number;
}

/** 短板 of an area: where most points were lost, and where it is furthest below the mean of its pool; each worst first. */
export interface AreaWeakness {
  readonly area: string;
  readonly lost: readonly Weakness[];
  readonly behind: readonly Weakness[];
}

const most = 3;

interface Entry {
  readonly weakness: Weakness;
  readonly lost: Exact;
  readonly behind: Exact;
}

interface Asked {
  readonly run: RunView;
  /** The one area that is asked about; all where none is named. */
  readonly only: string | undefined;
}

function entriesOf(lines: readonly Counted[], of: Pick<Weakness, "group" | "criterion">, { run, only }: Asked) {
  const mean = sumOf(lines.map(({ share }) => share)).div(lines.length);
  const rankOf = only === undefined ? rankAll(lines) : (own: Exact) => countAbove(lines, own) + 1;
  const wanted = only === undefined ? lines : lines.filter(({ area }) => area.area === only);
  return wanted.map((line): [string, Entry] => {
    const lost = lostBy(line, run.scheme);
    const shares = { share: shareText(line.share), poolMean: shareText(mean) };
    const weakness = { ...of, lost: pointsText(lost), ...shares, rankInPool: rankOf(line.share), ranked: lines.length };
    return [line.area.area, { weakness, lost, behind: mean.minus(line.share) }];
  });
}

const countAbove = (lines: readonly Counted[], own: Exact): number => lines.filter(({ share }) => share.gt(own)).length;

/** The same for every share at the cost of sorting once. */
function rankAll(lines: readonly Counted[]): (own: Exact) => number {
  const falling = lines.map(({ share }) => share).toSorted((a, b) => b.comparedTo(a));
  const places = new Map<string, number>();
  for (const [at, share] of falling.entries()) if (!places.has(share.toFixed())) places.set(share.toFixed(), at + 1);
  return (own) => places.get(own.toFixed()) ?? lines.length;
}

/** The greatest first, of those above zero; equal ones in the order of the scheme. */
function worst(entries: readonly Entry[], by: "lost" | "behind"): Weakness[] {
  const found = entries.filter((entry) => entry[by].gt(0)).toSorted((a, b) => b[by].comparedTo(a[by]));
  return found.slice(0, most).map(({ weakness }) => weakness);
}

function weaknessesIn(members: readonly AreaView[], asked: Asked): AreaWeakness[] {
  const { run, only } = asked;
  const wanted = only === undefined ? members : members.filter(({ area }) => area === only);
  if (wanted.length === 0) return [];
  const byArea = new Map(wanted.map(({ area }): [string, Entry[]] => [area, []]));
  for (const { code: group, criteria } of countedGroups(run.scheme)) {
    for (const { code: criterion } of criteria) {
      const lines = members.flatMap((area) => countedLine(area, criterion) ?? []);
      for (const [area, entry] of entriesOf(lines, { group, criterion }, asked)) byArea.get(area)?.push(entry);
    }
  }
  return [...byArea].map(([area, entries]) => ({
    ...{ area, lost: worst(entries, "lost"), behind: worst(entries, "behind") },
  }));
}

/**
 * The weak points of every area, or of one, by pool: the three criteria that lost most points against the full mark, and
 * the three with the share furthest below the pool's mean. Only what counts towards the full mark; empty lists for who
 * lost nothing.
 */
export function weaknessesOf(run: RunView, only?: string): AreaWeakness[] {
  return run.scheme.pools.flatMap(({ code }) =>
    weaknessesIn(
      run.areas.filter(({ pool }) => pool === code),
      { run, only },
    ),
  );
}
