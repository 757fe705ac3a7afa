import type { Result, Results } from "./request.ts";

/** Results of one pool, in the order of the server: the best place first. */
export interface PoolResults {
  readonly pool: Result["pool"];
  readonly rows: readonly Result[];
}

export function byPool(items: readonly Result[]): PoolResults[] {
  const pools = new Map<string, { pool: Result["pool"]; rows: Result[] }>();
  for (const item of items) {
    const found = pools.get(item.pool.code) ?? { pool: item.pool, rows: [] };
    pools.set(item.pool.code, { ...found, rows: [...found.rows, item] });
  }
  return [...pools.values()];
}

/** Criteria that anybody in sight has points of; adjustments and what is not counted come as they stand. */
export function scoredCriteria({ criteria, items }: Pick<Results, "criteria" | "items">): Results["criteria"] {
  return criteria.filter(({ code }) => items.some(({ points }) => points !== null && code in points));
}

/** Where dots stand on their line: the last place at the left, the first at the right, in percent. */
export function dotAt(place: number, last: number): number {
  return last <= 1 ? 96 : Math.round((4 + ((last - place) / (last - 1)) * 92) * 100) / 100;
}

/** The lowest place that anything on the lines of a pool has. */
export function lastPlace(rows: readonly Pick<Result, "rank" | "lastRank" | "ranked">[]): number {
  return Math.max(1, ...rows.flatMap(({ rank, lastRank, ranked }) => [rank ?? 1, lastRank ?? 1, ranked ?? 1]));
}
