import "./indicator.css";
import type { Indicator, Observation } from "../../api.ts";
import { type Say, useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { type Ranking, type RankRow, rank } from "./ranking.ts";

/** 排名: dots on a line, a ring where the area stood a year before; arrows are neutral, red and green are for lights. */
export function RankingSection({ indicator, figures }: { indicator: Indicator; figures: readonly Observation[] }) {
  const { say, language } = useText();
  const ranking = rank(figures, indicator.direction);
  if (ranking === undefined) {
    return (
      <Section title={say("indicator.rankingTitle")}>
        <Empty>{say("indicator.rankingEmpty")}</Empty>
      </Section>
    );
  }
  const note = say(ranking.comparable ? "indicator.rankingNote" : "indicator.rankingNoteAlone", {
    caliber: ranking.caliber.name,
    period: periodName(ranking.period, language),
    total: ranking.rows.length,
  });
  return (
    <Section title={say("indicator.rankingTitle")} note={note}>
      <RankTable ranking={ranking} name={`${indicator.name} ${say("indicator.rankingTitle")}`} note={note} />
    </Section>
  );
}

function RankTable({ ranking, name, note }: { ranking: Ranking; name: string; note: string }) {
  const { say } = useText();
  const most = Math.max(...ranking.rows.map((row) => Math.max(row.place, row.before ?? 0)));
  const total = ranking.rows.length;
  const columns: Column<RankRow>[] = [
    {
      id: "place",
      head: say("indicator.rank"),
      text: (row) => say(row.tied ? "indicator.tied" : "indicator.place", { place: row.place, total }),
    },
    { id: "area", head: say("indicator.area"), heading: true, text: (row) => row.figure.area.name },
    {
      id: "dots",
      head: "",
      wide: true,
      text: (row) => changeWords(row, say),
      cell: (row) => <RankDots row={row} most={most} />,
    },
    {
      id: "value",
      head: say("indicator.value"),
      numeric: true,
      text: (row) => row.figure.value ?? "",
      cell: (row) => <Figure of={row.figure} />,
    },
    ...(ranking.comparable ? [beforeColumn(say)] : []),
  ];
  return <DataTable name={name} columns={columns} rows={ranking.rows} rowKey={(row) => row.figure.id} notes={[note]} />;
}

const beforeColumn = (say: Say): Column<RankRow> => ({
  id: "before",
  head: "",
  text: (row) => (row.before === null ? "" : say("indicator.lastYear", { place: row.before })),
});

function changeWords(row: RankRow, say: Say): string {
  if (row.before === null) return "";
  const change = row.before - row.place;
  if (change === 0) return say("indicator.same");
  return change > 0 ? say("indicator.up", { count: change }) : say("indicator.down", { count: -change });
}

function RankDots({ row, most }: { row: RankRow; most: number }) {
  const { say } = useText();
  const at = (place: number) => `${most <= 1 ? 50 : 4 + ((most - place) / (most - 1)) * 92}%`;
  return (
    <span className="rank-dots">
      <svg className="rank-svg" height="16" aria-hidden="true">
        <line className="rank-line" x1="0" x2="100%" y1="8" y2="8" />
        {row.before !== null && (
          <>
            <line className="rank-move" x1={at(row.before)} x2={at(row.place)} y1="8" y2="8" />
            <circle className="rank-before" cx={at(row.before)} cy="8" r="4" />
          </>
        )}
        <circle className="rank-now" cx={at(row.place)} cy="8" r="5" />
      </svg>
      <span className="quiet nowrap">{changeWords(row, say)}</span>
    </span>
  );
}
