import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, memo, useId, useMemo, useRef, useState } from "react";
import { useText } from "../../text/text.ts";
import { LightMark } from "../../ui/light.tsx";
import { type MatrixCell, type MatrixModel, moveBy, type Place } from "./matrix.ts";
import "./matrix-grid.css";

const size = { row: 34, head: 86, most: 620 };
/** English words are longer. */
const columnWidth = { "zh-CN": 96, en: 118 } as const;

/** The board of lights: only what is in sight is drawn, one tab stop, arrow keys within (WAI-ARIA grid). */
export function MatrixGrid({ model, name }: { model: MatrixModel; name: string }) {
  const { say, language } = useText();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const rows = useVirtualizer({
    count: model.areas.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.row,
    overscan: 3,
    useFlushSync: false,
    scrollPaddingStart: size.head,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: model.indicators.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth[language],
    overscan: 1,
    useFlushSync: false,
  });
  const words = useWords();
  const shownColumns = columns.getVirtualItems();

  const open = (place: Place) => {
    const target = model.cellAt(place.row, place.column)?.targets[0];
    if (target !== undefined) void navigate({ to: "/targets/$target", params: { target } });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(active);
      return;
    }
    const next = moveBy(event.key, active, { row: model.areas.length, column: model.indicators.length });
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    rows.scrollToIndex(next.row);
    columns.scrollToIndex(next.column);
  };
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
    const [row, column] = (cell?.dataset["place"] ?? "").split(" ").map(Number);
    if (row === undefined || column === undefined) return;
    setActive({ row, column });
    open({ row, column });
  };

  const height = Math.min(size.most, size.head + model.areas.length * size.row + 14);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      aria-label={name}
      aria-rowcount={model.areas.length + 1}
      aria-colcount={model.indicators.length + 1}
      aria-activedescendant={`${id}${active.row}-${active.column}`}
      tabIndex={0}
      style={{ height }}
      onKeyDown={onKey}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className="matrix-head" role="row" aria-rowindex={1} style={{ height: size.head }}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className="matrix-corner" role="columnheader" aria-colindex={1}>
          {say("summary.matrix.corner")}
        </div>
        <div className="matrix-run" style={{ width: columns.getTotalSize() }}>
          {shownColumns.map((column) => (
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={column.key}
              className="matrix-column"
              role="columnheader"
              aria-colindex={column.index + 2}
              title={model.indicators[column.index]?.name}
              style={{ left: column.start, width: column.size }}
            >
              <span className="matrix-clamp">{model.indicators[column.index]?.name}</span>
            </div>
          ))}
        </div>
      </div>
      <div className="matrix-body" role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <MatrixRow
            key={row.key}
            model={model}
            row={row.index}
            top={row.start}
            columns={shownColumns}
            width={columns.getTotalSize()}
            active={active.row === row.index ? active.column : -1}
            id={id}
            words={words}
          />
        ))}
      </div>
    </div>
  );
}

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

const MatrixRow = memo(function MatrixRow({ model, row, top, columns, width, active, id, words }: RowParts) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
    <div className="matrix-row" role="row" aria-rowindex={row + 2} style={{ top, height: size.row }}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
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
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
    <div
      id={id}
      className={`matrix-cell${active ? " matrix-active" : ""}${cell === undefined ? " matrix-empty" : ""}`}
      role="gridcell"
      aria-colindex={Number(place.split(" ")[1]) + 2}
      aria-label={label}
      title={label}
      data-place={place}
      style={{ left, width, height: size.row }}
    >
      {cell !== undefined && (
        <>
          <LightMark status={cell.status} provisional={cell.provisional} />
          <span className="matrix-word">{words.status[cell.status]}</span>
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

interface MatrixWords {
  readonly status: Readonly<Record<MatrixCell["status"], string>>;
  readonly none: string;
  readonly provisional: string;
  readonly list: string;
  readonly deviation: (deviation: string) => string;
  readonly targets: (count: number) => string;
}

/** The words of all cells, looked up once and not by each of a thousand cells. */
function useWords(): MatrixWords {
  const { say } = useText();
  return useMemo(
    () => ({
      status: say("code.status", { returnObjects: true }),
      none: say("summary.matrix.none"),
      provisional: say("page.provisional"),
      list: say("page.list"),
      deviation: (deviation) => say("summary.matrix.deviation", { deviation }),
      targets: (count) => say("summary.matrix.targets", { count }),
    }),
    [say],
  );
}
