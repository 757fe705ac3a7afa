import type { Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { trackAreas } from "../area-tracking.ts";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { type Page, pageOf } from "../page.ts";
import { isCountry, isPresent, partsKeeper } from "../parts.ts";
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
  const { on, question } = scope;
  const isNarrowed = query.indicator !== undefined || query.due !== undefined;
  const list = isPresent(scope) && !isCountry(scope) && !isNarrowed ? listByParts : listAtOnce;
  const { items, nextCursor, undated } = await list(context, { scope, language, query });
  return question.publishedBy === null ? { items, nextCursor, on } : { items, nextCursor, on, undated };
}

interface Asked {
  readonly scope: Scope;
  readonly language: Language;
  readonly query: ProgressQuery;
}

async function listAtOnce(
  { store }: Context,
  { scope: { on, registry, question }, language, query }: Asked,
): Promise<Listed> {
  const all = await loadTargets(store, registry, question);
  const page = pageOf(all, ({ id }) => id, query);
  const isWhole = isOfAll(question) && page.items.length === all.length;
  const tracking = await loadTracking(store, registry, { targets: page.items, question, isWhole });
  const { conflictIndex } = tracking;
  const items = page.items.map((target) =>
    progressView({ registry, language }, { target, progress: tracking.progressOf(target, on) }, { conflictIndex, on }),
  );
  return { items, nextCursor: page.nextCursor, undated: tracking.undated };
}

interface Row {
  readonly target: Versioned<Target>;
  readonly row: ProgressRow;
}

/** Some fifty cities, for two sorts of readers; a row holds a few figures. */
const parts = partsKeeper<readonly Row[]>({ countRows: ({ length }) => length, mostRows: 30_000 });

/** What stands, of each area as it was made when something of it changed last. */
async function listByParts(context: Context, { scope, language, query }: Asked): Promise<Listed> {
  const make = async (areas: readonly string[]): Promise<Row[]> => {
    const { registry, rows, tracking } = await trackAreas(context, scope, areas);
    const { conflictIndex } = tracking;
    return rows.map((placed) => {
      const row = progressView({ registry, language }, placed, { conflictIndex, on: scope.on });
      // The figures that it was computed from are let go.
      return { target: placed.target, row };
    });
  };
  const compare = compareTargets(scope.registry);
  const all = (await parts(context, { scope, variant: language, make })).flat();
  const page = pageOf(
    all.toSorted((a, b) => compare(a.target, b.target)),
    ({ target }) => target.id,
    query,
  );
  return { items: page.items.map(({ row }) => row), nextCursor: page.nextCursor, undated: 0 };
}
