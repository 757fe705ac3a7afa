import type { Fault } from "../../api.ts";

/** Findings that say the same, with the cells at which they stand: H12, H15. */
export interface FaultGroup {
  readonly detail: string;
  readonly cells: readonly string[];
}

/** The cell of a place: "填报表!H12" is H12, the file as a whole is none. */
function cellOf(field: string): string[] {
  const cell = field.slice(field.lastIndexOf("!") + 1);
  return /^[A-Z]{1,3}\d+$/.test(cell) ? [cell] : [];
}

/** H9 before H12, G3 before H1. */
function byPlace(a: string, b: string): number {
  const [rowA, rowB] = [a, b].map((cell) => Number(cell.replace(/\D/g, "")));
  const columns = a.replace(/\d/g, "").localeCompare(b.replace(/\d/g, ""));
  return columns === 0 ? (rowA ?? 0) - (rowB ?? 0) : columns;
}

export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = new Map<string, string[]>();
  for (const { field, detail } of faults) groups.set(detail, [...(groups.get(detail) ?? []), ...cellOf(field)]);
  return [...groups].map(([detail, cells]) => ({ detail, cells: cells.sort(byPlace) }));
}
