import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useMemo, useRef } from "react";
import { usePrinting } from "../ui/printing.ts";
import { nextSort, type SortBy } from "./heat.ts";
import { type ColumnWindow, type HeatColumn, type HeatRow, HeatRowView } from "./heat-row.tsx";
import "./heat-grid.css";

interface GridParts {
  readonly name: string;
  readonly corner: string;
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  readonly sort: SortBy;
  readonly onSort: (by: SortBy) => void;
}

const size = { row: 33, column: 92 } as const;
/** With more columns than fit on a screen, those out of sight are left out, too. */
const fitting = 16;

/** Areas by columns as figures, each with its step of the scale as a bar: what is out of sight is left out. */
export function HeatGrid({ name, corner, columns, rows, sort, onSort }: GridParts) {
  const scroller = useRef<HTMLElement>(null);
  const printing = usePrinting();
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.row,
    overscan: 4,
    useFlushSync: false,
  });
  const isWide = columns.length > fitting && !printing;
  const shown = useColumnWindow(scroller, columns, isWide);
  const seen = down.getVirtualItems();
  const indices = printing ? rows.map((_, index) => index) : seen.map(({ index }) => index);
  const above = printing ? 0 : (seen[0]?.start ?? 0);
  const below = printing ? 0 : down.getTotalSize() - (seen.at(-1)?.end ?? 0);
  const span = shown.columns.length + 3;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="heat" ref={scroller} aria-label={name} tabIndex={0}>
      <table
        className={isWide ? "heat-table heat-wide" : "heat-table"}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="heat-corner" aria-colindex={1}>
              {corner}
            </th>
            {shown.before > 0 && <td style={{ minWidth: shown.before }} />}
            {shown.columns.map((column, at) => (
              <ColumnHead key={column.key} column={column} at={shown.first + at} sort={sort} onSort={onSort} />
            ))}
            {shown.after > 0 && <td style={{ minWidth: shown.after }} />}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} span={span} />
          {indices.map((index) => {
            const row = rows[index];
            return row !== undefined && <HeatRowView key={row.key} row={row} index={index} shown={shown} />;
          })}
          <Gap height={below} span={span} />
        </tbody>
      </table>
    </section>
  );
}

function useColumnWindow(
  scroller: { readonly current: HTMLElement | null },
  columns: readonly HeatColumn[],
  isWide: boolean,
): ColumnWindow {
  const across = useVirtualizer({
    horizontal: true,
    count: isWide ? columns.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.column,
    overscan: 2,
    useFlushSync: false,
  });
  const items = across.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const [from, to] = isWide ? [first?.index ?? 0, (last?.index ?? -1) + 1] : [0, columns.length];
  return useMemo(
    () => ({
      columns: columns.slice(from, to),
      first: from,
      before: from * size.column,
      after: (columns.length - to) * size.column,
    }),
    [columns, from, to],
  );
}

/** Holds the place of the rows that are left out. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr className="heat-gap">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

interface HeadParts extends Pick<GridParts, "sort" | "onSort"> {
  readonly column: HeatColumn;
  readonly at: number;
}

const ColumnHead = memo(function ColumnHead({ column, at, sort, onSort }: HeadParts) {
  const order = sort?.column !== column.key ? "none" : sort.isDown ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={order} aria-colindex={at + 2}>
      <button
        type="button"
        className="heat-sort"
        title={column.head}
        onClick={() => onSort(nextSort(sort, column.key))}
      >
        <span className="heat-clamp">{column.head}</span>
        {order !== "none" && <span aria-hidden="true">{order === "ascending" ? "↑" : "↓"}</span>}
      </button>
    </th>
  );
});
