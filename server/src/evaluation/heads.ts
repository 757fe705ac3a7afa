import type { EarlierResult } from "@yuanbiao/core/evaluate-facts";
import { recordHeads } from "@yuanbiao/core/evaluate-freeze";
import type { Refusal } from "@yuanbiao/core/evaluate-refusal";
import type { Scheme } from "@yuanbiao/core/scheme";
import { listResultHeads, type ResultHead } from "@yuanbiao/db/queries/evaluation";
import { instantOf, type OpenedEvaluation, resultOf, withScheme } from "../assessing.ts";
import { listEarlierRuns, loadEarlier } from "../assessing-facts.ts";
import type { Context } from "../context.ts";

/** What each area got, by area, and who was where the year before; or everything that stands against the run. */
export interface Heads {
  readonly heads: readonly ResultHead[];
  readonly refusals: readonly Refusal[];
  readonly lastRanks: ReadonlyMap<string, number>;
  readonly earlier: readonly EarlierResult[];
  /** Who may see last year's places, by the scheme of that year; null where there are none. */
  readonly lastLevel: RankLevel | null;
}

type RankLevel = Scheme["visibility"]["rank"];

async function lastLevelOf(context: Context, opened: OpenedEvaluation, instant: string): Promise<RankLevel | null> {
  const runs = await listEarlierRuns(context, { ...opened, instant });
  const last = runs.find(({ year }) => year === opened.evaluation.year - 1);
  return last === undefined ? null : (await withScheme(context, last)).scheme.body.visibility.rank;
}

/** Of a sealed run what was stored with its seal; of others a trial on what is known now. */
export async function loadHeads(context: Context, opened: OpenedEvaluation): Promise<Heads> {
  const { evaluation } = opened;
  const instant = await instantOf(context, opened);
  const earlier = await loadEarlier(context, { ...opened, instant });
  const before = earlier.filter(({ year, rank }) => year === evaluation.year - 1 && rank !== null);
  const lastRanks = new Map(before.map(({ area, rank }) => [area, rank ?? 0]));
  const beside = { lastRanks, earlier, lastLevel: await lastLevelOf(context, opened, instant) };
  if (evaluation.seal !== null) {
    return { heads: await listResultHeads(context.store, evaluation.id), refusals: [], ...beside };
  }
  const computed = await resultOf(context, opened);
  return { heads: recordHeads(computed), refusals: computed.refusals, ...beside };
}
