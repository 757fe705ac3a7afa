import type { EarlierResult } from "./evaluate-facts.ts";
import {
  type AreaView,
  countedGroups,
  countedLine,
  lostBy,
  number,
  pointsText,
  type RunView,
  shareText,
  sumOf,
} from "./evaluate-view.ts";

/** An area's place in its pool and what became of it since the year before; null where there is none to compare with. */
export interface Standing {
  readonly area: string;
  readonly total: string;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly before: number | null;
  /** Places gained; negative where some were lost. */
  readonly places: number | null;
}

/**
 * Who leads, and by how many points over whom; several where they are tied. `second` is empty where nobody follows; a
 * margin of 0 is one that the tie-break chain parted.
 */
export interface LeadSaid {
  readonly code: "leads" | "tied-at-top" | "nobody-ranked";
  readonly areas: readonly string[];
  readonly total: string | null;
  readonly second: readonly string[];
  readonly margin: string | null;
}

/** Those with the same greatest move, the better placed first; `places` is how many, without a sign. */
export interface Move {
  readonly places: number;
  readonly areas: readonly { readonly area: string; readonly from: number; readonly to: number }[];
}

/** Who climbed most and who fell most against last year's places. */
export interface MoveSaid {
  readonly code: "moved" | "nobody-moved" | "no-earlier-year";
  readonly year: number;
  readonly climbed: Move | null;
  readonly fell: Move | null;
}

/** On which criterion the pool lost most points together, and how many areas got less than 60 % of it. */
export interface LossSaid {
  readonly code: "most-lost" | "nothing-lost";
  readonly group: string | null;
  readonly criterion: string | null;
  readonly lost: string | null;
  /** Mean share of its weight that the pool got, 4 decimals. */
  readonly share: string | null;
  readonly below: number;
  readonly among: number;
}

/** A pool as leaders read it: the ranking, the three sentences that matter, and who was barred. */
export interface PoolStandings {
  readonly pool: string;
  readonly rows: readonly Standing[];
  readonly lead: LeadSaid;
  readonly move: MoveSaid;
  readonly loss: LossSaid;
  /** How many of the pool a veto has struck, and how many have lost the right to a place. */
  readonly vetoed: number;
  readonly ineligible: number;
}

const leastShare = "0.6";

const byPlace = (a: Standing, b: Standing): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || (a.area < b.area ? -1 : 1);

function leadOf(members: readonly AreaView[]): LeadSaid {
  const ranked = members.flatMap((area) => (area.rank === null ? [] : [{ area, rank: area.rank }]));
  const places = [...new Set(ranked.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const at = (place: number | undefined): AreaView[] =>
    ranked.flatMap(({ area, rank }) => (rank === place ? [area] : [])).toSorted((a, b) => (a.area < b.area ? -1 : 1));
  const [first, next] = [at(places[0]), at(places[1])];
  const [leader, follower] = [first[0], next[0]];
  if (leader === undefined) return { code: "nobody-ranked", areas: [], total: null, second: [], margin: null };
  const margin = follower === undefined ? null : pointsText(number(leader.total).minus(number(follower.total)));
  const areas = first.map(({ area }) => area);
  const code = areas.length > 1 ? "tied-at-top" : "leads";
  return { code, areas, total: leader.shown, second: next.map(({ area }) => area), margin };
}

function greatestMove(rows: readonly Standing[], sign: 1 | -1): Move | null {
  const moved = rows.flatMap(({ area, rank, before, places }) =>
    rank === null || before === null || places === null ? [] : [{ area, from: before, to: rank, by: places * sign }],
  );
  const places = Math.max(0, ...moved.map(({ by }) => by));
  if (places === 0) return null;
  const areas = moved.filter(({ by }) => by === places).map(({ area, from, to }) => ({ area, from, to }));
  return { places, areas };
}

function moveOf(rows: readonly Standing[], year: number): MoveSaid {
  const [climbed, fell] = [greatestMove(rows, 1), greatestMove(rows, -1)];
  if (rows.every(({ places }) => places === null)) return { code: "no-earlier-year", year, climbed, fell };
  return { code: climbed === null && fell === null ? "nobody-moved" : "moved", year, climbed, fell };
}

function lossOf(members: readonly AreaView[], { scheme }: RunView): LossSaid {
  const all = countedGroups(scheme).flatMap(({ code: group, criteria }) =>
    criteria.map(({ code: criterion }) => {
      const lines = members.flatMap((area) => countedLine(area, criterion) ?? []);
      return { group, criterion, lines, lost: sumOf(lines.map((line) => lostBy(line, scheme))) };
    }),
  );
  // Sorting is stable: of equal losses the one that the scheme names first.
  const [worst] = all.filter(({ lost }) => lost.gt(0)).toSorted((a, b) => b.lost.comparedTo(a.lost));
  if (worst === undefined) {
    const none = { group: null, criterion: null, lost: null, share: null };
    return { code: "nothing-lost", ...none, below: 0, among: members.length };
  }
  const { group, criterion, lines, lost } = worst;
  return {
    ...{ code: "most-lost", group, criterion, lost: pointsText(lost) },
    share: shareText(sumOf(lines.map(({ share }) => share)).div(lines.length)),
    below: lines.filter(({ share }) => share.lt(leastShare)).length,
    among: lines.length,
  };
}

function standingsIn(pool: string, run: RunView, before: ReadonlyMap<string, number | null>): PoolStandings {
  const members = run.areas.filter((area) => area.pool === pool);
  const rows = members
    .map(({ area, shown: total, grade, rank, tied }): Standing => {
      const was = before.get(area) ?? null;
      const places = rank === null || was === null ? null : was - rank;
      return { area, total, grade, rank, tied, before: was, places };
    })
    .toSorted(byPlace);
  return {
    ...{ pool, rows, lead: leadOf(members), move: moveOf(rows, run.scheme.evaluationYear - 1) },
    loss: lossOf(members, run),
    vetoed: members.filter(({ vetoes }) => vetoes.length > 0).length,
    ineligible: members.filter(({ eligible }) => !eligible).length,
  };
}

/**
 * The leaders' view of a run, by pool: places with last year's and their change, who leads by how many points, the
 * greatest climb and the greatest fall, and the criterion that cost the pool most. Equal ones are all named, by their
 * code; those without a place come last.
 */
export function standingsOf(run: RunView, earlier: readonly EarlierResult[]): PoolStandings[] {
  const lastYear = earlier.filter(({ year }) => year === run.scheme.evaluationYear - 1);
  const before = new Map(lastYear.map(({ area, rank }) => [area, rank]));
  return run.scheme.pools.map(({ code }) => standingsIn(code, run, before));
}
