import { useState } from "react";
import { ApiError, type LineItem, type Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { useStep } from "./query.ts";
import { accept, adopt, approve, sendBack } from "./request.ts";
import { type Basis, explainedLines, isOverruled } from "./review.ts";

interface DialogParts {
  readonly report: Report;
  readonly onClose: () => void;
}

const filled = ({ lineItems }: Report): number => lineItems.filter(({ state }) => state !== "empty").length;

/** The approver sends the report to the office. */
export function ApproveDialog({ report, onClose }: DialogParts) {
  const { say } = useText();
  const [comment, setComment] = useState("");
  const step = useStep(report.id, () => approve(report, comment.trim()));
  const soft = explainedLines(report).length;
  return (
    <Dialog
      title={say("review.approve.title")}
      action={say("review.actions.approve")}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("review.approve.text", { count: filled(report) })}</p>
      {soft > 0 && <p>{say("review.approve.soft", { count: soft })}</p>}
      <TextArea label={say("review.approve.comment")} value={comment} most={2000} onChange={setComment} />
    </Dialog>
  );
}

/** The office takes the report over: its lines become reported figures. */
export function AcceptDialog({ report, onClose }: DialogParts) {
  const { say } = useText();
  const [comment, setComment] = useState("");
  const step = useStep(report.id, () => accept(report, comment.trim()));
  const soft = explainedLines(report).length;
  return (
    <Dialog
      title={say("review.accept.title")}
      action={say("review.actions.accept")}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("review.accept.text", { count: filled(report) })}</p>
      {soft > 0 && <p>{say("review.accept.soft", { count: soft })}</p>}
      <TextArea label={say("review.accept.comment")} value={comment} most={2000} onChange={setComment} />
    </Dialog>
  );
}

/** Gives back all of a report, or the chosen lines with one reason for each of them. */
export function ReturnDialog({ report, chosen, onClose }: DialogParts & { chosen: ReadonlySet<string> }) {
  const { say } = useText();
  const [text, setText] = useState("");
  const reason = text.trim();
  const lines = [...chosen].map((indicator) => ({ indicator, reason }));
  const step = useStep(report.id, () =>
    sendBack(report, lines.length === 0 ? { reason, lines } : { reason: "", lines }),
  );
  const names = report.lineItems.filter(({ indicator }) => chosen.has(indicator.code));
  const adopted = (chosen.size === 0 ? report.lineItems : names).filter((line) => line.adopted !== null).length;
  return (
    <Dialog
      title={chosen.size === 0 ? say("review.return.title") : say("review.return.titleLines", { count: chosen.size })}
      action={say("review.return.action")}
      isReady={reason !== ""}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <p>
        {chosen.size === 0
          ? say("review.return.whole")
          : names.map(({ indicator }) => indicator.name).join(say("page.list"))}
      </p>
      {adopted > 0 && <p className="told-soft">{say("review.return.adopted", { count: adopted })}</p>}
      <TextArea
        label={say("review.return.reason")}
        {...(chosen.size > 0 && { hint: say("review.return.reasonHint") })}
        value={text}
        most={1000}
        onChange={setText}
      />
    </Dialog>
  );
}

export interface Choice {
  readonly line: LineItem;
  readonly basis: Basis;
}

/** The office adopts: verified figures where there are some, unless it chose otherwise and says why. */
export function AdoptDialog({ report, choices, onClose }: DialogParts & { choices: readonly Choice[] }) {
  const { say } = useText();
  const [text, setText] = useState("");
  const lines = choices.map(({ line, basis }) => ({ indicator: line.indicator.code, basis }));
  const step = useStep(report.id, () => adopt(report, lines, text.trim()));
  const verified = choices.filter(({ basis }) => basis === "verified").length;
  const overruled = choices.filter(({ line, basis }) => isOverruled(line, basis)).length;
  // Whether figures of several hands fit together is found when they are taken together.
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const isReasonNeeded = overruled > 0 || unfit.length > 0;
  const onError = (error: Error) => {
    if (!(error instanceof ApiError) || error.code !== "adoption-contradicts") return;
    setUnfit([...new Set(error.faults.map(({ detail }) => detail))]);
  };
  return (
    <Dialog
      title={say("review.adopt.title", { count: choices.length })}
      action={say("review.actions.adopt")}
      isReady={!isReasonNeeded || text.trim() !== ""}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose, onError })}
    >
      <p>{say("review.adopt.text", { verified, reported: choices.length - verified })}</p>
      {overruled > 0 && <p className="told-soft">{say("review.adopt.overruled", { count: overruled })}</p>}
      {isReasonNeeded && (
        <>
          {unfit.length > 0 && (
            <ul className="told-soft">
              {unfit.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
          <TextArea label={say("review.adopt.reason")} value={text} most={1000} onChange={setText} />
        </>
      )}
    </Dialog>
  );
}
