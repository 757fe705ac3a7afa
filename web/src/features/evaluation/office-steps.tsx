import { shanghaiDay } from "@yuanbiao/core/day";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { useState } from "react";
import { type Say, useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { NextLine } from "./next-line.tsx";
import { ReplaceDialog } from "./replace-dialog.tsx";
import type { Evaluation, Stage } from "./request.ts";
import { SealDialog } from "./seal-dialog.tsx";
import { approvalWaits, nextSteps } from "./stages.ts";

type Asked = Stage | "seal" | "replace" | "edit" | null;

/** What the office does next: the seal or the stage that follows first, other ways beside. */
export function OfficeSteps({ evaluation }: { evaluation: Evaluation }) {
  const { say, language } = useText();
  const [asked, setAsked] = useState<Asked>(null);
  const { seal: mustSeal, forward, others } = nextSteps(evaluation);
  const { seal, replacedBy, objections } = evaluation;
  const close = () => setAsked(null);
  const mustReplace = objections.upheld > 0 && replacedBy === null;
  const until = forward === "approval" ? approvalWaits(evaluation, shanghaiDay(new Date())) : null;
  const waits = until === null ? "" : say("evaluation.next.approvalWaits", { day: dayName(until, language) });
  const primary = (own: Asked, label: string, isDisabled = false) => (
    <button
      type="button"
      disabled={isDisabled}
      className={mustReplace && own !== "replace" ? "button" : "button button-primary"}
      onClick={() => setAsked(own)}
    >
      {label}
    </button>
  );
  return (
    <>
      {mustSeal && (
        <NextLine action={primary("seal", say("evaluation.next.seal"))}>{say("evaluation.next.sealHint")}</NextLine>
      )}
      {mustReplace && (
        <NextLine action={primary("replace", say("evaluation.next.replace"))}>{say("evaluation.next.upheld")}</NextLine>
      )}
      {forward !== null && (
        <NextLine
          action={primary(
            forward,
            say("evaluation.next.to", { stage: say(`evaluation.stage.${forward}`) }),
            until !== null,
          )}
        >
          {waits} {hintOf(evaluation, forward, say)}
        </NextLine>
      )}
      <div className="next-line">
        {others.length > 0 && <OtherStages stages={others} onChoose={setAsked} />}
        {seal === null && (
          <button type="button" className="button-quiet" onClick={() => setAsked("edit")}>
            {say("evaluation.next.edit")}
          </button>
        )}
        {!mustReplace && seal !== null && replacedBy === null && isAnnounced(evaluation) && (
          <button type="button" className="button-quiet" onClick={() => setAsked("replace")}>
            {say("evaluation.next.replace")}
          </button>
        )}
      </div>
      {asked === "seal" && <SealDialog evaluation={evaluation} onClose={close} />}
      {asked === "replace" && <ReplaceDialog evaluation={evaluation} onClose={close} />}
      {asked === "edit" && <EditDialog evaluation={evaluation} onClose={close} />}
      {asked !== null && asked !== "seal" && asked !== "replace" && asked !== "edit" && (
        <MoveDialog evaluation={evaluation} stage={asked} onClose={close} />
      )}
    </>
  );
}

/** What the stage that follows asks for, and what stands in its way. */
function hintOf({ objections }: Evaluation, forward: Stage, say: Say): string {
  const waiting = objections.open > 0 ? say("evaluation.next.openObjections", { count: objections.open }) : "";
  if (forward === "notice") return say("evaluation.next.noticeHint");
  if (forward === "objection") return `${say("evaluation.next.objectionHint")}${waiting}`;
  return forward === "approval" ? `${say("evaluation.next.approvalHint")} ${waiting}` : "";
}

function OtherStages({ stages, onChoose }: { stages: readonly Stage[]; onChoose: (stage: Stage) => void }) {
  const { say } = useText();
  return (
    <select
      className="select"
      aria-label={say("evaluation.next.other")}
      value=""
      onChange={(event) => {
        const chosen = stages.find((stage) => stage === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      <option value="">{say("evaluation.next.other")}</option>
      {stages.map((stage) => (
        <option key={stage} value={stage}>
          {say(`evaluation.stage.${stage}`)}
        </option>
      ))}
    </select>
  );
}
