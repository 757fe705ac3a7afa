import { type ReactNode, useState } from "react";
import { useText } from "../text/text.ts";
import { Downloads } from "./downloads.tsx";
import type { Sheet } from "./export.ts";
import { usePrinting } from "./printing.ts";
import "./data-table.css";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** What is exported, and shown where there is no `cell`. */
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Names the row. */
  readonly heading?: boolean;
  readonly wide?: boolean;
  /** Left out on a phone. */
  readonly minor?: boolean;
}

interface TableParts<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly notes?: readonly string[];
  /** How many rows are shown before one asks for all. */
  readonly first?: number;
  readonly empty?: ReactNode;
  /** On a phone each row becomes a card, or the table scrolls within itself. */
  readonly narrow?: "cards" | "scroll";
}

/** A table of what is seen, with its downloads; on a phone it scrolls within itself. */
export function DataTable<Row>(parts: TableParts<Row>) {
  const { name, columns, rows, rowKey, first = 30, empty, narrow = "cards" } = parts;
  const { say } = useText();
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  const shown = open || printing ? rows : rows.slice(0, first);
  if (rows.length === 0) return <p className="empty">{empty ?? say("page.table.empty")}</p>;
  return (
    <div className="table-block">
      <section
        className="table-scroll"
        aria-label={`${say("page.table.show")}${say("page.colon")}${name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className={narrow === "cards" ? "table table-cards" : "table table-wide"}>
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" className={classOf(column)}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="table-foot">
        {rows.length > first && (
          <button type="button" className="button-quiet" onClick={() => setOpen(!open)}>
            {open ? say("page.table.fewer") : say("page.table.all", { count: rows.length })}
          </button>
        )}
        <Downloads sheet={() => sheetOf(parts)} name={name} />
      </div>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell?.(row) ?? column.text(row);
  return column.heading ? (
    <th scope="row" className={classOf(column)}>
      {content}
    </th>
  ) : (
    <td className={classOf(column)} data-head={column.head}>
      {content}
    </td>
  );
}

function classOf<Row>(column: Column<Row>): string {
  return [column.numeric ? "numeric" : "", column.wide ? "wide" : "", column.minor ? "minor" : ""]
    .filter(Boolean)
    .join(" ");
}

function sheetOf<Row>({ name, columns, rows, notes = [] }: TableParts<Row>): Sheet {
  return {
    name,
    head: columns.map((column) => column.head),
    rows: rows.map((row) => columns.map((column) => column.text(row))),
    notes,
  };
}
