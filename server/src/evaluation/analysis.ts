import { countedLine, shareText } from "@yuanbiao/core/evaluate-view";
import { sensitivityOf } from "@yuanbiao/core/sensitivity";
import { decilesOf, distributionOf, separationOf } from "@yuanbiao/core/separation";
import type { Asker } from "../asker.ts";
import { resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { type About, showEvaluation } from "./read.ts";
import type { AnalysisView } from "./result-shape.ts";
import { glossaryOf } from "./view.ts";

/** Enough draws for shares that differ by a hundredth; of a nation's parks as many as an answer can wait for. */
const drawsFor = (areas: number): number => Math.max(100, Math.min(1000, Math.floor(300_000 / Math.max(1, areas))));
/** The same seed gives everybody the same answer. */
const seed = 20_180_101;

/** What the office asks of a run: how totals lie, how firm places are, which criteria part nobody, who is weak where. */
export async function analyseRun(
  context: Context,
  asker: Asker,
  { about, spread }: { about: About; spread: number },
): Promise<AnalysisView> {
  const shown = await showEvaluation(context, asker, about);
  const computed = await resultOf(context, shown);
  const names = glossaryOf(shown);
  const pool = (code: string) => names.ref("pool", code);
  const area = (code: string) => names.ref("area", code);
  const draws = drawsFor(computed.areas.length);
  const present = new Set(computed.areas.map((one) => one.pool));
  const firm = sensitivityOf(computed, { draws, spread, seed });
  const criteria = shown.scheme.body.groups.flatMap((group) => group.criteria.map(({ code }) => code));
  return {
    sealed: shown.evaluation.seal !== null,
    distribution: distributionOf(computed, decilesOf(shown.scheme.body))
      .filter((one) => present.has(one.pool))
      .map((one) => ({ pool: pool(one.pool), bins: [...one.bins] })),
    sensitivity: {
      ...{ draws, spread },
      pools: firm.pools.map((one) => ({ ...one, pool: pool(one.pool) })),
      areas: firm.areas.map((one) => ({ ...one, area: area(one.area), pool: pool(one.pool) })),
    },
    separation: separationOf(computed)
      .filter((one) => present.has(one.pool))
      .map(({ pool: code, criterion, least, greatest, distinct, separates, code: reason }) => ({
        ...{ pool: pool(code), criterion: names.ref("criterion", criterion) },
        ...{ least, greatest, distinct, separates, code: reason },
      })),
    heat: computed.areas.map((one) => ({
      ...{ area: area(one.area), pool: pool(one.pool) },
      shares: Object.fromEntries(
        criteria.map((code) => {
          const line = countedLine(one, code);
          return [code, line === undefined ? null : shareText(line.share)];
        }),
      ),
    })),
  };
}
