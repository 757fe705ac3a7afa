import { comparePeriods, getPeriod } from "@yuanbiao/core/period";
import type { Observation } from "../../api.ts";

export interface YearColumn {
  readonly key: string;
  readonly area: Observation["area"];
  readonly caliber: Observation["caliber"];
}

export interface YearTable {
  readonly columns: readonly YearColumn[];
  readonly rows: readonly { readonly period: string; readonly cells: ReadonlyMap<string, readonly Observation[]> }[];
}

const keyOf = (figure: Observation): string => `${figure.area.code} ${figure.caliber.code}`;

/**
 * Spreads figures over periods (newest first) and over areas with their calibers (those with most figures first). A
 * cell may hold several figures where sources disagree: all are shown.
 */
export function spread(figures: readonly Observation[]): YearTable {
  const columns = new Map<string, YearColumn & { count: number }>();
  const rows = new Map<string, Map<string, Observation[]>>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const column = columns.get(key) ?? { key, area: figure.area, caliber: figure.caliber, count: 0 };
    columns.set(key, { ...column, count: column.count + 1 });
    const cells = rows.get(figure.period) ?? new Map<string, Observation[]>();
    cells.set(key, [...(cells.get(key) ?? []), figure]);
    rows.set(figure.period, cells);
  }
  const periods = [...rows.keys()].sort((a, b) => comparePeriods(getPeriod(b), getPeriod(a)));
  return {
    columns: [...columns.values()].sort((a, b) => b.count - a.count),
    rows: periods.map((period) => ({ period, cells: rows.get(period) ?? new Map() })),
  };
}
