import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { Summary } from "../../api.ts";
import { targetFigure } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { statusWord } from "../../text/word.ts";
import { Figure } from "../../ui/figure.tsx";
import { Light, LightMark } from "../../ui/light.tsx";
import { useTitle } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { statesIn } from "./matrix.ts";
import { Headline } from "./verdict.tsx";
import { isLacking, type WallItem, type WallRow, wallRows } from "./wall-rows.ts";
import "./wall.css";

interface WallParts {
  readonly summary: Summary;
  /** The way back to the desk. */
  readonly back: ReactNode;
  /** What is said of overdue reports, for who may read them. */
  readonly reports?: ReactNode;
}

/** What one screen of a wall holds beside its sentence, counts and foot: the style sheet's lines are as high as that. */
const lines = 25;
/** English words are longer. */
const perLine = { "zh-CN": 3, en: 2 } as const;

/** 大屏: who stands worst, with what, and what is missing from whom; one screen, read from across the room. */
export function Wall({ summary, back, reports }: WallParts) {
  const { say, language } = useText();
  useTitle(say("summary.name"));
  const { rows, hidden } = useMemo(() => wallRows(summary, { lines, perLine: perLine[language] }), [summary, language]);
  return (
    <article className="wall">
      <header className="wall-head">
        <h1 className="wall-sentence">
          <Headline summary={summary} />
        </h1>
        <div className="wall-back">{back}</div>
      </header>
      <WallCounts summary={summary} reports={reports} />
      {rows.length === 0 ? (
        <Empty>{say("summary.matrix.empty")}</Empty>
      ) : (
        <ol className="wall-areas" aria-label={say("summary.wall.areas")}>
          {rows.map((row) => (
            <WallArea key={row.area.code} row={row} />
          ))}
        </ol>
      )}
      <p className="wall-note">
        {hidden > 0 && `${say("summary.wall.hidden", { count: hidden })} `}
        {say("summary.wall.note")}
      </p>
    </article>
  );
}

/** How many targets stand where, what cannot be judged as large as what is missed. */
function WallCounts({ summary, reports }: Pick<WallParts, "summary" | "reports">) {
  const { say } = useText();
  const { policy, press } = summary.counts;
  const overdue = summary.owing.reduce((sum, item) => sum + item.overdue, 0);
  const ofPress = press.filter(({ total }) => total > 0);
  return (
    <div className="wall-counts">
      <ul className="wall-states">
        {statesIn(policy).map((status) => {
          const count = policy.find((item) => item.status === status);
          return (
            <li key={status} className="wall-state">
              <Light status={status} />
              <strong className="wall-number">{count?.total ?? 0}</strong>
              {count !== undefined && count.provisional > 0 && (
                <span className="wall-small">{`${say("summary.counts.provisional")} ${count.provisional}`}</span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="wall-owed">
        <p>{say("summary.wall.owed", { total: summary.missingTotal, overdue })}</p>
        {reports}
        {ofPress.length > 0 && (
          <p className="wall-press">
            {say("summary.counts.press")}
            {ofPress.map(({ status, total }) => (
              <Tally key={status} status={status} total={total} />
            ))}
          </p>
        )}
      </div>
    </div>
  );
}

function Tally({ status, total }: WallRow["tally"][number]) {
  return (
    <span className="wall-tally">
      <Light status={status} /> {total}
    </span>
  );
}

function WallArea({ row: { area, tally, items, rest, lines } }: { row: WallRow }) {
  const { say } = useText();
  return (
    <li className={lines === 1 ? "wall-area wall-area-flat" : "wall-area"}>
      <div className="wall-place">
        <Link to="/areas/$area" params={{ area: area.code }} className="wall-name" title={area.name}>
          {area.name}
        </Link>
        <span className="wall-tallies">
          {tally.map((count) => (
            <Tally key={count.status} {...count} />
          ))}
        </span>
      </div>
      <ul className="wall-items">
        {items.map((item) => (
          <WallLine key={item.indicator.code} item={item} />
        ))}
        {rest > 0 && <li className="wall-item wall-rest">{say("summary.wall.more", { count: rest })}</li>}
        {items.length === 0 && rest === 0 && <li className="wall-item wall-rest">{say("summary.wall.fine")}</li>}
      </ul>
    </li>
  );
}

/** The mark, the indicator, and the figure that is too low or who owes the one that is missing. */
function WallLine({ item: { indicator, status, provisional, target, standing, missing } }: { item: WallItem }) {
  const { say } = useText();
  const word = statusWord(status, missing?.reason ?? null, say);
  const isOwed = isLacking(status);
  const goal = standing === undefined ? undefined : targetFigure(standing.target);
  return (
    <li className="wall-item">
      <LightMark status={status} provisional={provisional} />
      <span className={isOwed ? "wall-word" : "visually-hidden"}>{word}</span>
      {target === undefined ? (
        <span className="wall-indicator">{indicator.name}</span>
      ) : (
        <Link to="/targets/$target" params={{ target }} className="wall-indicator" title={indicator.name}>
          {indicator.name}
        </Link>
      )}
      {provisional && <span className="light-tag">{say("page.provisional")}</span>}
      {standing?.actual != null && (
        <span className="wall-figure">
          <Figure of={standing.actual} />
          {goal !== undefined && ` / ${goal}`}
        </span>
      )}
      {isOwed && <span className="wall-owes">{missing?.owes?.department.name ?? say("summary.owed.nobody")}</span>}
    </li>
  );
}
