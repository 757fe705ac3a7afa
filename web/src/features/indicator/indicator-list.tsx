import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Indicator } from "../../api.ts";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";

/** All indicators: those with targets first. */
export function IndicatorList({ indicators }: { indicators: readonly Indicator[] }) {
  const { say, language } = useText();
  const [wanted, setWanted] = useState("");
  const rows = indicators.filter((indicator) => indicator.name.includes(wanted)).sort((a, b) => b.targets - a.targets);
  const columns: Column<Indicator>[] = [
    {
      id: "name",
      head: say("indicator.name"),
      heading: true,
      wide: true,
      text: (row) => row.name,
      cell: (row) => (
        <Link to="/indicators/$indicator" params={{ indicator: row.code }} className="link">
          {row.name}
        </Link>
      ),
    },
    { id: "unit", head: say("indicator.unit"), text: (row) => unitName(row.unit, language) || say("page.none") },
    { id: "measure", head: say("indicator.measure"), text: (row) => say(`code.measure.${row.measure}`) },
    { id: "targets", head: say("indicator.targets"), numeric: true, text: (row) => String(row.targets) },
    {
      id: "department",
      head: say("indicator.department"),
      minor: true,
      text: (row) => row.department?.name ?? say("page.none"),
    },
  ];
  const counts = {
    total: indicators.length,
    targets: indicators.filter((row) => row.targets > 0).length,
  };
  return (
    <Page
      name={say("indicator.name")}
      sentence={indicators.length === 0 ? say("indicator.listNone") : say("indicator.listSentence", counts)}
    >
      <Section
        title={say("indicator.listTitle")}
        tools={<SearchField label={say("page.choose.search")} value={wanted} onChange={setWanted} />}
      >
        <DataTable
          name={say("indicator.listTitle")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.code}
          first={60}
        />
      </Section>
    </Page>
  );
}
