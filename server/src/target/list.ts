import { listTargets, listVersionsOfTargets } from "@yuanbiao/db/queries/target";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { type Scope, type ScopeQuery, scopeOf } from "../scope.ts";
import { compareTargets } from "../tracking.ts";
import type { TargetList, TargetView } from "./shape.ts";
import { type TargetSurroundings, targetView } from "./view.ts";

export interface TargetQuery extends ScopeQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

async function surroundings(
  context: Context,
  { question, on }: Scope,
  ids: readonly string[],
): Promise<TargetSurroundings> {
  const { asOf, areas } = question;
  const all = await listTargets(context.store, { asOf }, { areas });
  const versions = await listVersionsOfTargets(context.store, { asOf }, ids);
  return { all: new Map(all.map((target) => [target.id, target])), versions, on };
}

/** Targets in scope, by document and clause. */
export async function listTargetViews(
  context: Context,
  language: Language,
  query: TargetQuery,
): Promise<z.infer<typeof TargetList>> {
  const scope = await scopeOf(context, query);
  const { question, registry } = scope;
  const { areas, indicator, due, asOf } = question;
  const found = await listTargets(context.store, { asOf }, { areas, indicator, due });
  const page = pageOf(found.toSorted(compareTargets(registry)), ({ id }) => id, query);
  const around = await surroundings(
    context,
    scope,
    page.items.map(({ id }) => id),
  );
  return {
    items: page.items.map((target) => targetView({ registry, language }, target, around)),
    nextCursor: page.nextCursor,
  };
}

/** One target; a target that was not yet recorded at `asOf` is not there. */
export async function getTargetView(
  context: Context,
  language: Language,
  query: Pick<ScopeQuery, "asOf" | "on" | "clearance"> & { readonly id: string },
): Promise<TargetView> {
  const scope = await scopeOf(context, query);
  const [target] = await listTargets(context.store, scope.question, { ids: [query.id] });
  if (target === undefined) throw new Refusal(404, "unknown-target");
  const nearby = { ...scope, question: { ...scope.question, areas: [target.area] } };
  return targetView({ registry: scope.registry, language }, target, await surroundings(context, nearby, [target.id]));
}
