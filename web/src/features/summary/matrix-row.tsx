import type { VirtualItem } from "@tanstack/react-virtual";
import { memo } from "react";
import { LightMark } from "../../ui/light.tsx";
import type { MatrixCell, MatrixModel } from "./matrix.ts";

export const rowHeight = 34;

interface RowParts {
  readonly model: MatrixModel;
  readonly row: number;
  readonly top: number;
  readonly columns: readonly VirtualItem[];
  readonly width: number;
  readonly active: number;
  readonly id: string;
  readonly words: MatrixWords;
}

/** One area: its name and a square for each indicator in sight. A div for the reason that the grid gives. */
export const MatrixRow = memo(function MatrixRow({ model, row, top, columns, width, active, id, words }: RowParts) {
  return (
    <div
      className="matrix-row"
      role="row"
      aria-rowindex={row + 2}
      style={{ top, height: rowHeight, lineHeight: `${rowHeight}px` }}
    >
      <div className="matrix-area" role="rowheader" aria-colindex={1} title={model.areas[row]?.name}>
        <span className="matrix-clamp">{model.areas[row]?.name}</span>
      </div>
      <div className="matrix-run" role="presentation" style={{ width }}>
        {columns.map((column) => (
          <MatrixSquare
            key={column.key}
            cell={model.cellAt(row, column.index)}
            place={`${row} ${column.index}`}
            id={`${id}${row}-${column.index}`}
            left={column.start}
            width={column.size}
            active={active === column.index}
            words={words}
          />
        ))}
      </div>
    </div>
  );
});

interface SquareParts {
  readonly cell: MatrixCell | undefined;
  readonly place: string;
  readonly id: string;
  readonly left: number;
  readonly width: number;
  readonly active: boolean;
  readonly words: MatrixWords;
}

const MatrixSquare = memo(function MatrixSquare({ cell, place, id, left, width, active, words }: SquareParts) {
  const label = cell === undefined ? words.none : labelOf(cell, words);
  return (
    <div
      id={id}
      className={`matrix-cell${active ? " matrix-active" : ""}${cell === undefined ? " matrix-empty" : ""}`}
      role="gridcell"
      aria-colindex={Number(place.split(" ")[1]) + 2}
      aria-label={label}
      title={label}
      data-place={place}
      style={{ left, width, height: rowHeight }}
    >
      {cell !== undefined && (
        <>
          <LightMark status={cell.status} provisional={cell.provisional} />
          {words.status[cell.status]}
        </>
      )}
    </div>
  );
});

function labelOf(cell: MatrixCell, words: MatrixWords): string {
  return [
    words.status[cell.status],
    cell.provisional ? words.provisional : "",
    cell.deviation === null ? "" : words.deviation(cell.deviation),
    cell.targets.length > 1 ? words.targets(cell.targets.length) : "",
  ]
    .filter((part) => part !== "")
    .join(words.list);
}

export interface MatrixWords {
  readonly status: Readonly<Record<MatrixCell["status"], string>>;
  readonly none: string;
  readonly provisional: string;
  readonly list: string;
  readonly deviation: (deviation: string) => string;
  readonly targets: (count: number) => string;
}
