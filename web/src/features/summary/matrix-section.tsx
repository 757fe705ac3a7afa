import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Summary } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Light } from "../../ui/light.tsx";
import { severity } from "../../ui/light-shape.ts";
import { Section } from "../../ui/page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { Empty } from "../../ui/state.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { arrange, type MatrixCell } from "./matrix.ts";
import { MatrixGrid } from "./matrix-grid.tsx";

type Look = "picture" | "table";

interface MatrixParts {
  readonly summary: Summary;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

/** Areas × indicators as lights, or the same as a table; paper gets the table. */
export function MatrixSection({ summary, look, onLook }: MatrixParts) {
  const { say } = useText();
  const printing = usePrinting();
  const model = useMemo(() => arrange(summary.matrix), [summary.matrix]);
  const options = [
    { value: "picture" as const, label: say("page.table.picture") },
    { value: "table" as const, label: say("page.table.show") },
  ];
  return (
    <Section
      title={say("summary.matrix.title")}
      note={say("summary.matrix.note")}
      tools={<Toggle label={say("summary.matrix.view")} value={look} options={options} onChange={onLook} />}
    >
      {model.areas.length === 0 ? (
        <Empty>{say("summary.matrix.empty")}</Empty>
      ) : look === "table" || printing ? (
        <MatrixTable summary={summary} />
      ) : (
        <MatrixGrid model={model} name={say("summary.matrix.title")} />
      )}
    </Section>
  );
}

function MatrixTable({ summary }: { summary: Summary }) {
  const { say } = useText();
  const { areas, indicators, cells } = summary.matrix;
  const rows = useMemo(
    () => [...cells].sort((a, b) => severity(a.status) - severity(b.status) || a.area - b.area),
    [cells],
  );
  const columns: Column<MatrixCell>[] = [
    { id: "area", head: say("summary.matrix.corner"), heading: true, text: (cell) => areas[cell.area]?.name ?? "" },
    {
      id: "indicator",
      head: say("summary.matrix.indicator"),
      wide: true,
      text: (cell) => indicators[cell.indicator]?.name ?? "",
    },
    {
      id: "status",
      head: say("summary.matrix.status"),
      text: (cell) => `${say(`code.status.${cell.status}`)}${cell.provisional ? ` ${say("page.provisional")}` : ""}`,
      cell: (cell) => <Light status={cell.status} provisional={cell.provisional} />,
    },
    {
      id: "deviation",
      head: say("summary.matrix.deviationHead"),
      numeric: true,
      text: (cell) => cell.deviation ?? say("page.none"),
    },
    {
      id: "targets",
      head: say("summary.matrix.targetsHead"),
      text: (cell) => cell.targets.join(" "),
      cell: (cell) =>
        cell.targets.map((target) => (
          <Link key={target} to="/targets/$target" params={{ target }} className="link target-code">
            {target}
          </Link>
        )),
    },
  ];
  return (
    <DataTable
      name={say("summary.matrix.title")}
      columns={columns}
      rows={rows}
      rowKey={(cell) => `${cell.area} ${cell.indicator}`}
      notes={[summary.on]}
    />
  );
}
