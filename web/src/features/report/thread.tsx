import { useState } from "react";
import type { Report, ReportEvent } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { TextArea } from "../../ui/field.tsx";
import { Original } from "../../ui/original.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { useStep } from "./query.ts";
import { comment } from "./request.ts";
import "./thread.css";

/** Everything that happened to a report, with every remark, the newest last. */
export function Thread({ report }: { report: Report }) {
  const { say } = useText();
  const names = new Map(report.lineItems.map(({ indicator }) => [indicator.code, indicator.name]));
  const about = (indicators: readonly string[]) => indicators.map((code) => names.get(code) ?? code);
  const all = report.lineItems.length;
  return (
    <Section title={say("report.thread.title")} className="thread-section">
      {report.thread.length === 0 && <Empty>{say("report.thread.empty")}</Empty>}
      <ol className="thread">
        {gathered(report.thread).map(({ id, action, name, comment: said, indicators, recordedAt, cycle }) => (
          <li key={id} className={`thread-entry thread-${action}`}>
            <p>
              <strong>{say(`report.thread.action.${action}`)}</strong> <Original>{name}</Original>{" "}
              <time className="quiet" dateTime={recordedAt}>
                {instantName(recordedAt)}
              </time>
              {cycle > 1 && <span className="quiet"> {say("report.thread.cycle", { count: cycle })}</span>}
            </p>
            {said !== null && (
              <p className="thread-said">
                <Original>{said}</Original>
              </p>
            )}
            {indicators.length > 0 && indicators.length < all && (
              <p className="quiet">{say("report.thread.lines", { names: about(indicators).join(say("page.list")) })}</p>
            )}
          </li>
        ))}
      </ol>
      {report.may.comment && <CommentForm report={report} />}
    </Section>
  );
}

/** The same step taken on line after line, without a word between, is one entry. */
function gathered(thread: readonly ReportEvent[]): ReportEvent[] {
  const entries: ReportEvent[] = [];
  for (const event of thread) {
    const last = entries[entries.length - 1];
    const isSame = last?.action === event.action && last.name === event.name && last.cycle === event.cycle;
    if (isSame && event.action === "verify" && last.comment === null && event.comment === null) {
      entries[entries.length - 1] = { ...event, indicators: [...last.indicators, ...event.indicators] };
    } else entries.push(event);
  }
  return entries;
}

function CommentForm({ report }: { report: Report }) {
  const { say } = useText();
  const [text, setText] = useState("");
  const step = useStep(report.id, () => comment(report.id, text.trim()));
  return (
    <form
      className="thread-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") step.mutate(undefined, { onSuccess: () => setText("") });
      }}
    >
      <TextArea
        label={say("report.thread.comment")}
        value={text}
        most={2000}
        error={step.error?.message}
        onChange={setText}
      />
      <button type="submit" className="button" disabled={text.trim() === "" || step.isPending}>
        {say("report.thread.send")}
      </button>
    </form>
  );
}
