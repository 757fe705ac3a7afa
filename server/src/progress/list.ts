import type { Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { type Page, pageOf } from "../page.ts";
import { isPresent, makeParts, manyAreas } from "../parts.ts";
import { type Scope, type ScopeQuery, scopeOf } from "../scope.ts";
import { compareTargets, isOfAll, loadTargets, loadTracking } from "../tracking.ts";
import type { ProgressList, ProgressRow } from "./shape.ts";
import { progressView } from "./view.ts";

export interface ProgressQuery extends ScopeQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Listed extends Page<ProgressRow> {
  readonly undated: number;
}

/** Progress of every target in scope on a day, by document and clause. */
export async function listProgress(context: Context, language: Language, query: ProgressQuery): Promise<ProgressList> {
  const scope = await scopeOf(context, query);
  const { on, registry, question } = scope;
  const areas = question.areas ?? [...registry.areas.keys()];
  const isInParts =
    isPresent(scope) && areas.length <= manyAreas && query.indicator === undefined && query.due === undefined;
  const list = isInParts ? listByParts : listAtOnce;
  const { items, nextCursor, undated } = await list(context, { scope, language, query, areas });
  return question.publishedBy === null ? { items, nextCursor, on } : { items, nextCursor, on, undated };
}

interface Asked {
  readonly scope: Scope;
  readonly language: Language;
  readonly query: ProgressQuery;
  readonly areas: readonly string[];
}

async function listAtOnce(
  { store }: Context,
  { scope: { on, registry, question }, language, query }: Asked,
): Promise<Listed> {
  const all = await loadTargets(store, registry, question);
  const page = pageOf(all, ({ id }) => id, query);
  const isWhole = isOfAll(question) && page.items.length === all.length;
  const tracking = await loadTracking(store, registry, { targets: page.items, question, isWhole });
  const items = page.items.map((target) => progressView({ registry, language }, tracking, target, on));
  return { items, nextCursor: page.nextCursor, undated: tracking.undated };
}

interface Placed {
  readonly target: Versioned<Target>;
  readonly row: ProgressRow;
}

/** A hundred cities, each for two sorts of readers in two languages. */
const mostAreas = 5000;
const parts = makeParts<readonly Placed[]>(mostAreas);

/** What stands, of each area as it was made when something of it changed last. */
async function listByParts(context: Context, { scope, language, query, areas }: Asked): Promise<Listed> {
  const { on, registry, question } = scope;
  const make = async (some: readonly string[]): Promise<Placed[]> => {
    const own = { ...question, areas: some };
    const targets = await loadTargets(context.store, registry, own);
    const tracking = await loadTracking(context.store, registry, { targets, question: own, isWhole: false });
    return targets.map((target) => ({ target, row: progressView({ registry, language }, tracking, target, on) }));
  };
  const compare = compareTargets(registry);
  const all = (await parts(context, { scope, areas, variant: language, make })).flat();
  const page = pageOf(
    all.toSorted((a, b) => compare(a.target, b.target)),
    ({ target }) => target.id,
    query,
  );
  return { items: page.items.map(({ row }) => row), nextCursor: page.nextCursor, undated: 0 };
}
