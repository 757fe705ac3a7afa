import type { ReportSummary } from "../../api.ts";
import { useText } from "../../text/text.ts";
import "./track.css";

const steps = ["fill", "approve", "office", "verify", "adopt"] as const;
const turnAt: Readonly<Record<ReportSummary["turn"], number>> = {
  clerk: 0,
  approver: 1,
  office: 2,
  verifier: 3,
  adoption: 4,
  nobody: 5,
};

type Standing = "done" | "now" | "back" | "todo";
const shapes: Readonly<Record<Standing, string>> = {
  done: "M4.4 8.2l2.4 2.4l4.8-5.2",
  now: "M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2",
  back: "M11 5v3.4h-6.2M7 6l-2.4 2.4l2.4 2.4",
  todo: "",
};

type Tracked = Pick<ReportSummary, "turn" | "state" | "lines" | "verified">;

/** The office may adopt what no department has looked at: that step is not done then, however far the report is. */
const isPartlyVerified = ({ turn, lines, verified }: Tracked): boolean =>
  turnAt[turn] > turnAt.verifier && verified < lines;

function standingOf(report: Tracked, step: (typeof steps)[number]): Standing {
  const [at, index] = [turnAt[report.turn], steps.indexOf(step)];
  if (index > at || (step === "verify" && isPartlyVerified(report))) return "todo";
  if (index < at) return "done";
  return report.state === "returned" ? "back" : "now";
}

/** Where a report is on its way: each step by shape and word. */
export function Track({ report }: { report: Tracked }) {
  const { say } = useText();
  return (
    <ol className="track" aria-label={say("report.track.label")}>
      {steps.map((step, index) => {
        const standing = standingOf(report, step);
        return (
          <li
            key={step}
            className={`track-step track-${standing}`}
            {...(index === turnAt[report.turn] && { "aria-current": "step" as const })}
          >
            <svg className="track-mark" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="6.6" />
              <path d={shapes[standing]} />
            </svg>
            <span className="track-word">
              {say(`report.track.${step}`)}
              {step === "verify" && isPartlyVerified(report) && ` ${report.verified}/${report.lines}`}
            </span>
            <span className="visually-hidden">{say(`report.track.${standing}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
