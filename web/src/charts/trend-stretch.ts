import { type PeriodKind, parsePeriod, periodKinds } from "@yuanbiao/core/period";
import type { Series } from "../api.ts";

const kindOf = (period: string | null): PeriodKind => parsePeriod(period ?? "")?.kind ?? "year";

/**
 * The lengths of time among which one has to choose: a flow of a quarter is no part of a line of years. None where all
 * figures are of one length, or where they are stocks, which compare at their ends.
 */
export function stretchesOf(series: Series): readonly PeriodKind[] {
  if (series.indicator.timing === "point") return [];
  const found = new Set(drawable(series).map(({ observation }) => kindOf(observation.period)));
  return found.size < 2 ? [] : periodKinds.filter((kind) => found.has(kind));
}

const drawable = (series: Series): Series["points"] =>
  series.points.filter(({ observation }) => observation.value !== null && observation.unit === series.indicator.unit);

/** What to show first: the length that the targets speak of, else the one with the most figures. */
export function firstStretch(series: Series): PeriodKind | undefined {
  const kinds = stretchesOf(series);
  const wanted = series.targets.map(({ due }) => kindOf(due)).find((kind) => kinds.includes(kind));
  const countOf = (kind: PeriodKind): number =>
    drawable(series).filter(({ observation }) => kindOf(observation.period) === kind).length;
  return wanted ?? [...kinds].sort((a, b) => countOf(b) - countOf(a))[0];
}

/** The figures of one length, with the targets, paths and forecasts that speak of the same length. */
export function ofStretch(series: Series, kind: PeriodKind | undefined): Series {
  if (kind === undefined) return series;
  const targets = series.targets.filter(({ due }) => kindOf(due) === kind);
  const ids = new Set(targets.map(({ id }) => id));
  const { forecast } = series;
  return {
    ...series,
    points: series.points.filter(({ observation }) => kindOf(observation.period) === kind),
    targets,
    // A path through the year's months speaks of its parts, too.
    paths: series.paths.filter(({ target, shape }) => ids.has(target) || shape === "time-share"),
    forecast: forecast !== null && ids.has(forecast.target) ? forecast : null,
  };
}
