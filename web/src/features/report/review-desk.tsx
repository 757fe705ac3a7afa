import { Link } from "@tanstack/react-router";
import { isLate, isOverdue } from "@yuanbiao/core/report";
import { type ReactNode, useState } from "react";
import type { ReportSummary } from "../../api.ts";
import { type Say, useText } from "../../text/text.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { workbookAddress } from "./request.ts";
import { ReviewMatrix } from "./review-matrix.tsx";
import { groupByRound, RoundChoice } from "./round-choice.tsx";
import "./review-desk.css";

const filters = ["office", "missing", "returned", "adoption", "late", "requests", "done"] as const;
type Filter = (typeof filters)[number];

/** Nothing has reached the office yet. */
const isMissing = ({ turn }: ReportSummary): boolean => turn === "clerk" || turn === "approver";

const fits: Readonly<Record<Filter, (report: ReportSummary) => boolean>> = {
  office: ({ turn }) => turn === "office",
  missing: isMissing,
  returned: ({ state }) => state === "returned",
  adoption: ({ turn }) => turn === "adoption",
  late: isLate,
  requests: ({ request }) => request !== null,
  done: ({ turn }) => turn === "nobody",
};

interface DeskParts {
  readonly reports: readonly ReportSummary[];
  /** Asks the parks of a round for what they have not sent. */
  readonly letters?: (owed: readonly ReportSummary[]) => ReactNode;
}

/** 审核台: who has sent what of a round, who is missing, and what waits for the office. */
export function ReviewDesk({ reports, letters }: DeskParts) {
  const { say } = useText();
  const rounds = groupByRound(reports);
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter | null>(null);
  const round = rounds.find(({ code }) => code === chosen) ?? rounds[0];
  const open = reports.filter(({ roundState }) => roundState === "open" || roundState === "closed");
  const count = (one: Filter, among: readonly ReportSummary[]) => among.filter(fits[one]).length;
  const shown = round?.reports.filter((report) => filter === null || fits[filter](report)) ?? [];
  return (
    <Page
      name={say("review.name")}
      sentence={deskSentence(round?.reports, open, say)}
      lead={<NextReport reports={open} />}
    >
      {round === undefined ? (
        <Empty>
          {say("review.empty")}{" "}
          <Link to="/rounds" className="link">
            {say("review.openRounds")}
          </Link>
        </Empty>
      ) : (
        <Section
          title={say("review.matrix")}
          note={say("review.matrixNote")}
          tools={
            <>
              <a className="button-quiet" href={workbookAddress(round.code)} download>
                {say("report.workbook.download")}
              </a>
              <RoundChoice rounds={rounds} value={round.code} onChange={setChosen} />
            </>
          }
        >
          <fieldset className="chips">
            <legend className="visually-hidden">{say("review.filter")}</legend>
            <Chip
              word={say("review.all")}
              count={round.reports.length}
              isOn={filter === null}
              onClick={() => setFilter(null)}
            />
            {filters
              .filter((one) => count(one, round.reports) > 0 || one === filter)
              .map((one) => (
                <Chip
                  key={one}
                  word={say(one === "requests" ? "review.requests" : `review.filters.${one}`)}
                  count={count(one, round.reports)}
                  isOn={filter === one}
                  onClick={() => setFilter(filter === one ? null : one)}
                />
              ))}
          </fieldset>
          {round.reports[0]?.roundState !== "archived" && letters?.(round.reports)}
          {shown.length === 0 ? <Empty>{say("review.nobody")}</Empty> : <ReviewMatrix reports={shown} />}
        </Section>
      )}
    </Page>
  );
}

const isWaiting = (report: ReportSummary): boolean =>
  fits.office(report) || fits.adoption(report) || fits.requests(report);

/** What waits for the office in the round that is shown, who is missing in it, and how much waits in others. */
function deskSentence(shown: readonly ReportSummary[] | undefined, open: readonly ReportSummary[], say: Say): string {
  if (shown === undefined) return say("review.sentence.none");
  const count = (one: Filter) => shown.filter(fits[one]).length;
  const over = shown.filter((report) => isMissing(report) && isOverdue(report)).length;
  const told = { count: count("office"), adoption: count("adoption"), requests: count("requests") };
  const kind = shown.some(isWaiting) ? "some" : "clear";
  const others = open.filter((report) => isWaiting(report) && !shown.includes(report)).length;
  const here = say(`review.sentence.${kind}`, { ...told, missing: count("missing"), over });
  return others === 0 ? here : here + say("review.sentence.others", { count: others });
}

/** The report that has waited longest for the office. */
function NextReport({ reports }: { reports: readonly ReportSummary[] }) {
  const { say } = useText();
  const next = reports
    .filter(({ turn }) => turn === "office" || turn === "adoption")
    .sort((a, b) => ((a.submittedAt ?? "") < (b.submittedAt ?? "") ? -1 : 1))[0];
  if (next === undefined) return null;
  return (
    <Link to="/reports/$report" params={{ report: next.id }} className="button button-primary">
      {`${say("review.next")}${say("page.colon")}${next.area.name}`}
    </Link>
  );
}

function Chip({ word, count, isOn, onClick }: { word: string; count: number; isOn: boolean; onClick: () => void }) {
  return (
    <button type="button" className="button chip" aria-pressed={isOn} onClick={onClick}>
      {word} <span className="chip-count">{count}</span>
    </button>
  );
}
