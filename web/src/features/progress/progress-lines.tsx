import { Link } from "@tanstack/react-router";
import { roundTo } from "@yuanbiao/core/quantity";
import type { ReactNode } from "react";
import type { Progress } from "../../api.ts";
import { difference, differenceUnit, grouped, trimmed } from "../../text/number.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { owesWords } from "../../text/word.ts";
import { Cited } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { ProgressBullet } from "./progress-bullet.tsx";
import "./progress.css";

interface LinesParts {
  readonly rows: readonly Progress[];
  /** A small trend beside each, from whoever knows series. */
  readonly trend?: (row: Progress) => ReactNode;
  /** Where the area is said by the page, it is not said by each row. */
  readonly showArea?: boolean;
}

/** Targets one under the other: name, bullet bar, reason, pace, small trend. */
export function ProgressLines({ rows, trend, showArea = false }: LinesParts) {
  return (
    <ul className="progress-lines">
      {rows.map((row) => (
        <li key={row.target.id} className={trend === undefined ? "progress-line" : "progress-line progress-line-trend"}>
          <ProgressName row={row} showArea={showArea} />
          <ProgressBullet row={row} />
          <ProgressNotes row={row} />
          {trend !== undefined && <div className="progress-trend">{trend(row)}</div>}
        </li>
      ))}
    </ul>
  );
}

function ProgressName({ row: { target }, showArea }: { row: Progress; showArea: boolean }) {
  const { say, language } = useText();
  const { citation } = target;
  return (
    <div className="progress-name">
      <Link to="/targets/$target" params={{ target: target.id }} className="progress-link">
        {target.name}
      </Link>
      <p className="quiet">
        {showArea && `${target.area.name} · `}
        {`${periodName(target.due, language)} · `}
        <Cited citation={citation} />
      </p>
      <p className="tags">
        {target.kind === "commitment" && <Tag>{say("code.kind.commitment")}</Tag>}
        {target.nature !== "unstated" && <Tag>{say(`code.nature.${target.nature}`)}</Tag>}
        {target.aspirational && <Tag>{say("target.aspirational")}</Tag>}
        {citation.kind !== "policy" && target.kind !== "commitment" && <Tag>{say("page.pressGrade")}</Tag>}
      </p>
    </div>
  );
}

/** Why it stands as it stands, how fast it must go, and who owes the figure. */
function ProgressNotes({ row }: { row: Progress }) {
  const { say, language } = useText();
  const unit = row.target.indicator.unit;
  const notes = [
    row.bridge?.reason ?? (row.reason === null || row.actual === null ? "" : say(`code.reason.${row.reason}`)),
    row.difference === null
      ? ""
      : `${say(row.expected === null ? "target.difference" : "target.ahead")} ${difference(row.difference, unit, language)}${row.deviation === null ? "" : ` · ${say("target.deviation")} ${difference(row.deviation, "%", language)}`}`,
    paceWords(row, say, language),
    row.owes === null
      ? ""
      : `${say("target.owes")}${say("page.colon")}${say("target.owesText", { who: owesWords(row.owes, say), basis: say(`code.owesBasis.${row.owes.basis}`) })}`,
  ];
  return (
    <ul className="progress-notes">
      {notes
        .filter((note) => note !== "")
        .map((note) => (
          <li key={note}>{note}</li>
        ))}
    </ul>
  );
}

/** 所需速度 in words, or nothing where it is not defined. */
export function paceWords(row: Progress, say: Say, language: Language): string {
  if (row.pace === null) return "";
  const { perPeriod, periodsLeft, ratio } = row.pace;
  const text = say("target.paceText", {
    perPeriod: `${grouped(trimmed(perPeriod))} ${differenceUnit(row.target.indicator.unit, language)}`,
    periods: trimmed(periodsLeft),
  });
  const compared =
    ratio === null ? "" : say("page.bracket", { text: say("target.paceRatio", { ratio: roundTo(ratio, 2) }) });
  return `${say("target.pace")}${say("page.colon")}${text}${compared}`;
}
