import type { FigureClass } from "@yuanbiao/core/access";
import { figureClasses, type Observation, type Role } from "@yuanbiao/core/observation";
import { getPeriod } from "@yuanbiao/core/period";
import { withholdFigure } from "@yuanbiao/core/suppress";
import type { SQL } from "drizzle-orm";
import { and, eq, gt, gte, isNull, lte, sql } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { countRows, groupById, oneOf, recordedBy, selectRows, standingAt } from "./versions.ts";

/** `publishedBy`: a day; figures published after it or at an unknown date stay out. Null takes all. */
export interface FigureCut extends Cut {
  readonly publishedBy: string | null;
  /** The highest class that the reader may see; figures above it are not read at all. Absent where all must be known. */
  readonly clearance?: FigureClass | undefined;
}

/** Where a page ended: the last figure on it, in the stated order. */
export type ObservationCursor = Pick<Observation, "area" | "indicator" | "period" | "id">;

export interface ObservationFilter {
  readonly ids?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
  readonly indicator?: string | undefined;
  readonly caliber?: string | undefined;
  readonly period?: string | undefined;
  readonly role?: Role | undefined;
  /** Periods that end within these days, inclusive. */
  readonly ending?: { readonly from: string; readonly to: string } | undefined;
}

export interface ObservationPage extends ObservationFilter {
  readonly after?: ObservationCursor | undefined;
  readonly limit?: number | undefined;
}

/** Figures, by area, indicator, end of the period, period and id. */
export async function listObservations(
  reader: Reader,
  cut: FigureCut,
  page: ObservationPage = {},
): Promise<Versioned<Observation>[]> {
  const { observation } = reader.schema;
  const { publishedBy } = cut;
  const published = publishedBy === null ? undefined : lte(observation.publishedLast, publishedBy);
  const rows = await selectRows(reader, observation, {
    where: and(
      standingAt(observation, cut),
      matching(reader, page),
      published,
      cleared(reader, cut),
      behind(reader, page.after),
    ),
    areas: page.areas,
    orderBy: orderOf(reader),
    limit: page.limit,
  });
  return withheld(rows, cut);
}

/**
 * The figures that were first recorded or revised since an instant, as they stand now, of all areas and classes: each
 * revision leaves one standing version, and one that has gone to another area is there as well.
 */
export async function listObservationsSince(
  reader: Reader,
  since: string,
  limit: number,
): Promise<Versioned<Observation>[]> {
  const { observation } = reader.schema;
  const where = and(gt(observation.recordedAt, since), isNull(observation.supersededAt));
  return selectRows(reader, observation, { where, orderBy: [observation.recordedAt, observation.id], limit });
}

/** The classes that a clearance reaches; each is named, so that a new class is hidden at first. */
function reachedBy({ clearance }: Pick<FigureCut, "clearance">): readonly FigureClass[] {
  return clearance === undefined ? figureClasses : figureClasses.slice(0, figureClasses.indexOf(clearance) + 1);
}

/** Whether a clearance reaches a figure. */
export function isCleared({ class: own }: Observation, cut: Pick<FigureCut, "clearance">): boolean {
  return reachedBy(cut).includes(own);
}

/** How many figures have no known date of publication, and so are left out by `publishedBy`. */
export async function countUndated(reader: Reader, cut: Cleared, filter: ObservationFilter = {}): Promise<number> {
  const { observation } = reader.schema;
  const undated = isNull(observation.publishedLast);
  const where = and(standingAt(observation, cut), matching(reader, filter), undated, cleared(reader, cut));
  return countRows(reader, observation, { where, areas: filter.areas });
}

/** Every version of a figure, oldest first. */
export async function listObservationVersions(
  reader: Reader,
  id: string,
  { clearance }: Pick<FigureCut, "clearance"> = {},
): Promise<Versioned<Observation>[]> {
  const { observation } = reader.schema;
  const where = and(eq(observation.id, id), cleared(reader, { clearance }));
  return withheld(await selectRows(reader, observation, { where, orderBy: [observation.version] }), { clearance });
}

/** Every version of some figures as known at the cut, oldest first, by id; `standingIn`: the areas that they are of now. */
export async function listVersionsOfObservations(
  reader: Reader,
  cut: Cleared,
  { ids, standingIn }: { readonly ids: readonly string[]; readonly standingIn?: readonly string[] },
): Promise<Map<string, Versioned<Observation>[]>> {
  const { observation } = reader.schema;
  const where = and(oneOf(observation.id, ids), recordedBy(observation, cut), cleared(reader, cut));
  const orderBy = [observation.id, observation.version];
  const rows = await selectRows(reader, observation, { where, standingIn, orderBy });
  return groupById(withheld(rows, cut));
}

type Cleared = Cut & Pick<FigureCut, "clearance">;

/** Keeps the figures of the classes that a clearance reaches. */
export function cleared(reader: Reader, cut: Pick<FigureCut, "clearance">): SQL | undefined {
  const reached = reachedBy(cut);
  return reached.length === figureClasses.length ? undefined : oneOf(reader.schema.observation.class, reached);
}

/** Aggregates over fewer than three enterprises stay empty for whoever may not see the enterprises. */
export function withheld(
  rows: Versioned<Observation>[],
  { clearance }: Pick<FigureCut, "clearance">,
): Versioned<Observation>[] {
  if (clearance === undefined || clearance === figureClasses.at(-1)) return rows;
  return rows.map((row) => (row.enterprises === null ? row : withholdFigure(row, clearance)));
}

function orderOf(reader: Reader) {
  const { area, indicator, periodEnd, period, id } = reader.schema.observation;
  return [area, indicator, periodEnd, period, id];
}

function matching(reader: Reader, filter: ObservationFilter): SQL | undefined {
  const { observation } = reader.schema;
  return and(
    oneOf(observation.id, filter.ids),
    oneOf(observation.indicator, filter.indicators),
    filter.indicator === undefined ? undefined : eq(observation.indicator, filter.indicator),
    filter.caliber === undefined ? undefined : eq(observation.caliber, filter.caliber),
    filter.period === undefined ? undefined : eq(observation.period, filter.period),
    filter.role === undefined ? undefined : eq(observation.role, filter.role),
    filter.ending === undefined ? undefined : gte(observation.periodEnd, filter.ending.from),
    filter.ending === undefined ? undefined : lte(observation.periodEnd, filter.ending.to),
  );
}

function behind(reader: Reader, after: ObservationCursor | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  const { area, indicator, period, id } = after;
  const columns = sql.join(orderOf(reader), sql`, `);
  return sql`(${columns}) > (${area}, ${indicator}, ${getPeriod(period).end}, ${period}, ${id})`;
}
