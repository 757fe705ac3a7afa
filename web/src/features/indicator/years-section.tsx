import { useMemo } from "react";
import type { Indicator, Observation } from "../../api.ts";
import { qualified, unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Section } from "../../ui/page.tsx";
import { spread, type YearTable } from "./years.ts";

/** Periods × areas with their calibers; every figure opens its source. */
export function YearsSection({ indicator, figures }: { indicator: Indicator; figures: readonly Observation[] }) {
  const { say, language } = useText();
  const table = useMemo(() => spread(figures), [figures]);
  const columns: Column<YearTable["rows"][number]>[] = [
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
      text: (row: YearTable["rows"][number]) =>
        (row.cells.get(column.key) ?? []).map((figure) => textOf(figure)).join(" / ") || say("page.none"),
      cell: (row: YearTable["rows"][number]) => {
        const cells = row.cells.get(column.key) ?? [];
        if (cells.length === 0) return <span className="quiet">{say("page.none")}</span>;
        return (
          <span className="stacked">
            {cells.map((figure) => (
              <Figure key={figure.id} of={figure} bare />
            ))}
          </span>
        );
      },
    })),
  ];
  const unit =
    indicator.unit === ""
      ? ""
      : say("page.bracket", { text: say("page.unit", { unit: unitName(indicator.unit, language) }) });
  return (
    <Section title={`${say("indicator.tableTitle")}${unit}`} note={say("indicator.tableNote")}>
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

const textOf = (figure: Observation): string =>
  figure.value === null
    ? (figure.text ?? "")
    : figure.qualifier === "="
      ? figure.value
      : qualified(figure.value, figure.qualifier);
