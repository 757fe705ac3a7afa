import { type AreaView, countedLine, number, type RunView, shareText } from "./evaluate-view.ts";
import { exact, plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";

/** Why a criterion parts nobody in a pool; too-few: it applies to fewer than two. */
export const separationCodes = ["all-full", "all-zero", "all-same", "too-few"] as const;
export type SeparationCode = (typeof separationCodes)[number];

/** How far a criterion tells the areas of a pool apart; shares are points ÷ weight, 4 decimals. */
export interface Separation {
  readonly pool: string;
  readonly group: string;
  readonly criterion: string;
  /** To how many areas of the pool it applies. */
  readonly areas: number;
  readonly least: string | null;
  readonly greatest: string | null;
  readonly range: string | null;
  /** How many different points were given, as they were counted. */
  readonly distinct: number;
  readonly separates: boolean;
  /** Null where it separates. */
  readonly code: SeparationCode | null;
}

function separationIn(members: readonly AreaView[], of: Pick<Separation, "pool" | "group" | "criterion">): Separation {
  const lines = members.flatMap((area) => countedLine(area, of.criterion) ?? []);
  const shares = lines.map(({ share }) => share).toSorted((a, b) => a.comparedTo(b));
  const [least, greatest] = [shares[0], shares.at(-1)];
  const areas = lines.length;
  const distinct = new Set(lines.map(({ counted }) => plain(counted))).size;
  if (least === undefined || greatest === undefined) {
    const none = { least: null, greatest: null, range: null };
    return { ...of, areas, ...none, distinct, separates: false, code: "too-few" };
  }
  const range = greatest.minus(least);
  const said = { least: shareText(least), greatest: shareText(greatest), range: shareText(range) };
  const same: SeparationCode | null = range.isZero() ? "all-same" : null;
  const isFull = least.gte(1);
  const isZero = least.isZero() && greatest.isZero();
  const code = areas < 2 ? "too-few" : same === null ? null : isFull ? "all-full" : isZero ? "all-zero" : same;
  return { ...of, areas, ...said, distinct, separates: code === null, code };
}

/**
 * Says of every pool and criterion, those of feeding groups too, how far the areas differ on it; one on which all have the
 * same share separates nobody: all at the full mark or beyond, all without points, or all alike. In the scheme's order.
 */
export function separationOf({ scheme, areas }: RunView): Separation[] {
  return scheme.pools.flatMap(({ code: pool }) => {
    const members = areas.filter((area) => area.pool === pool);
    return scheme.groups.flatMap(({ code: group, criteria }) =>
      criteria.map(({ code: criterion }) => separationIn(members, { pool, group, criterion })),
    );
  });
}

/** Totals from `from` on and under `to`; the last full bin has its end in it. Null is open. */
export interface Bin {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

export interface Distribution {
  readonly pool: string;
  readonly bins: readonly Bin[];
}

/** Tenths of a scheme's full mark, from 0 on: eleven edges. */
export function decilesOf({ fullMark }: Pick<Scheme, "fullMark">): string[] {
  return Array.from({ length: 11 }, (_, at) => plain(exact(fullMark).times(at).div(10)));
}

/**
 * How many totals of each pool lie between the edges, which rise; what lies under the first or over the last is counted
 * in open bins, that are there only where somebody is in them. Who has lost the right to a place is counted too.
 */
export function distributionOf({ scheme, areas }: RunView, edges: readonly string[]): Distribution[] {
  const limits = edges.map((edge) => exact(edge));
  const last = limits.length - 1;
  const ends = [null, ...edges, null];
  return scheme.pools.map(({ code }) => {
    const counts = Array.from({ length: edges.length + 1 }, () => 0);
    for (const { pool, total } of areas) {
      if (pool !== code) continue;
      const own = number(total);
      const passed = limits.filter((limit, at) => (at === last && at > 0 ? own.gt(limit) : own.gte(limit))).length;
      counts[passed] = (counts[passed] ?? 0) + 1;
    }
    const bins = counts.map((count, at) => ({ from: ends[at] ?? null, to: ends[at + 1] ?? null, count }));
    return { pool: code, bins: bins.filter(({ from, to, count }) => count > 0 || (from !== null && to !== null)) };
  });
}
