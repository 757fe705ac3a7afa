import { may } from "@yuanbiao/core/access";
import type { Asker } from "../asker.ts";
import { resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { pageOf } from "../page.ts";
import { loadHeads } from "./heads.ts";
import { type About, showEvaluation } from "./read.ts";
import { refusalViews } from "./refusals.ts";
import type { ResultsView } from "./result-shape.ts";
import { criteriaOf, resultViews, unverifiedOf } from "./results.ts";
import { sentencesOf } from "./sentences.ts";

/** The ranking as far as the asker may see it; of a run that is refused, every reason. */
export async function listResultViews(
  context: Context,
  asker: Asker,
  { about, paged }: { about: About; paged: { cursor?: string | undefined; limit: number } },
): Promise<ResultsView> {
  const { actor } = asker;
  const shown = await showEvaluation(context, asker, about);
  const found = await loadHeads(context, shown);
  const views = resultViews(shown, found, actor);
  const computed = await resultOf(context, shown);
  const page = pageOf(views, ({ area }) => area.code, paged);
  return {
    sealed: shown.evaluation.seal !== null,
    refusals: may(actor, "evaluation.survey") ? refusalViews(shown, found.refusals) : [],
    unverified: unverifiedOf(shown, actor),
    criteria: criteriaOf(shown),
    sentences: sentencesOf(shown, { computed, heads: found, actor }),
    items: page.items,
    nextCursor: page.nextCursor,
  };
}
