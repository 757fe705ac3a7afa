/** Shares of a weight from which a step of the scale begins, lowest first; below the first is step 0. */
export const heatBounds = ["0.6", "0.8", "0.9", "1"] as const;

/** Which step of the scale a share stands on: 0 (below 60 %) to 4 (all of it); null where there is none. */
export function heatStep(share: string | null): number | null {
  if (share === null) return null;
  return heatBounds.filter((bound) => Number(share) >= Number(bound)).length;
}

export type SortBy = { readonly column: string; readonly isDown: boolean } | null;

/**
 * The order of rows by one column's figures: those that have none come last, equals keep their order. Without a column
 * the order is that of the rows.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  by: SortBy,
  figureOf: (row: Row, column: string) => string | null,
): readonly Row[] {
  if (by === null) return rows;
  const keyed = rows.map((row) => ({ row, figure: figureOf(row, by.column) }));
  const sign = by.isDown ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.figure === null || b.figure === null) return Number(a.figure === null) - Number(b.figure === null);
      return sign * (Number(a.figure) - Number(b.figure));
    })
    .map(({ row }) => row);
}

/** What a click on a column's head asks for: least first, then most first, then the order as it was. */
export function nextSort(by: SortBy, column: string): SortBy {
  if (by === null || by.column !== column) return { column, isDown: false };
  return by.isDown ? null : { column, isDown: true };
}
