import { Link } from "@tanstack/react-router";
import { type Actor, isOfPark } from "@yuanbiao/core/access";
import { isLate } from "@yuanbiao/core/report";
import { useState } from "react";
import type { ReportSummary } from "../../api.ts";
import { type Language, type Say, useText } from "../../text/text.ts";
import { dayName, periodName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { Due, dueWords } from "./due.tsx";
import { isMine, ownTurns, turnWords } from "./mine.ts";
import { useReport } from "./query.ts";
import { groupByRound } from "./round-choice.tsx";
import { RoundWorkbook } from "./round-workbook.tsx";
import { Track } from "./track.tsx";
import "./my-reports.css";

const byLatest = (a: ReportSummary, b: ReportSummary): number => b.daysLeft - a.daysLeft;
const byDue = (a: ReportSummary, b: ReportSummary): number => a.daysLeft - b.daysLeft;

/** 我的填报: what waits for the reader, what is with others, what is done. */
export function MyReports({ reports, actor }: { reports: readonly ReportSummary[]; actor: Actor }) {
  const { say, language } = useText();
  const isPark = ownTurns(actor).length > 0;
  const mine = reports.filter((report) => isMine(actor, report)).sort(byDue);
  const done = reports.filter(({ turn }) => turn === "nobody");
  const others = reports.filter((report) => !mine.includes(report) && !done.includes(report)).sort(byDue);
  return (
    <Page
      name={say(isPark ? "report.mineName" : "report.listName")}
      sentence={isPark ? parkSentence(actor, { mine, others }, say, language) : readerSentence(reports, say)}
      lead={<ReturnedLead mine={mine} />}
    >
      {reports.length === 0 ? (
        <Empty>{say("report.empty")}</Empty>
      ) : (
        <>
          {mine.length > 0 && <ReportRows title={say("report.todo")} rows={mine} actor={actor} />}
          <Workbooks mine={mine} />
          {others.length > 0 && <ReportRows title={say("report.underWay")} rows={others} actor={actor} />}
          {done.length > 0 && (
            <ReportRows title={say("report.finished")} rows={done.sort(byLatest)} actor={actor} first={4} />
          )}
        </>
      )}
    </Page>
  );
}

interface Piles {
  readonly mine: readonly ReportSummary[];
  readonly others: readonly ReportSummary[];
}

function parkSentence(actor: Actor, { mine, others }: Piles, say: Say, language: Language): string {
  const [first] = mine;
  if (first === undefined) {
    return others.length === 0
      ? say("report.sentence.none")
      : say("report.sentence.noneOthers", { count: others.length });
  }
  const turns = ownTurns(actor);
  const kind = turns.length > 1 ? "both" : turns.includes("clerk") ? "fill" : "approve";
  const due = dueWords(first, say, language);
  return say(`report.sentence.${kind}`, { count: mine.length, name: first.round.name, due });
}

function readerSentence(reports: readonly ReportSummary[], say: Say): string {
  if (reports.length === 0) return say("report.sentence.none");
  const count = (...turns: ReportSummary["turn"][]) => reports.filter(({ turn }) => turns.includes(turn)).length;
  return say("report.sentence.read", {
    total: reports.length,
    filling: count("clerk"),
    reviewing: count("approver", "office"),
    taken: count("verifier", "adoption", "nobody"),
    late: reports.filter(isLate).length,
  });
}

/** Where one fills the same round for several areas, one workbook holds them all. */
function Workbooks({ mine }: { mine: readonly ReportSummary[] }) {
  const filling = mine.filter(({ turn }) => turn === "clerk");
  const rounds = groupByRound(filling).filter(({ reports }) => reports.length > 1);
  return (
    <>
      {rounds.map(({ code, name, reports }) => (
        <RoundWorkbook key={code} round={{ code, name }} areas={reports.length} />
      ))}
    </>
  );
}

function ReturnedLead({ mine }: { mine: readonly ReportSummary[] }) {
  const { say } = useText();
  const returned = mine.filter(({ state }) => state === "returned");
  if (returned.length === 0) return null;
  const lines = returned.reduce((sum, report) => sum + report.returned, 0);
  return <p className="owed-lead">{say("report.sentence.returned", { count: returned.length, lines })}</p>;
}

interface RowsParts {
  readonly title: string;
  readonly rows: readonly ReportSummary[];
  readonly actor: Actor;
  /** How many are shown before one asks for all. */
  readonly first?: number;
}

function ReportRows({ title, rows, actor, first = rows.length }: RowsParts) {
  const { say } = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? rows : rows.slice(0, first);
  return (
    <Section title={title}>
      <ul className="report-rows">
        {shown.map((report) => (
          <ReportRow key={report.id} report={report} actor={actor} />
        ))}
      </ul>
      {rows.length > first && (
        <button type="button" className="button-quiet" onClick={() => setOpen(!isOpen)}>
          {isOpen ? say("page.table.fewer") : say("page.table.all", { count: rows.length })}
        </button>
      )}
    </Section>
  );
}

function ReportRow({ report, actor }: { report: ReportSummary; actor: Actor }) {
  const { say, language } = useText();
  const own = isMine(actor, report);
  const { id, round, area, state, turn, filled, lines } = report;
  const word = !own ? "view" : turn === "approver" ? "approve" : state === "returned" ? "mend" : "fill";
  return (
    <li className="report-row">
      <div className="report-row-name">
        <h3>
          <Link to="/reports/$report" params={{ report: id }} className="link">
            {round.name}
          </Link>
        </h3>
        <p className="quiet">{`${area.name} · ${periodName(report.period, language)}`}</p>
        <ReportTags report={report} />
      </div>
      <div className="report-row-standing">
        <Track report={report} />
        <p className="report-row-count">
          {filled === null ? (
            say("report.unsent")
          ) : (
            <>
              <span className="meter" aria-hidden="true">
                <span className="meter-fill" style={{ width: `${lines === 0 ? 0 : (100 * filled) / lines}%` }} />
              </span>
              {say("report.filled", { filled, lines })}
            </>
          )}
          {!own && <span className="quiet">{turnWords(report, isOfPark(actor, area.code), say)}</span>}
        </p>
      </div>
      <div className="report-row-end">
        <Due report={report} />
        <Link to="/reports/$report" params={{ report: id }} className={own ? "button button-primary" : "button"}>
          {say(`report.go.${word}`)}
          <span className="visually-hidden">{`${round.name} ${area.name}`}</span>
        </Link>
      </div>
      {own && state === "returned" && <ReturnedLines id={id} />}
    </li>
  );
}

export function ReportTags({ report }: { report: ReportSummary }) {
  const { say, language } = useText();
  const { lateDays, supplement, request, cycle, reminder } = report;
  const late = lateDays ?? 0;
  if (late === 0 && !supplement && request === null && cycle < 2 && reminder === null) return null;
  return (
    <p className="tags">
      {late > 0 && <Tag kind="warn">{say("report.late", { count: late })}</Tag>}
      {reminder !== null && (
        <Tag kind="warn">
          {reminder.answerBy === null
            ? say("report.reminded")
            : say("report.remindedUntil", { day: dayName(reminder.answerBy, language) })}
        </Tag>
      )}
      {supplement && <Tag>{say("report.supplement")}</Tag>}
      {request !== null && <Tag kind="accent">{say(`report.pending.${request.kind}`)}</Tag>}
      {cycle > 1 && <Tag>{say("report.cycle", { count: cycle })}</Tag>}
    </p>
  );
}

/** What came back, with the reasons, before one opens the form. */
function ReturnedLines({ id }: { id: string }) {
  const { data } = useReport(id);
  const { say } = useText();
  const returned = data?.lineItems.filter(({ review }) => review === "returned") ?? [];
  const whole = data?.thread.filter(({ action }) => action === "return").at(-1)?.comment;
  if (returned.length === 0)
    return whole ? (
      <p className="report-row-returned">
        <Original>{whole}</Original>
      </p>
    ) : null;
  return (
    <ul className="report-row-returned">
      {returned.map(({ indicator, returnReason }) => (
        <li key={indicator.code}>
          <strong>{indicator.name}</strong>
          {say("page.colon")}
          {returnReason !== null && <Original>{returnReason}</Original>}
        </li>
      ))}
    </ul>
  );
}
