import type { Actor } from "@yuanbiao/core/access";
import { may } from "@yuanbiao/core/access";
import { type ResultSight, resultParts, resultSight, seesLastRank } from "@yuanbiao/core/result-sight";
import { unverifiedPlaces } from "@yuanbiao/core/scheme-unverified";
import type { ResultHead } from "@yuanbiao/db/queries/evaluation";
import { spoken } from "../language.ts";
import { tieText } from "../text/tie-text.ts";
import type { Heads } from "./heads.ts";
import { showPoints, showPointsOrNone } from "./points.ts";
import type { ResultView } from "./result-shape.ts";
import { glossaryOf, ownAreas, type Shown } from "./view.ts";

/** Which parts of each area's result a reader sees. */
export function sightsOf(
  actor: Actor | null,
  shown: Shown,
  heads: readonly Pick<ResultHead, "area" | "pool">[],
): ReadonlyMap<string, ResultSight> {
  const { evaluation, scheme } = shown;
  const own = actor === null ? [] : ownAreas(actor, evaluation);
  const ownPools = heads.filter(({ area }) => own.includes(area)).map(({ pool }) => pool);
  const { visibility } = scheme.body;
  return new Map(
    heads.map(({ area, pool }) => {
      const guard = shown.guards.get(area) ?? "public";
      return [area, resultSight(actor, { area, pool, evaluation, visibility, ownPools, guard })];
    }),
  );
}

const isSeen = (sight: ResultSight | undefined): boolean =>
  sight !== undefined && resultParts.some((part) => sight[part]);

interface ResultOf {
  readonly sight: ResultSight;
  readonly lastRank: number | null;
}

function notesOf(shown: Shown, head: ResultHead): string[] {
  const names = glossaryOf(shown);
  const isEnglish = shown.language === "en";
  const struck = head.vetoes.map(({ code }) => `${isEnglish ? "Veto: " : "否决："}${names.name("item", code)}`);
  const held = head.windows.map(({ code, years }) => {
    const joined = years.join(isEnglish ? ", " : "、");
    return isEnglish ? `${names.name("item", code)} (${joined})` : `${names.name("item", code)}（${joined}年）`;
  });
  const tie = tieText(shown.language, head, shown.scheme.body, names);
  return [...struck, ...held, ...(tie === null ? [] : [tie])];
}

/** An area's result as far as its reader may see it. */
export function resultView(shown: Shown, head: ResultHead, { sight, lastRank }: ResultOf): ResultView {
  const names = glossaryOf(shown);
  const { grade, rank, total, lines } = sight;
  return {
    area: names.ref("area", head.area),
    type: names.ref("parkType", head.type),
    pool: names.ref("pool", head.pool),
    total: total ? head.shown : null,
    fullMark: total ? head.fullMark : null,
    adjustment: total && head.adjustment !== null ? showPoints(shown, head.adjustment.given) : null,
    grade: grade && head.grade !== null ? names.ref("grade", head.grade) : null,
    rank: rank ? head.rank : null,
    ranked: rank ? head.ranked : null,
    tied: rank && head.tied,
    lastRank: rank ? lastRank : null,
    places: rank && head.rank !== null && lastRank !== null ? lastRank - head.rank : null,
    eligible: grade || rank ? head.eligible : null,
    locked: grade && head.locked,
    notes: grade && rank ? notesOf(shown, head) : [],
    points: lines
      ? Object.fromEntries(Object.entries(head.points).map(([code, own]) => [code, showPointsOrNone(shown, own)]))
      : null,
    hidden: resultParts.filter((part) => !sight[part]),
  };
}

/** Results in the order of their pools, the best place first; who is not ranked, or whose place is hidden, comes last. */
export function resultViews(
  shown: Shown,
  { heads, lastRanks, lastLevel }: Pick<Heads, "heads" | "lastRanks" | "lastLevel">,
  actor: Actor | null,
): ResultView[] {
  const sights = sightsOf(actor, shown, heads);
  const pools = shown.scheme.body.pools.map(({ code }) => code);
  const seen = heads.filter(({ area }) => isSeen(sights.get(area)));
  const placeOf = ({ area, rank }: ResultHead): number =>
    sights.get(area)?.rank === true && rank !== null ? rank : Number.POSITIVE_INFINITY;
  const sorted = seen.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    const inPool = pools.indexOf(a.pool) - pools.indexOf(b.pool);
    return inPool || (left === right ? (a.area < b.area ? -1 : 1) : left - right);
  });
  return sorted.flatMap((head) => {
    const sight = sights.get(head.area);
    const last = seesLastRank(actor, head.area, lastLevel) ? (lastRanks.get(head.area) ?? null) : null;
    return sight === undefined ? [] : [resultView(shown, head, { sight, lastRank: last })];
  });
}

/** The columns of a result: criteria with their groups and weights as the scheme writes them. */
export function criteriaOf(shown: Shown) {
  const { scheme, language } = shown;
  return scheme.body.groups.flatMap((group) =>
    group.criteria.map(({ code, name, nameEn, weight }) => ({
      ...{ code, weight, name: spoken(language, name, nameEn), counted: group.role === "counted" },
      group: { code: group.code, name: spoken(language, group.name, group.nameEn) },
    })),
  );
}

/** What is still 待核 in the scheme: for who scores, as it keeps a run from being sealed. */
export function unverifiedOf({ scheme, language }: Shown, actor: Actor) {
  if (!may(actor, "evaluation.survey")) return [];
  return unverifiedPlaces(scheme.body).map(({ path, reason, reasonEn }) => ({
    path,
    reason: spoken(language, reason, reasonEn),
  }));
}
