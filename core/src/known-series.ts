import { type Observation, roles, stages } from "./observation.ts";
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
