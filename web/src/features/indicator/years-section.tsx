import { useMemo } from "react";
import type { Indicator, Observation } from "../../api.ts";
import { qualified, unitName } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Section } from "../../ui/page.tsx";
import { spread, type YearCell, type YearTable } from "./years.ts";
import "./indicator.css";

type Row = YearTable["rows"][number];

/** Periods × areas with their calibers; every figure opens its source. */
export function YearsSection({ indicator, figures }: { indicator: Indicator; figures: readonly Observation[] }) {
  const { say, language } = useText();
  const table = useMemo(() => spread(figures), [figures]);
  const columns: Column<Row>[] = [
    {
      id: "period",
      head: say("indicator.period"),
      heading: true,
      text: (row) => periodShort(row.period, language),
    },
    ...table.columns.map((column) => ({
      id: column.key,
      head: `${column.area.name} · ${column.caliber.name}`,
      numeric: true,
      text: (row: Row) => cellText(row.cells.get(column.key), say),
      cell: (row: Row) => <Cell cell={row.cells.get(column.key)} named={table.role === undefined} />,
    })),
  ];
  const unit =
    indicator.unit === ""
      ? ""
      : say("page.bracket", { text: say("page.unit", { unit: unitName(indicator.unit, language) }) });
  return (
    <Section
      title={`${say("indicator.tableTitle")}${unit}`}
      note={`${say("indicator.tableNote")}${rolesNote(table, say)}`}
    >
      <DataTable
        name={`${indicator.name} ${say("indicator.tableTitle")}`}
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.period}
        narrow="scroll"
        empty={say("indicator.noFigures")}
      />
    </Section>
  );
}

/** Says once what all figures are, or how those that count are told from the others. */
function rolesNote({ role }: YearTable, say: Say): string {
  return role === undefined
    ? say("indicator.tableRoles")
    : say("indicator.tableRole", { role: say(`code.role.${role}`) });
}

/** The figures that count, and under them in small what was reported or verified otherwise. */
function Cell({ cell, named }: { cell: YearCell | undefined; named: boolean }) {
  const { say } = useText();
  if (cell === undefined) return <span className="quiet">{say("page.none")}</span>;
  return (
    <span className="stacked">
      {cell.counting.map((figure) => (
        <span key={figure.id} className="nowrap">
          <Figure of={figure} bare />
          {named && (figure.role === "adopted" ? <span className="year-role" /> : <RoleWord of={figure} />)}
        </span>
      ))}
      {cell.others.map((figure) => (
        <span key={figure.id} className="year-other nowrap">
          <Figure of={figure} bare />
          <RoleWord of={figure} />
        </span>
      ))}
    </span>
  );
}

function RoleWord({ of }: { of: Observation }) {
  const { say } = useText();
  return <span className="year-role">{say(`code.role.${of.role}`)}</span>;
}

function cellText(cell: YearCell | undefined, say: Say): string {
  if (cell === undefined) return say("page.none");
  const others = cell.others.map((figure) => `${say(`code.role.${figure.role}`)} ${textOf(figure)}`);
  return [...cell.counting.map(textOf), ...others].join(" / ");
}

const textOf = (figure: Observation): string =>
  figure.value === null
    ? (figure.text ?? "")
    : figure.qualifier === "="
      ? figure.value
      : qualified(figure.value, figure.qualifier);
