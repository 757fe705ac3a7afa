import { type Say, useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { AreaLink } from "./area-link.tsx";
import { byPool, dotAt, lastPlace, type PoolResults } from "./ranking.ts";
import type { Result } from "./request.ts";

interface RankingParts {
  readonly evaluation: string;
  readonly items: readonly Result[];
}

/** 排名 by pool: dots on a line with last year's place, total, change, grade; each area leads to its statement. */
export function RankingSections({ evaluation, items }: RankingParts) {
  const { say } = useText();
  const pools = byPool(items);
  if (pools.length === 0) {
    return (
      <Section title={say("evaluation.ranking.title")}>
        <Empty>{say("evaluation.ranking.empty")}</Empty>
      </Section>
    );
  }
  return pools.map((pool) => (
    <PoolRanking key={pool.pool.code} evaluation={evaluation} pool={pool} isOnly={pools.length === 1} />
  ));
}

interface PoolParts {
  readonly evaluation: string;
  readonly pool: PoolResults;
  readonly isOnly: boolean;
}

function PoolRanking({ evaluation, pool: { pool, rows }, isOnly }: PoolParts) {
  const { say } = useText();
  const mark = rows.find(({ fullMark }) => fullMark !== null)?.fullMark ?? null;
  const title = isOnly ? say("evaluation.ranking.title") : say("evaluation.ranking.titleOf", { pool: pool.name });
  const note = mark === null ? say("evaluation.ranking.noteNoMark") : say("evaluation.ranking.note", { mark });
  return (
    <Section title={title} note={note}>
      <DataTable
        name={title}
        columns={useColumns(evaluation, rows)}
        rows={rows}
        rowKey={({ area }) => area.code}
        notes={[note]}
      />
    </Section>
  );
}

function useColumns(evaluation: string, rows: readonly Result[]): Column<Result>[] {
  const { say } = useText();
  const last = lastPlace(rows);
  const hasAdjustment = rows.some(({ adjustment }) => adjustment !== null && Number(adjustment) !== 0);
  const hasNotes = rows.some((row) => noteWords(row, say) !== "");
  const columns: (Column<Result> | false)[] = [
    { id: "rank", head: say("evaluation.ranking.rank"), text: (row) => placeWords(row, say) },
    {
      ...{ id: "area", head: say("evaluation.ranking.area"), heading: true, text: ({ area }) => area.name },
      cell: ({ area }) => <AreaLink evaluation={evaluation} area={area} />,
    },
    {
      ...{ id: "picture", head: say("evaluation.ranking.picture"), wide: true, text: (row) => changeWords(row, say) },
      cell: (row) => <PlaceDots row={row} last={last} words={changeWords(row, say)} />,
    },
    { id: "grade", head: say("evaluation.ranking.grade"), text: ({ grade }) => grade?.name ?? say("page.none") },
    {
      id: "total",
      head: say("evaluation.ranking.total"),
      numeric: true,
      text: ({ total }) => total ?? say("page.none"),
    },
    hasAdjustment && {
      ...{ id: "adjustment", head: say("evaluation.ranking.adjustment"), numeric: true },
      text: ({ adjustment }) => adjustment ?? say("page.none"),
    },
    hasNotes && {
      id: "notes",
      head: say("evaluation.ranking.notes"),
      text: (row) => noteWords(row, say) || say("page.none"),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** 第2, 并列第2, 不排名. */
export function placeWords({ rank, tied, hidden }: Result, say: Say): string {
  if (hidden.includes("rank")) return say("evaluation.ranking.hiddenRank");
  if (rank === null) return say("evaluation.ranking.unranked");
  return say(tied ? "evaluation.ranking.tied" : "evaluation.ranking.place", { place: rank });
}

function changeWords({ places, rank }: Result, say: Say): string {
  if (rank === null) return "";
  if (places === null) return say("evaluation.ranking.noLast");
  if (places === 0) return say("evaluation.ranking.same");
  return places > 0
    ? say("evaluation.ranking.up", { count: places })
    : say("evaluation.ranking.down", { count: -places });
}

export function noteWords({ notes, locked, eligible }: Result, say: Say): string {
  const said = [
    ...notes,
    ...(locked ? [say("evaluation.ranking.locked")] : []),
    ...(eligible === false ? [say("evaluation.ranking.ineligible")] : []),
  ];
  return said.join(say("page.semicolon"));
}

function PlaceDots({ row, last, words }: { row: Result; last: number; words: string }) {
  const { rank, lastRank } = row;
  if (rank === null) return <>{words}</>;
  const now = `${dotAt(rank, last)}%`;
  const before = lastRank === null ? null : `${dotAt(lastRank, last)}%`;
  return (
    <span className="place-dots">
      <svg className="place-svg" height="16" aria-hidden="true">
        <line className="place-line" x1="0" x2="100%" y1="8" y2="8" />
        {before !== null && (
          <>
            <line className="place-move" x1={before} x2={now} y1="8" y2="8" />
            <circle className="place-before" cx={before} cy="8" r="6.5" />
          </>
        )}
        <circle className="place-now" cx={now} cy="8" r="4" />
      </svg>
      <span className="quiet place-change">{words}</span>
    </span>
  );
}
