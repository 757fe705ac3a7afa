import { memo, type ReactNode } from "react";

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

/** The columns that are drawn, from which one on, and how wide what is left out beside them is. */
export interface ColumnWindow {
  readonly columns: readonly HeatColumn[];
  readonly first: number;
  readonly before: number;
  readonly after: number;
}

interface RowParts {
  readonly row: HeatRow;
  readonly index: number;
  readonly shown: ColumnWindow;
}

/** One area: its name and its figures in the columns that are drawn. */
export const HeatRowView = memo(function HeatRowView({ row, index, shown }: RowParts) {
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" aria-colindex={1}>
        {row.head}
      </th>
      {shown.before > 0 && <td />}
      {shown.columns.map(({ key }, at) => (
        <td key={key} aria-colindex={shown.first + at + 2}>
          <HeatMark cell={row.cells[key]} />
        </td>
      ))}
      {shown.after > 0 && <td />}
    </tr>
  );
});

/** The figure, and its step as how full a bar is. */
function HeatMark({ cell }: { cell: HeatCell | undefined }) {
  if (cell === undefined) return null;
  if (cell.step === null) return cell.text;
  return (
    <span className="heat-cell">
      <span className={`heat-mark heat-step-${cell.step}`} aria-hidden="true" />
      <span className="heat-text">{cell.text}</span>
    </span>
  );
}
