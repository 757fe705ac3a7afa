import { type Observation, roles, stages } from "./observation.ts";
import { isSameQuantity } from "./quantity.ts";
import type { PeriodValue } from "./year-to-date.ts";

type Strength = Pick<Observation, "role" | "stage"> & { readonly recordedAt: string };
type Known = Strength & Pick<Observation, "period" | "state" | "value" | "qualifier">;

/** Whether a figure is to be taken before another: adopted, verified, reported; then the stronger stage, then the newer. */
export function isStronger(a: Strength, b: Strength): boolean {
  const order = roles.indexOf(a.role) - roles.indexOf(b.role) || stages.indexOf(a.stage) - stages.indexOf(b.stage);
  return order === 0 ? a.recordedAt > b.recordedAt : order < 0;
}

/** The one value of each period among the figures of one area, indicator and caliber; bounds and gaps are none. */
export function knownSeries(figures: readonly Known[]): PeriodValue[] {
  const best = new Map<string, Known>();
  for (const figure of figures) {
    if (figure.state !== "value" || figure.value === null || figure.qualifier !== "=") continue;
    const other = best.get(figure.period);
    if (other === undefined || isStronger(figure, other)) best.set(figure.period, figure);
  }
  return [...best.values()].flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
}

/**
 * The value of each period that another may be told from (growth): that of the strongest figure, and none where it is a
 * bound or another of its role and stage says something else, as no rule prefers one of them.
 */
export function undisputedSeries(figures: readonly Known[]): ReadonlyMap<string, string> {
  const best = new Map<string, Known>();
  const alike = new Map<string, Known[]>();
  for (const figure of figures) {
    if (figure.state !== "value" || figure.value === null) continue;
    const other = best.get(figure.period);
    if (other === undefined || isStronger(figure, other)) best.set(figure.period, figure);
    alike.set(rankKey(figure), [...(alike.get(rankKey(figure)) ?? []), figure]);
  }
  const isAgreed = (figure: Known): boolean =>
    (alike.get(rankKey(figure)) ?? []).every(
      ({ qualifier, value }) => qualifier === "=" && (value === figure.value || isSameQuantity(value, figure.value)),
    );
  return new Map(
    [...best.values()].flatMap((figure) =>
      figure.value !== null && isAgreed(figure) ? [[figure.period, figure.value] as const] : [],
    ),
  );
}

/** What figures have in common of which no rule prefers one. */
const rankKey = ({ period, role, stage }: Known): string => `${period} ${role} ${stage}`;
