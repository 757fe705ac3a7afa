import { conflictsById, findConflicts, groupFigures } from "@yuanbiao/core/conflict";
import type { Role } from "@yuanbiao/core/observation";
import { parsePeriod } from "@yuanbiao/core/period";
import { countUndated, listObservations } from "@yuanbiao/db/queries/observation";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { makeCursor, parseCursor } from "../page.ts";
import type { Registry } from "../registry.ts";
import { requireKnown } from "../route.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { listFigures } from "../standing-figures.ts";
import type { TrackingQuestion } from "../tracking.ts";
import { type ConflictIndex, observationView } from "../wire/observation.ts";
import type { ObservationList } from "./shape.ts";

export interface ObservationQuery extends ScopeQuery {
  readonly caliber?: string | undefined;
  readonly period?: string | undefined;
  readonly role?: Role | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function afterOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [area = "", indicator = "", period = "", id = ""] = parseCursor(cursor, 4);
  if (parsePeriod(period) === undefined) {
    throw new Refusal(400, "malformed-cursor", [{ field: "cursor", code: "malformed-cursor" }]);
  }
  return { area, indicator, period, id };
}

/** The conflicts of some figures, found among all figures of their areas and indicators. */
export async function conflictsAround(
  context: Context,
  registry: Registry,
  cut: Pick<TrackingQuestion, "asOf" | "clearance">,
  codes: { readonly areas: readonly string[]; readonly indicators: readonly string[] },
): Promise<ConflictIndex> {
  const areas = [...new Set(codes.areas)];
  const indicators = [...new Set(codes.indicators)];
  const figures = await listFigures(context.store, { ...cut, publishedBy: null }, { areas, indicators });
  return conflictsById(findConflicts(groupFigures(figures), registry.conflicts));
}

/** Figures in scope, by area, indicator, end of the period, period and id. */
export async function listObservationViews(
  context: Context,
  language: Language,
  query: ObservationQuery,
): Promise<z.infer<typeof ObservationList>> {
  const { registry, question } = await scopeOf(context, query);
  requireKnown("caliber", query.caliber, (await context.registries.at(null)).calibers);
  const { asOf, publishedBy, clearance, areas } = question;
  const { indicator, caliber, period, role, limit } = query;
  const filter = { areas, indicator, caliber, period, role };
  const page = { ...filter, after: afterOf(query.cursor), limit: limit + 1 };
  const found = await listObservations(context.store, { asOf, publishedBy, clearance }, page);
  const shown = found.slice(0, limit);
  const conflicts = await conflictsAround(
    context,
    registry,
    { asOf, clearance },
    {
      areas: shown.map((figure) => figure.area),
      indicators: shown.map((figure) => figure.indicator),
    },
  );
  const last = shown.at(-1);
  const isMore = found.length > limit && last !== undefined;
  const list: z.infer<typeof ObservationList> = {
    items: shown.map((figure) => observationView({ registry, language }, figure, conflicts)),
    nextCursor: isMore ? makeCursor([last.area, last.indicator, last.period, last.id]) : null,
  };
  return publishedBy === null
    ? list
    : { ...list, undated: await countUndated(context.store, { asOf, clearance }, filter) };
}
