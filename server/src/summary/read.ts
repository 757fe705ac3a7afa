import { countStatuses, isOfPolicy, largestGaps, type Placed } from "@yuanbiao/core/board";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { missingRows } from "../missing.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { isOfAll, loadTargets, loadTracking, refuseTooWide } from "../tracking.ts";
import { areaRef, type Speech } from "../wire/speech.ts";
import { changesSince } from "./changes.ts";
import { conflictViews, targetConflicts } from "./conflicts.ts";
import { headlineOf } from "./headline.ts";
import { matrixView } from "./matrix.ts";
import { missingView, owingByDepartment } from "./owed.ts";
import type { SummaryView } from "./shape.ts";
import { standingView } from "./standing.ts";

export interface SummaryQuery extends ScopeQuery {
  readonly since?: string | undefined;
}

const mostMissing = 1000;
const mostGaps = 20;

/** Everything that the leaders' page draws, in one pass over the figures in scope. */
export async function readSummary(context: Context, language: Language, query: SummaryQuery): Promise<SummaryView> {
  const { on, registry, question } = await scopeOf(context, query);
  const speech: Speech = { registry, language };
  const all = await loadTargets(context.store, registry, question);
  refuseTooWide(all);
  const tracking = await loadTracking(context.store, registry, { targets: all, question, isWhole: isOfAll(question) });
  const rows = tracking.targets.map((target): Placed => ({ target, progress: tracking.progressOf(target, on) }));
  const isPolicy = ({ target }: Placed): boolean => isOfPolicy(target, registry.documents);
  const missing = missingRows(registry, rows, on);
  const standings = (found: readonly Placed[]) =>
    found.slice(0, mostGaps).map((row) => standingView(speech, tracking, row));
  const cities = [...new Set([...registry.areas.values()].map(({ city }) => city))];
  return {
    on,
    asOf: question.asOf,
    publishedBy: question.publishedBy,
    since: query.since ?? null,
    city: query.city === undefined ? null : areaRef(speech, query.city),
    cities: cities.map((code) => areaRef(speech, code)),
    headline: headlineOf(speech, tracking, rows),
    counts: {
      policy: countStatuses(rows.filter(isPolicy)),
      press: countStatuses(rows.filter((row) => !isPolicy(row))),
    },
    matrix: matrixView(speech, rows),
    gaps: standings(largestGaps(rows)),
    incomparables: standings(rows.filter(({ progress }) => progress.status === "incomparable")),
    ...(await changesSince(context, speech, { tracking, rows, question, since: query.since })),
    missing: missing.slice(0, mostMissing).map((row) => missingView(speech, tracking, row, on)),
    missingTotal: missing.length,
    owing: owingByDepartment(speech, missing, on),
    conflicts: await conflictViews(context, speech, { tracking, question }),
    targetConflicts: targetConflicts(speech, tracking.targets),
    undated: tracking.undated,
  };
}
