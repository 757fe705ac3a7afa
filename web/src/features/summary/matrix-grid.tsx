import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from "react";
import { useText } from "../../text/text.ts";
import { type MatrixModel, moveBy, type Place } from "./matrix.ts";
import { MatrixRow, type MatrixWords, rowHeight } from "./matrix-row.tsx";
import "./matrix-grid.css";

const size = { head: 86, most: 620 };
/** More rows than are ever drawn at once: a row that leaves gives its nodes to the one that comes in. */
const rowsAtOnce = 32;
/** English words are longer. */
/** As in the style sheet. */
const areaWidth = 176;
const columnWidth = { "zh-CN": 96, en: 128 } as const;

/**
 * The board of lights: only what is in sight is drawn, one tab stop, arrow keys within (WAI-ARIA grid). No table, as one
 * cannot leave out the rows out of sight, and the grid itself holds the focus: two rules of the linter are off here.
 */
export function MatrixGrid({ model, name }: { model: MatrixModel; name: string }) {
  const { say, language } = useText();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const rows = useVirtualizer({
    count: model.areas.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
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

  const height = Math.min(size.most, size.head + model.areas.length * rowHeight + 14);
  const isCut = (columns.scrollRect?.width ?? 0) < columns.getTotalSize() + areaWidth;
  return (
    <>
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
        <div className="matrix-head" role="row" aria-rowindex={1} style={{ height: size.head }}>
          <div className="matrix-corner" role="columnheader" aria-colindex={1}>
            {say("summary.matrix.corner")}
          </div>
          <div className="matrix-run" style={{ width: columns.getTotalSize() }}>
            {shownColumns.map((column) => (
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
              key={row.index % rowsAtOnce}
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
      {isCut && <p className="quiet matrix-more">{say("summary.matrix.more", { count: model.indicators.length })}</p>}
    </>
  );
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
