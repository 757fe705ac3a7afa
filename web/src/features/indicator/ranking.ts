import { isStronger } from "@yuanbiao/core/known-series";
import { compareQuantity } from "@yuanbiao/core/quantity";
import type { Indicator, Observation } from "../../api.ts";

export interface RankRow {
  readonly figure: Observation;
  readonly place: number;
  readonly tied: boolean;
  /** The place a year before, among the areas that are ranked now; null where the ranking is not comparable. */
  readonly before: number | null;
}

export interface Ranking {
  readonly caliber: Observation["caliber"];
  readonly period: string;
  readonly rows: readonly RankRow[];
  /** Whether each area ranked now had a figure a year before: only then did they stand among the same ones. */
  readonly comparable: boolean;
}

const yearBefore = (period: string): string => period.replace(/\d{4}/g, (year) => String(Number(year) - 1));

/** One exact figure an area, of one caliber and period: the strongest role counts. */
function figuresOf(all: readonly Observation[], caliber: string, period: string): Observation[] {
  const best = new Map<string, Observation>();
  for (const figure of all) {
    if (figure.caliber.code !== caliber || figure.period !== period) continue;
    if (figure.value === null || figure.qualifier !== "=") continue;
    const known = best.get(figure.area.code);
    if (known === undefined || isStronger(figure, known)) best.set(figure.area.code, figure);
  }
  return [...best.values()];
}

/** Places with ties: equal values share a place, and the next one is skipped (1, 2, 2, 4). */
function placesOf(figures: readonly Observation[], direction: Indicator["direction"]): Map<string, number> {
  const sign = direction === "down" ? 1 : -1;
  const sorted = [...figures].sort((a, b) => sign * compareQuantity(a.value ?? "0", b.value ?? "0"));
  const places = new Map<string, number>();
  let place = 1;
  for (const [at, figure] of sorted.entries()) {
    if (sorted[at - 1]?.value !== figure.value) place = at + 1;
    places.set(figure.area.code, place);
  }
  return places;
}

/**
 * Ranks areas where like stands beside like: one caliber and one period that at least two areas have, the latest such
 * period with the most areas. Bounds and approximations are not ranked. Undefined where nothing can be ranked. Places of
 * the year before are counted among the areas ranked now: third of three and sixth of six are no rise.
 */
export function rank(all: readonly Observation[], direction: Indicator["direction"]): Ranking | undefined {
  const groups = new Map(all.map((figure) => [`${figure.caliber.code} ${figure.period}`, figure]));
  const candidates = [...groups.values()]
    .map((sample) => ({ sample, figures: figuresOf(all, sample.caliber.code, sample.period) }))
    .filter(({ figures }) => figures.length >= 2)
    .sort((a, b) => b.sample.period.localeCompare(a.sample.period) || b.figures.length - a.figures.length);
  const [chosen] = candidates;
  if (chosen === undefined) return undefined;
  const { caliber, period } = chosen.sample;
  const places = placesOf(chosen.figures, direction);
  const before = figuresOf(all, caliber.code, yearBefore(period)).filter(({ area }) => places.has(area.code));
  const comparable = before.length === places.size;
  const earlier = comparable ? placesOf(before, direction) : undefined;
  const counts = [...places.values()];
  const rows = chosen.figures.map((figure) => {
    const place = places.get(figure.area.code) ?? 0;
    return {
      figure,
      place,
      tied: counts.filter((other) => other === place).length > 1,
      before: earlier?.get(figure.area.code) ?? null,
    };
  });
  return { caliber, period, comparable, rows: rows.sort((a, b) => a.place - b.place) };
}
