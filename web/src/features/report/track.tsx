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

/** Where a report is on its way: each step by shape and word. */
export function Track({ report }: { report: Pick<ReportSummary, "turn" | "state"> }) {
  const { say } = useText();
  const at = turnAt[report.turn];
  return (
    <ol className="track" aria-label={say("report.track.label")}>
      {steps.map((step, index) => {
        const standing = index < at ? "done" : index > at ? "todo" : report.state === "returned" ? "back" : "now";
        return (
          <li
            key={step}
            className={`track-step track-${standing}`}
            {...(index === at && { "aria-current": "step" as const })}
          >
            <svg className="track-mark" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="6.6" />
              <path d={shapes[standing]} />
            </svg>
            <span className="track-word">{say(`report.track.${step}`)}</span>
            <span className="visually-hidden">{say(`report.track.${standing}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
