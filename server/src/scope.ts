import type { FigureClass } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Context } from "./context.ts";
import type { Registry } from "./registry.ts";
import { requireKnown } from "./route.ts";
import type { TrackingQuestion } from "./tracking.ts";

/** What a reader of progress may ask for; every part may be absent. */
export interface ScopeQuery {
  readonly area?: string | undefined;
  readonly city?: string | undefined;
  readonly indicator?: string | undefined;
  readonly due?: string | undefined;
  readonly on?: string | undefined;
  readonly asOf?: string | undefined;
  readonly publishedBy?: string | undefined;
  /** The highest class of figures that the reader may see. */
  readonly clearance: FigureClass;
}

/** A question with its day fixed, its codes known, and the registry of its instant. */
export interface Scope {
  readonly on: string;
  readonly registry: Registry;
  readonly question: TrackingQuestion;
}

/** The cities that areas belong to: what a city parameter may name. */
export function cities({ areas }: Registry): ReadonlyMap<string, unknown> {
  return new Map([...areas.values()].map(({ city }) => [city, city]));
}

/** Fixes the day, refuses unknown codes (known now is enough), and turns a city into its areas. */
export async function scopeOf(context: Context, query: ScopeQuery): Promise<Scope> {
  const now = await context.registries.at(null);
  requireKnown("area", query.area, now.areas);
  requireKnown("city", query.city, cities(now));
  requireKnown("indicator", query.indicator, now.indicators);
  const asOf = query.asOf ?? null;
  const registry = asOf === null ? now : await context.registries.at(asOf);
  const ofCity =
    query.city === undefined ? undefined : [...registry.areas.values()].filter(({ city }) => city === query.city);
  const areas = query.area === undefined ? ofCity?.map(({ code }) => code) : [query.area];
  return {
    on: query.on ?? shanghaiDay(context.clock()),
    registry,
    question: {
      asOf,
      publishedBy: query.publishedBy ?? null,
      clearance: query.clearance,
      areas,
      indicator: query.indicator,
      due: query.due,
    },
  };
}
