import { useMemo, useState } from "react";
import { type SortBy, sortRows } from "../../charts/heat.ts";
import { HeatGrid } from "../../charts/heat-grid.tsx";
import { useText } from "../../text/text.ts";
import { Downloads } from "../../ui/downloads.tsx";
import { Section } from "../../ui/page.tsx";
import { AreaLink } from "./area-link.tsx";
import { scoredCriteria } from "./ranking.ts";
import { placeWords } from "./ranking-section.tsx";
import type { Result, Results } from "./request.ts";

const total = "";

const figureOf = ({ points, total: sum }: Result, column: string): string | null =>
  column === total ? sum : (points?.[column] ?? null);

interface PointsParts {
  readonly evaluation: string;
  readonly results: Pick<Results, "criteria" | "items">;
}

/** 各指标得分: areas × criteria, sorted by any column; rows out of sight are not drawn. */
export function PointsSection({ evaluation, results }: PointsParts) {
  const { say } = useText();
  const [sort, setSort] = useState<SortBy>(null);
  const criteria = useMemo(() => scoredCriteria(results), [results]);
  const seen = useMemo(() => results.items.filter(({ points }) => points !== null), [results]);
  const sorted = useMemo(() => sortRows(seen, sort, figureOf), [seen, sort]);
  if (criteria.length === 0) return null;
  const none = say("page.none");
  const columns = [
    { key: total, head: say("evaluation.ranking.total") },
    ...criteria.map(({ code, name }) => ({ key: code, head: name })),
  ];
  const name = say("evaluation.ranking.pointsTitle");
  const sheet = () => ({
    name,
    head: [say("evaluation.ranking.rank"), say("evaluation.ranking.area"), ...columns.map(({ head }) => head)],
    rows: sorted.map((row) => [
      placeWords(row, say),
      row.area.name,
      ...columns.map(({ key }) => figureOf(row, key) ?? none),
    ]),
    notes: [],
  });
  return (
    <Section title={name} note={say("evaluation.ranking.pointsNote")}>
      <HeatGrid
        name={name}
        corner={say("evaluation.ranking.area")}
        columns={columns}
        sort={sort}
        onSort={setSort}
        rows={sorted.map((row) => ({
          key: row.area.code,
          head: <AreaLink evaluation={evaluation} area={row.area} />,
          cells: Object.fromEntries(columns.map(({ key }) => [key, { text: figureOf(row, key) ?? none, step: null }])),
        }))}
      />
      <div className="table-foot">
        <Downloads sheet={sheet} name={name} />
      </div>
    </Section>
  );
}
