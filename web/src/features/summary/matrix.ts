import type { Status, Summary } from "../../api.ts";
import { severity, worstFirst } from "../../ui/light-shape.ts";

export type MatrixCell = Summary["matrix"]["cells"][number];

export interface MatrixModel {
  readonly areas: Summary["matrix"]["areas"];
  readonly indicators: Summary["matrix"]["indicators"];
  /** The cell of a row and a column of this model, if there is a target. */
  readonly cellAt: (row: number, column: number) => MatrixCell | undefined;
}

/** Arranges the matrix so that what is worst stands at the top left; ties keep the server's order. */
export function arrange(matrix: Summary["matrix"]): MatrixModel {
  const rows = worstOrder(matrix.areas.length, matrix.cells, (cell) => cell.area);
  const columns = worstOrder(matrix.indicators.length, matrix.cells, (cell) => cell.indicator);
  const cells = new Map(matrix.cells.map((cell) => [cell.area * matrix.indicators.length + cell.indicator, cell]));
  return {
    areas: rows.flatMap((at) => matrix.areas[at] ?? []),
    indicators: columns.flatMap((at) => matrix.indicators[at] ?? []),
    cellAt: (row, column) => {
      const [area, indicator] = [rows[row], columns[column]];
      if (area === undefined || indicator === undefined) return undefined;
      return cells.get(area * matrix.indicators.length + indicator);
    },
  };
}

/** The places 0…count−1 by how many cells they have of the worst state, then of the next, and so on. */
function worstOrder(count: number, cells: readonly MatrixCell[], placeOf: (cell: MatrixCell) => number): number[] {
  const tallies = Array.from({ length: count }, () => worstFirst.map(() => 0));
  for (const cell of cells) {
    const tally = tallies[placeOf(cell)];
    const at = severity(cell.status);
    if (tally !== undefined) tally[at] = (tally[at] ?? 0) + 1;
  }
  return tallies.map((_, place) => place).sort((a, b) => compareTally(tallies[a] ?? [], tallies[b] ?? []) || a - b);
}

function compareTally(a: readonly number[], b: readonly number[]): number {
  for (const [at, count] of a.entries()) {
    const other = b[at] ?? 0;
    if (count !== other) return other - count;
  }
  return 0;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads within a grid (WAI-ARIA grid pattern), or undefined for a key that moves nothing. */
export function moveBy(key: string, from: Place, size: Place): Place | undefined {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  if (key === "Home") return { row: from.row, column: 0 };
  if (key === "End") return { row: from.row, column: size.column - 1 };
  const move = moves[key];
  if (move === undefined) return undefined;
  return { row: clamp(from.row + move[0], size.row), column: clamp(from.column + move[1], size.column) };
}

/** The states that the counts of a board list, worst first, without those that nobody has. */
export function statesIn(...lists: readonly (readonly { status: Status; total: number }[])[]): Status[] {
  return worstFirst.filter((status) =>
    lists.some((list) => list.some((item) => item.status === status && item.total > 0)),
  );
}
