import { listEvaluationSteps, listEvaluations, listObjections } from "@yuanbiao/db/queries/evaluation";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { openEvaluation, seesEvaluation, withScheme } from "../assessing.ts";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import type { EvaluationList, EvaluationView } from "./shape.ts";
import { evaluationView, type Shown, summaryView } from "./view.ts";

export interface EvaluationQuery {
  readonly city?: string | undefined;
  readonly scheme?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Assessments that the asker may know of, the latest year first. */
export async function listEvaluationViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: EvaluationQuery; language: Language },
): Promise<z.infer<typeof EvaluationList>> {
  const { city, scheme, asOf = null } = query;
  requireKnown("city", city, cities(await context.registries.at(asOf)));
  const found = await listEvaluations(
    context.store,
    { asOf },
    {
      ...(city === undefined ? {} : { cities: [city] }),
      ...(scheme === undefined ? {} : { schemes: [scheme] }),
    },
  );
  const seen = found.filter((evaluation) => seesEvaluation(actor, evaluation));
  const page = pageOf(seen, ({ id }) => id, query);
  const items = await Promise.all(
    page.items.map(async (evaluation) =>
      summaryView({ ...(await withScheme(context, evaluation, asOf)), language }, actor),
    ),
  );
  return { items, nextCursor: page.nextCursor };
}

export interface About {
  readonly id: string;
  readonly asOf?: string | null | undefined;
  readonly language: Language;
}

/** An assessment with its words; for who may not know of it, it is not there. */
export async function showEvaluation(context: Context, asker: Asker, { id, asOf, language }: About): Promise<Shown> {
  return { ...(await openEvaluation(context, asker, { id, asOf })), language };
}

export async function getEvaluationView(context: Context, asker: Asker, about: About): Promise<EvaluationView> {
  const cut = { asOf: about.asOf ?? null };
  const [shown, steps, objections] = await Promise.all([
    showEvaluation(context, asker, about),
    listEvaluationSteps(context.store, cut, about.id),
    listObjections(context.store, cut, { evaluations: [about.id] }),
  ]);
  return evaluationView(shown, { actor: asker.actor, steps, objections });
}
