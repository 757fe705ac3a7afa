import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { isOfAll, loadTargets, loadTracking } from "../tracking.ts";
import type { ProgressList } from "./shape.ts";
import { progressView } from "./view.ts";

export interface ProgressQuery extends ScopeQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Progress of every target in scope on a day, by document and clause. */
export async function listProgress(context: Context, language: Language, query: ProgressQuery): Promise<ProgressList> {
  const { on, registry, question } = await scopeOf(context, query);
  const all = await loadTargets(context.store, registry, question);
  const page = pageOf(all, ({ id }) => id, query);
  const isWhole = isOfAll(question) && page.items.length === all.length;
  const tracking = await loadTracking(context.store, registry, { targets: page.items, question, isWhole });
  const items = page.items.map((target) => progressView({ registry, language }, tracking, target, on));
  const list: ProgressList = { items, nextCursor: page.nextCursor, on };
  if (question.publishedBy === null) return list;
  return { ...list, undated: tracking.undated };
}
