import { weighRoles } from "@yuanbiao/core/counting";
import type { Role } from "@yuanbiao/core/observation";
import { comparePeriods, getPeriod } from "@yuanbiao/core/period";
import { isSameQuantity } from "@yuanbiao/core/quantity";
import type { Observation } from "../../api.ts";

export interface YearColumn {
  readonly key: string;
  readonly area: Observation["area"];
  readonly caliber: Observation["caliber"];
}

/** What one area has for one period: the figures that count, and those behind them that say something else. */
export interface YearCell {
  readonly counting: readonly Observation[];
  readonly others: readonly Observation[];
}

export interface YearTable {
  readonly columns: readonly YearColumn[];
  readonly rows: readonly { readonly period: string; readonly cells: ReadonlyMap<string, YearCell> }[];
  /** The one role of all figures that count; undefined where they differ, and each says its own. */
  readonly role: Role | undefined;
}

const keyOf = (figure: Observation): string => `${figure.area.code} ${figure.caliber.code}`;

const saySame = (a: Observation, b: Observation): boolean =>
  a.state === b.state && a.qualifier === b.qualifier && a.text === b.text && isSameQuantity(a.value, b.value);

function cellOf(figures: readonly Observation[]): YearCell {
  const { counting, behind } = weighRoles(figures);
  return { counting, others: behind.filter((figure) => !counting.some((other) => saySame(figure, other))) };
}

/**
 * Spreads figures over periods (newest first) and over areas with their calibers (those with most figures first). A
 * cell holds several figures that count where sources disagree: all are shown.
 */
export function spread(figures: readonly Observation[]): YearTable {
  const columns = new Map<string, YearColumn & { count: number }>();
  const rows = new Map<string, Map<string, Observation[]>>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const cells = rows.get(figure.period) ?? new Map<string, Observation[]>();
    const column = columns.get(key) ?? { key, area: figure.area, caliber: figure.caliber, count: 0 };
    // A figure in several roles is one figure of its area.
    columns.set(key, { ...column, count: column.count + (cells.has(key) ? 0 : 1) });
    cells.set(key, [...(cells.get(key) ?? []), figure]);
    rows.set(figure.period, cells);
  }
  const periods = [...rows.keys()].sort((a, b) => comparePeriods(getPeriod(b), getPeriod(a)));
  const table = periods.map((period) => ({
    period,
    cells: new Map([...(rows.get(period) ?? [])].map(([key, found]) => [key, cellOf(found)])),
  }));
  const used = new Set(
    table.flatMap(({ cells }) => [...cells.values()].flatMap(({ counting }) => counting)).map(({ role }) => role),
  );
  return {
    columns: [...columns.values()].sort((a, b) => b.count - a.count),
    rows: table,
    role: used.size === 1 ? [...used][0] : undefined,
  };
}
