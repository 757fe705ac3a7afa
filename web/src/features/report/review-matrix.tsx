import { Link } from "@tanstack/react-router";
import { isLate, isOverdue } from "@yuanbiao/core/report";
import type { ReportSummary } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Due } from "./due.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { turnWords } from "./mine.ts";
import { ReportTags } from "./my-reports.tsx";

const steps = ["fill", "approve", "office", "verify", "adopt"] as const;
type Step = (typeof steps)[number];
const turnAt = ["clerk", "approver", "office", "verifier", "adoption", "nobody"];

/** How much of a step is done, of how many lines. */
function doneOf({ filled, accepted, verified, adopted, turn, lines }: ReportSummary, step: Step): number {
  const done: Readonly<Record<Step, number>> = {
    fill: filled ?? 0,
    approve: turnAt.indexOf(turn) > 1 ? lines : 0,
    office: accepted,
    verify: verified,
    adopt: adopted,
  };
  return done[step];
}

/** Areas × steps: how many lines are through each step, who is late, whose turn it is. */
export function ReviewMatrix({ reports }: { reports: readonly ReportSummary[] }) {
  const { say } = useText();
  const rank = (report: ReportSummary) =>
    report.turn === "office"
      ? 0
      : report.turn === "adoption"
        ? 1
        : isLate(report)
          ? 2
          : 3 + turnAt.indexOf(report.turn);
  const rows = [...reports].sort((a, b) => rank(a) - rank(b));
  return (
    <table className="table review-matrix">
      <caption className="visually-hidden">{say("review.matrix")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("review.area")}</th>
          {steps.map((step) => (
            <th key={step} scope="col" className="matrix-step">
              {say(`report.track.${step}`)}
            </th>
          ))}
          <th scope="col">{say("review.due")}</th>
          <th scope="col">{say("review.action")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((report) => (
          <tr key={report.id}>
            <th scope="row">
              <Link to="/reports/$report" params={{ report: report.id }} className="link">
                {report.area.name}
              </Link>
              <ReportTags report={report} />
            </th>
            {steps.map((step, at) => (
              <StepCell key={step} report={report} step={step} at={at} />
            ))}
            <td className="matrix-due">
              <Due report={report} />
            </td>
            <td className="matrix-turn">{turnWords(report, false, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StepCell({ report, step, at }: { report: ReportSummary; step: Step; at: number }) {
  const { say } = useText();
  const current = turnAt.indexOf(report.turn);
  const done = doneOf(report, step);
  const standing = at < current ? "done" : at === current ? "now" : "todo";
  const isOver = at === 0 && isOverdue(report);
  return (
    <td className={`matrix-step matrix-${standing}`} data-head={say(`report.track.${step}`)}>
      <span
        className="matrix-bar"
        aria-hidden="true"
        style={{ width: `${(100 * done) / Math.max(1, report.lines)}%` }}
      />
      <span className="matrix-count">
        {at === 0 && report.state === "returned" && <FindingMark kind="returned" />}
        {isOver && <FindingMark kind="soft" />}
        {done === 0 && standing === "todo" ? say("page.none") : say("review.done", { done, lines: report.lines })}
        <span className="visually-hidden">
          {say(`report.track.${standing === "todo" && done > 0 ? "before" : standing}`)}
        </span>
      </span>
    </td>
  );
}
