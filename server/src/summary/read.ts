import { countStatuses, isOfPolicy, largestGaps, type Placed } from "@yuanbiao/core/board";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { missingRows } from "../missing.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { areaRef, type Speech } from "../wire/speech.ts";
import { changesSince } from "./changes.ts";
import { conflictViews, targetConflicts } from "./conflicts.ts";
import { headlineOf } from "./headline.ts";
import { matrixView } from "./matrix.ts";
import { missingView, owingByDepartment } from "./owed.ts";
import { placeTargets } from "./placing.ts";
import type { SummaryView } from "./shape.ts";
import { incomparableView, standingView } from "./standing.ts";

export interface SummaryQuery extends ScopeQuery {
  readonly since?: string | undefined;
}

const mostMissing = 1000;
const mostGaps = 60;

/** Everything that the leaders' page draws, in one pass over the figures in scope. */
export async function readSummary(context: Context, language: Language, query: SummaryQuery): Promise<SummaryView> {
  const scope = await scopeOf(context, query);
  const { on, registry, question } = scope;
  const speech: Speech = { registry, language };
  const placing = await placeTargets(context, scope, query.since);
  const { rows } = placing;
  const isPolicy = ({ target }: Placed): boolean => isOfPolicy(target, registry.documents);
  const missing = missingRows(registry, rows, on);
  const incomparables = rows.filter(({ progress }) => progress.status === "incomparable").slice(0, mostGaps);
  const cities = [...new Set([...registry.areas.values()].map(({ city }) => city))];
  return {
    on,
    asOf: question.asOf,
    publishedBy: question.publishedBy,
    since: query.since ?? null,
    city: query.city === undefined ? null : areaRef(speech, query.city),
    cities: cities.map((code) => areaRef(speech, code)),
    headline: headlineOf(speech, placing),
    counts: {
      policy: countStatuses(rows.filter(isPolicy)),
      press: countStatuses(rows.filter((row) => !isPolicy(row))),
    },
    matrix: matrixView(speech, rows),
    gaps: largestGaps(rows)
      .slice(0, mostGaps)
      .map((row) => standingView(speech, placing, row)),
    incomparables: incomparables.map((row) => incomparableView(speech, placing, row)),
    ...(await changesSince(context, speech, { placing, question, since: query.since })),
    missing: missing.slice(0, mostMissing).map((row) => missingView(speech, placing, row, on)),
    missingTotal: missing.length,
    owing: owingByDepartment(speech, missing, on),
    conflicts: await conflictViews(context, speech, { placing, question }),
    targetConflicts: targetConflicts(
      speech,
      rows.map(({ target }) => target),
    ),
    undated: placing.undated,
  };
}
