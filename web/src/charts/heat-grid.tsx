import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { usePrinting } from "../ui/printing.ts";
import { nextSort, type SortBy } from "./heat.ts";
import "./heat-grid.css";

export interface HeatColumn {
  readonly key: string;
  readonly head: string;
}

export interface HeatCell {
  readonly text: string;
  /** The step of the scale; null draws the text alone. */
  readonly step: number | null;
}

export interface HeatRow {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: Readonly<Record<string, HeatCell>>;
}

interface GridParts {
  readonly name: string;
  readonly corner: string;
  readonly columns: readonly HeatColumn[];
  readonly rows: readonly HeatRow[];
  readonly sort: SortBy;
  readonly onSort: (by: SortBy) => void;
}

const rowHeight = 33;

/** Areas by columns as figures, each with its step of the scale as a bar: rows out of sight are left out. */
export function HeatGrid({ name, corner, columns, rows, sort, onSort }: GridParts) {
  const scroller = useRef<HTMLElement>(null);
  const printing = usePrinting();
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
  });
  const seen = down.getVirtualItems();
  const shown = printing
    ? rows.map((row, index) => ({ row, index }))
    : seen.flatMap(({ index }) => {
        const row = rows[index];
        return row === undefined ? [] : [{ row, index }];
      });
  const above = printing ? 0 : (seen[0]?.start ?? 0);
  const below = printing ? 0 : down.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="heat" ref={scroller} aria-label={name} tabIndex={0}>
      <table className="heat-table" aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="heat-corner">
              {corner}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} span={columns.length + 1} />
          {shown.map(({ row, index }) => (
            <tr key={row.key} aria-rowindex={index + 2}>
              <th scope="row">{row.head}</th>
              {columns.map(({ key }) => (
                <td key={key}>
                  <HeatMark cell={row.cells[key]} />
                </td>
              ))}
            </tr>
          ))}
          <Gap height={below} span={columns.length + 1} />
        </tbody>
      </table>
    </section>
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

function ColumnHead({ column, sort, onSort }: Pick<GridParts, "sort" | "onSort"> & { column: HeatColumn }) {
  const order = sort?.column !== column.key ? "none" : sort.isDown ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={order}>
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
}

/** The figure, and its step as how full a bar is. */
function HeatMark({ cell }: { cell: HeatCell | undefined }) {
  if (cell === undefined) return null;
  return (
    <span className="heat-cell">
      {cell.step !== null && <span className={`heat-mark heat-step-${cell.step}`} aria-hidden="true" />}
      <span className="heat-text">{cell.text}</span>
    </span>
  );
}
