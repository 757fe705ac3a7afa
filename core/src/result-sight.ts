import { type Actor, clearanceOf, type FigureClass, isOfPark, may } from "./access.ts";
import type { Evaluation } from "./evaluation.ts";
import { isAnnounced } from "./evaluation-stage.ts";
import type { visibilityLevels } from "./scheme-rules.ts";
import { mayRead } from "./suppress.ts";

type Level = (typeof visibilityLevels)[number];
/** What of an area's result somebody may see. */
export interface ResultSight {
  readonly grade: boolean;
  readonly rank: boolean;
  readonly total: boolean;
  readonly lines: boolean;
}
export const resultParts = ["grade", "rank", "total", "lines"] as const;
type Levels = Readonly<Record<(typeof resultParts)[number], Level>>;

const nothing: ResultSight = { grade: false, rank: false, total: false, lines: false };
const everything: ResultSight = { grade: true, rank: true, total: true, lines: true };

/** Whose result, in which pool, of which run. */
export interface SeenResult {
  readonly area: string;
  readonly pool: string;
  readonly evaluation: Pick<Evaluation, "stage">;
  readonly visibility: Levels;
  /** The pools in which areas of the reader are. */
  readonly ownPools: readonly string[];
  /** The highest class among the figures that the area's lines rest on: points and targets would give them away. */
  readonly guard: FigureClass;
}

/** How near a reader is to a result: the park itself, its pool, signed in, or anybody. */
function reachOf(actor: Actor | null, { area, pool, ownPools }: SeenResult): readonly Level[] {
  if (actor === null) return ["public"];
  if (isOfPark(actor, area)) return ["own", "group", "all", "public"];
  return ownPools.includes(pool) ? ["group", "all", "public"] : ["all", "public"];
}

/**
 * What a reader may see of an area's result. The assessment office and leaders see everything at any stage; a park sees
 * its own from 反馈核对 on; everybody else sees from 公示 on what the scheme's levels say: own, group, all, public.
 */
export function resultSight(actor: Actor | null, result: SeenResult): ResultSight {
  if (may(actor, "evaluation.survey")) return everything;
  const { evaluation, area, visibility } = result;
  const isOwn = actor !== null && isOfPark(actor, area);
  if (isOwn && evaluation.stage === "feedback") return { ...nothing, lines: true, total: true };
  if (!isAnnounced(evaluation)) return nothing;
  const reach = reachOf(actor, result);
  const sees = (part: keyof ResultSight): boolean => reach.includes(visibility[part]);
  const isCleared = isOwn || mayRead(result.guard, clearanceOf(actor));
  return { grade: sees("grade"), rank: sees("rank"), total: sees("total"), lines: sees("lines") && isCleared };
}

/** What two runs both let a reader see: a comparison shows no more than either of them. */
export function narrower(a: ResultSight | undefined, b: ResultSight | undefined): ResultSight {
  if (a === undefined || b === undefined) return nothing;
  return {
    grade: a.grade && b.grade,
    rank: a.rank && b.rank,
    total: a.total && b.total,
    lines: a.lines && b.lines,
  };
}

/** Whether a reader may be told how an area's lines compare with those of others. */
export function comparesLines(
  actor: Actor | null,
  { evaluation, visibility }: Pick<SeenResult, "evaluation" | "visibility">,
): boolean {
  return may(actor, "evaluation.survey") || (isAnnounced(evaluation) && visibility.lines !== "own");
}

/** A gain as it is told: to a place of another area, to a cutoff, or to the last of those within a quota. */
export interface GainAsked {
  readonly area: string;
  readonly kind: "rank" | "cutoff" | "quota";
  /** Whose total the missing points would tell: the rival, or everybody who may be within the quota. */
  readonly rivals: readonly string[];
}

/**
 * Whether a reader may be told what it takes an area to gain a place or a grade: who works for it, and where that gives
 * away the totals of others, only where these are seen.
 */
export function seesGain(
  actor: Actor,
  { area, kind, rivals }: GainAsked,
  sights: ReadonlyMap<string, ResultSight>,
): boolean {
  if (may(actor, "evaluation.survey")) return true;
  const own = sights.get(area) ?? nothing;
  if (!isOfPark(actor, area) || !own.lines || !own.total) return false;
  if (kind === "cutoff") return own.grade;
  const parts: readonly (keyof ResultSight)[] = kind === "rank" ? ["rank", "total"] : ["rank", "total", "grade"];
  return [own, ...rivals.map((rival) => sights.get(rival) ?? nothing)].every((sight) =>
    parts.every((part) => sight[part]),
  );
}

/** Whether last year's place of an area may be said: by the levels of last year's scheme, too. */
export function seesLastRank(actor: Actor | null, area: string, level: Level | null): boolean {
  if (may(actor, "evaluation.survey") || (actor !== null && isOfPark(actor, area))) return true;
  return level === "public" || (level === "all" && actor !== null);
}
