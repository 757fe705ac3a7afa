import { Link } from "@tanstack/react-router";
import { roles } from "@yuanbiao/core/observation";
import type { Observation } from "../../api.ts";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";

/** The figures of an area, newest period first within an indicator, and what was adopted before what was reported. */
export function ObservationTable({ rows, name, empty }: { rows: readonly Observation[]; name: string; empty: string }) {
  const { say, language } = useText();
  const columns: Column<Observation>[] = [
    {
      id: "indicator",
      head: say("source.indicator"),
      heading: true,
      wide: true,
      text: (row) => row.indicator.name,
      cell: (row) => (
        <Link to="/indicators/$indicator" params={{ indicator: row.indicator.code }} className="link">
          {row.indicator.name}
        </Link>
      ),
    },
    { id: "period", head: say("source.period"), text: (row) => periodShort(row.period, language) },
    {
      id: "value",
      head: say("indicator.value"),
      numeric: true,
      text: (row) => row.value ?? row.text ?? say("page.none"),
      cell: (row) => <Figure of={row} bare />,
    },
    { id: "unit", head: say("indicator.unit"), text: (row) => unitName(row.unit, language) },
    { id: "role", head: say("source.role"), text: (row) => say(`code.role.${row.role}`) },
    { id: "stage", head: say("source.stage"), minor: true, text: (row) => say(`code.stage.${row.stage}`) },
    { id: "qualifier", head: say("indicator.qualifier"), minor: true, text: (row) => row.qualifier },
    {
      id: "growth",
      head: say("indicator.growth"),
      numeric: true,
      text: (row) => row.reportedGrowth ?? say("page.none"),
    },
    { id: "caliber", head: say("source.caliber"), text: (row) => row.caliber.name },
    { id: "grade", head: say("source.grade"), minor: true, text: (row) => say(`code.grade.${row.source.grade}`) },
    {
      id: "published",
      head: say("source.published"),
      minor: true,
      text: (row) => dayName(row.source.publishedOn, language),
    },
  ];
  const sorted = [...rows].sort(
    (a, b) =>
      a.indicator.name.localeCompare(b.indicator.name, "zh-CN") ||
      b.period.localeCompare(a.period) ||
      roles.indexOf(a.role) - roles.indexOf(b.role),
  );
  return <DataTable name={name} columns={columns} rows={sorted} rowKey={(row) => row.id} first={20} empty={empty} />;
}
