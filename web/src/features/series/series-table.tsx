import type { Series } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Original } from "../../ui/original.tsx";

type Row = Series["points"][number];

const sourceOf = ({ observation: { source } }: Row): string => source.title ?? source.document.name;

/** The chart's figures as a table: published growth and the growth we compute stand apart. */
export function SeriesTable({ series }: { series: Series }) {
  const { say, language } = useText();
  const rows: Row[] = series.points;
  const columns: Column<Row>[] = [
    {
      id: "period",
      head: say("source.period"),
      heading: true,
      text: (row) => periodShort(row.observation.period, language),
    },
    {
      id: "value",
      head: series.indicator.name,
      numeric: true,
      text: (row) => row.observation.value ?? say("page.none"),
      cell: (row) => <Figure of={row.observation} bare />,
    },
    { id: "role", head: say("source.role"), text: (row) => say(`code.role.${row.observation.role}`) },
    { id: "qualifier", head: say("indicator.qualifier"), text: (row) => row.observation.qualifier, minor: true },
    {
      id: "growth",
      head: say("indicator.growth"),
      numeric: true,
      text: (row) => row.observation.reportedGrowth ?? say("page.none"),
    },
    {
      id: "nominal",
      head: say("indicator.nominal"),
      numeric: true,
      text: (row) => row.nominalGrowth ?? say("page.none"),
    },
    { id: "caliber", head: say("source.caliber"), text: (row) => row.observation.caliber.name },
    { id: "stage", head: say("source.stage"), text: (row) => say(`code.stage.${row.observation.stage}`), minor: true },
    {
      id: "source",
      head: say("page.source"),
      wide: true,
      text: (row) => sourceOf(row),
      cell: (row) => <Original>{sourceOf(row)}</Original>,
    },
    {
      id: "published",
      head: say("source.published"),
      text: (row) => dayName(row.observation.source.publishedOn, language),
      minor: true,
    },
  ];
  return (
    <DataTable
      name={`${series.area.name} ${series.indicator.name}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.observation.id}
    />
  );
}
