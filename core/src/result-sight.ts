import { type Actor, isOfPark, may } from "./access.ts";
import type { Evaluation } from "./evaluation.ts";
import { isAnnounced } from "./evaluation-stage.ts";
import type { visibilityLevels } from "./scheme-rules.ts";

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
  return { grade: sees("grade"), rank: sees("rank"), total: sees("total"), lines: sees("lines") };
}
