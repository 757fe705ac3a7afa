import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import { evaluationStages } from "@yuanbiao/core/evaluation";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { useAct } from "./query.ts";
import { type Evaluation, moveStage, publishRun, type Stage } from "./request.ts";

interface DialogParts {
  readonly evaluation: Evaluation;
  readonly stage: Stage;
  readonly onClose: () => void;
}

/** Days that parks have at least to object, as proposed. */
const daysToObject = 5;

/** Takes an assessment to another stage, with what the stage asks for: a last day, minutes, a note. */
export function MoveDialog({ evaluation, stage, onClose }: DialogParts) {
  const { say } = useText();
  const today = shanghaiDay(new Date());
  const [note, setNote] = useState("");
  const [until, setUntil] = useState(addDays(today, daysToObject));
  const [minutes, setMinutes] = useState({ number: "", day: today });
  const said = note.trim() === "" ? null : note.trim();
  const isApproval = stage === "approval";
  const act = useAct(() =>
    stage === "notice"
      ? publishRun(evaluation, until, said)
      : moveStage(evaluation, { stage, note: said, ...(isApproval && { minutes: trimmed(minutes) }) }),
  );
  const isBack = evaluationStages.indexOf(stage) < evaluationStages.indexOf(evaluation.stage);
  const name = say(`evaluation.stage.${stage}`);
  const title =
    stage === "notice"
      ? say("evaluation.dialog.notice")
      : isApproval
        ? say("evaluation.dialog.approve")
        : say(isBack ? "evaluation.dialog.moveBack" : "evaluation.dialog.move", { stage: name });
  const isReady = (stage !== "notice" || until !== "") && (!isApproval || minutes.number.trim() !== "");
  return (
    <Dialog
      title={title}
      action={say(isBack ? "evaluation.dialog.moveBack" : "evaluation.next.to", { stage: name })}
      isReady={isReady}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      {stage === "notice" && (
        <>
          <p>{say("evaluation.dialog.noticeText")}</p>
          <TextField
            type="date"
            label={say("evaluation.dialog.until")}
            hint={say("evaluation.dialog.untilHint")}
            value={until}
            onChange={setUntil}
          />
        </>
      )}
      {isApproval && (
        <>
          <TextField
            label={say("evaluation.dialog.minutes")}
            most={100}
            value={minutes.number}
            onChange={(number) => setMinutes({ ...minutes, number })}
          />
          <TextField
            type="date"
            label={say("evaluation.dialog.minutesDay")}
            value={minutes.day}
            onChange={(day) => setMinutes({ ...minutes, day })}
          />
        </>
      )}
      <TextArea label={say("evaluation.dialog.note")} value={note} most={4000} onChange={setNote} />
    </Dialog>
  );
}

const trimmed = ({ number, day }: { number: string; day: string }) => ({ number: number.trim(), day });
