import type { EarlierResult } from "@yuanbiao/core/evaluate-facts";
import { recordRun } from "@yuanbiao/core/evaluate-freeze";
import type { Refusal } from "@yuanbiao/core/evaluate-refusal";
import { listResultHeads, type ResultHead } from "@yuanbiao/db/queries/evaluation";
import { instantOf, type OpenedEvaluation, resultOf } from "../assessing.ts";
import { loadEarlier } from "../assessing-facts.ts";
import type { Context } from "../context.ts";

/** What each area got, by area, and who was where the year before; or everything that stands against the run. */
export interface Heads {
  readonly heads: readonly ResultHead[];
  readonly refusals: readonly Refusal[];
  readonly lastRanks: ReadonlyMap<string, number>;
  readonly earlier: readonly EarlierResult[];
}

/** Of a sealed run what was stored with its seal; of others a trial on what is known now. */
export async function loadHeads(context: Context, opened: OpenedEvaluation): Promise<Heads> {
  const { evaluation } = opened;
  const instant = await instantOf(context, opened);
  const earlier = await loadEarlier(context, { ...opened, instant });
  const before = earlier.filter(({ year, rank }) => year === evaluation.year - 1 && rank !== null);
  const lastRanks = new Map(before.map(({ area, rank }) => [area, rank ?? 0]));
  if (evaluation.seal !== null) {
    return { heads: await listResultHeads(context.store, evaluation.id), refusals: [], lastRanks, earlier };
  }
  const computed = await resultOf(context, opened);
  const heads = recordRun(computed).map(({ lines, ...head }) => ({
    ...head,
    points: Object.fromEntries(lines.map(({ criterion, counted }) => [criterion, counted])),
  }));
  return { heads, refusals: computed.refusals, lastRanks, earlier };
}
