import { useMemo, useState } from "react";
import { heatStep, type SortBy, sortRows } from "../../charts/heat.ts";
import { HeatGrid } from "../../charts/heat-grid.tsx";
import { asPercent } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Downloads } from "../../ui/downloads.tsx";
import { Section } from "../../ui/page.tsx";
import { AreaLink } from "./area-link.tsx";
import type { Analysis, Criterion } from "./request.ts";

type HeatRow = Analysis["heat"][number];
const shareOf = ({ shares }: HeatRow, column: string): string | null => shares[column] ?? null;

interface HeatParts {
  readonly evaluation: string;
  readonly analysis: Pick<Analysis, "heat" | "sensitivity">;
  readonly criteria: readonly Criterion[];
}

/** 得分率: areas × criteria in percent of the weight, best place first until a column is sorted. */
export function HeatSection({ evaluation, analysis: { heat, sensitivity }, criteria }: HeatParts) {
  const { say } = useText();
  const [sort, setSort] = useState<SortBy>(null);
  const ranked = useMemo(() => {
    const order = new Map(sensitivity.areas.map(({ area }, at) => [area.code, at]));
    const placeOf = ({ area }: HeatRow): number => order.get(area.code) ?? heat.length;
    return [...heat].sort((a, b) => placeOf(a) - placeOf(b));
  }, [heat, sensitivity]);
  const rows = useMemo(() => sortRows(ranked, sort, shareOf), [ranked, sort]);
  const columns = criteria
    .filter(({ code }) => heat.some((row) => shareOf(row, code) !== null))
    .map(({ code, name }) => ({ key: code, head: name }));
  const textOf = (share: string | null): string => (share === null ? say("page.none") : asPercent(share));
  const name = say("evaluation.analysis.heat");
  const note = say("evaluation.analysis.heatNote");
  const sheet = () => ({
    name,
    head: [say("evaluation.ranking.area"), ...columns.map(({ head }) => head)],
    rows: rows.map((row) => [row.area.name, ...columns.map(({ key }) => textOf(shareOf(row, key)))]),
    notes: [note],
  });
  return (
    <Section title={name} note={note}>
      <HeatGrid
        name={name}
        corner={say("evaluation.ranking.area")}
        columns={columns}
        sort={sort}
        onSort={setSort}
        rows={rows.map((row) => ({
          key: row.area.code,
          head: <AreaLink evaluation={evaluation} area={row.area} />,
          cells: Object.fromEntries(
            columns.map(({ key }) => [key, { text: textOf(shareOf(row, key)), step: heatStep(shareOf(row, key)) }]),
          ),
        }))}
      />
      <div className="table-foot">
        <Downloads sheet={sheet} name={name} />
      </div>
    </Section>
  );
}
