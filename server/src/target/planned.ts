import { comparePeriods, endYear, getPeriod } from "@yuanbiao/core/period";
import { everyYear, type Target } from "@yuanbiao/core/target";

/** What a target asks until the end of a period; null where it asks something that is no number. */
export interface Planned {
  readonly period: string;
  readonly value: string | null;
}

type Asked = Pick<Target, "area" | "due" | "value" | "path" | "decomposition">;

const byTime = (a: { readonly period: string }, b: { readonly period: string }): number =>
  comparePeriods(getPeriod(a.period), getPeriod(b.period));

/** Whether a target stands in every year: it has no last one. */
export const isStanding = ({ due }: Pick<Target, "due">): boolean => due === null || due === everyYear;

/** Where the document's own path begins: its first point, where another one follows that it leads to. */
export function baselineOf({ path }: Pick<Target, "path">): { period: string; value: string } | null {
  if (path === null || path.kind !== "document" || path.shape === "time-share" || path.points.length < 2) return null;
  return path.points.toSorted(byTime)[0] ?? null;
}

/**
 * What a target asks of an area, by period: of its own area the value at the due period, the yearly plan and the points
 * of the document's path; of another one the parts that the plan lays on it. Nothing is put between what is written.
 */
export function plannedFor(target: Asked, area: string): Planned[] {
  const { due, value, path } = target;
  const isOwn = target.area === area;
  const plan = target.decomposition.filter((part) => part.area === (isOwn ? null : area));
  const baseline = baselineOf(target);
  const points =
    isOwn && path?.kind === "document" ? path.points.filter(({ period }) => period !== baseline?.period) : [];
  const last = isOwn && due !== null && due !== everyYear ? [{ period: due, value }] : [];
  // The document's last value before the plan's, the plan's before the points of the path.
  const byPeriod = new Map<string, Planned>();
  for (const { period, value: asked } of [...points, ...plan, ...last]) byPeriod.set(period, { period, value: asked });
  return [...byPeriod.values()].toSorted(byTime);
}

export interface YearSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** The years that are named by what is planned, within a span, in order. */
export function yearsNamed(planned: readonly (readonly Planned[])[], { from, to }: YearSpan): number[] {
  const years = planned.flat().map(({ period }) => endYear(getPeriod(period)));
  const within = years.filter((year) => year >= (from ?? year) && year <= (to ?? year));
  return [...new Set(within)].toSorted((a, b) => a - b);
}
