import type { Caliber, Observation } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";

interface Row {
  readonly caliber: Caliber;
  readonly areas: string;
  readonly figures: readonly Observation[];
}

const parts = ["scope", "population", "denominator", "level", "price", "classification"] as const;

/** 口径对照: how the figures of one indicator were counted, part by part. */
export function CalibersSection({
  figures,
  calibers,
}: {
  figures: readonly Observation[];
  calibers: readonly Caliber[];
}) {
  const { say, language } = useText();
  const rows: Row[] = calibers.flatMap((caliber) => {
    const own = figures.filter((figure) => figure.caliber.code === caliber.code);
    if (own.length === 0) return [];
    return [
      { caliber, figures: own, areas: [...new Set(own.map((figure) => figure.area.name))].join(say("page.list")) },
    ];
  });
  const used = parts.filter((part) => rows.some((row) => row.caliber[part] !== null));
  const columns: Column<Row>[] = [
    { id: "caliber", head: say("indicator.caliber"), heading: true, text: (row) => row.caliber.name },
    ...used.map((part) => ({
      id: part,
      head: say(`source.${part}`),
      text: (row: Row) => row.caliber[part] ?? say("page.none"),
    })),
    { id: "areas", head: say("indicator.areas"), text: (row) => row.areas },
    { id: "figures", head: say("indicator.figures"), numeric: true, text: (row) => String(row.figures.length) },
    {
      id: "range",
      head: say("indicator.range"),
      text: (row) => {
        const periods = row.figures.map((figure) => figure.period).sort();
        return [...new Set([periods[0], periods.at(-1)])]
          .map((period) => periodShort(period ?? null, language))
          .join(" – ");
      },
    },
  ];
  return (
    <Section title={say("indicator.calibersTitle")}>
      <DataTable
        name={say("indicator.calibersTitle")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.caliber.code}
      />
    </Section>
  );
}
