import { useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { type Drafts, readDraft } from "./draft.ts";
import { useStep } from "./query.ts";
import { submit } from "./request.ts";
import { isUntouched, unchangedLines } from "./since-return.ts";

/** Says what is handed in, and whether it is late, before it is. */
export function SubmitDialog({ report, drafts, onClose }: { report: Report; drafts: Drafts; onClose: () => void }) {
  const { say } = useText();
  const [comment, setComment] = useState("");
  const step = useStep(report.id, () => submit(report, comment));
  const contents = [...drafts.values()].flatMap((draft) => {
    const reading = readDraft(draft);
    return reading.kind === "content" ? [reading.content] : [];
  });
  const count = (state: string) => contents.filter((content) => content.state === state).length;
  const explained = contents.filter(({ explanation }) => explanation !== null).length;
  const counts = [
    say("report.submit.values", { count: count("value") }),
    count("not-reported") > 0 && say("report.submit.notReported", { count: count("not-reported") }),
    count("not-applicable") > 0 && say("report.submit.notApplicable", { count: count("not-applicable") }),
    explained > 0 && say("report.submit.explained", { count: explained }),
  ].filter((words) => words !== false);
  return (
    <Dialog
      title={say("report.submit.title")}
      action={say("report.submit.action")}
      isBusy={step.isPending}
      error={step.error === null ? undefined : step.error.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{counts.join(say("page.comma"))}</p>
      {count("empty") > 0 && <p className="told-soft">{say("report.submit.empty", { count: count("empty") })}</p>}
      <Unchanged report={report} />
      <p>{lateness(report, say)}</p>
      <p className="quiet">{say("report.submit.next")}</p>
      <TextArea label={say("report.submit.comment")} value={comment} most={2000} onChange={setComment} />
    </Dialog>
  );
}

/** What was given back and comes as it was; it may have been explained otherwise. */
function Unchanged({ report }: { report: Report }) {
  const { say } = useText();
  const unchanged = unchangedLines(report);
  if (unchanged.length === 0)
    return isUntouched(report) && <p className="told-soft">{say("report.submit.untouched")}</p>;
  const lines = unchanged.map(({ indicator }) => indicator.name).join(say("page.list"));
  return <p className="told-soft">{say("report.submit.unchanged", { lines })}</p>;
}

function lateness({ lateDays, daysLeft }: Report, say: ReturnType<typeof useText>["say"]): string {
  if (lateDays !== null && lateDays > 0) return say("report.submit.lateBefore", { count: lateDays });
  if (lateDays === null && daysLeft < 0) return say("report.submit.late", { count: -daysLeft });
  return say("report.submit.inTime");
}
