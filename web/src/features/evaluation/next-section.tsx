import { Link } from "@tanstack/react-router";
import { type Actor, may } from "@yuanbiao/core/access";
import { openStages } from "@yuanbiao/core/evaluation";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { type ReactNode, useState } from "react";
import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ReplaceDialog } from "./replace-dialog.tsx";
import type { Evaluation, Stage } from "./request.ts";
import { SealDialog } from "./seal-dialog.tsx";
import { nextSteps } from "./stages.ts";
import { ConfirmDialog, SelfDialog, SignDialog } from "./statement-dialogs.tsx";

interface Parts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
}

/** What its reader is to do with an assessment now: one primary action, what it needs said beside it. */
export function NextSection({ evaluation, actor }: Parts) {
  const { say } = useText();
  const parts = [
    may(actor, "evaluation.manage") && <OfficeSteps key="office" evaluation={evaluation} />,
    evaluation.mine.length > 0 && may(actor, "evaluation.file") && isOpenForParks(evaluation) && (
      <ParkSteps key="park" evaluation={evaluation} />
    ),
    may(actor, "evaluation.sign") && isOpenForDepartments(evaluation) && (
      <SignStep key="sign" evaluation={evaluation} />
    ),
  ].filter((part) => part !== false);
  return (
    <Section title={say("evaluation.next.title")}>
      {parts.length === 0 ? <Empty>{say("evaluation.next.nobody")}</Empty> : <div className="next-steps">{parts}</div>}
    </Section>
  );
}

const isOpenForParks = ({ stage, seal }: Evaluation): boolean =>
  seal === null && (stage === "self-assessment" || stage === "feedback");

const isOpenForDepartments = ({ stage, seal }: Evaluation): boolean =>
  seal === null && openStages.includes(stage) && stage !== "self-assessment";

/** An action with what it needs beside it. */
function NextLine({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className="next-line">
      {action}
      <p className="quiet">{children}</p>
    </div>
  );
}

type Asked = Stage | "seal" | "replace" | "edit" | null;

function OfficeSteps({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  const [asked, setAsked] = useState<Asked>(null);
  const { seal: mustSeal, forward, others } = nextSteps(evaluation);
  const { seal, replacedBy, objections } = evaluation;
  const close = () => setAsked(null);
  const mustReplace = objections.upheld > 0 && replacedBy === null;
  const primary = (own: Asked, label: string) => (
    <button
      type="button"
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
        <NextLine action={primary(forward, say("evaluation.next.to", { stage: say(`evaluation.stage.${forward}`) }))}>
          {useHint(evaluation, forward)}
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
function useHint({ objections }: Evaluation, forward: Stage): string {
  const { say } = useText();
  const waiting = objections.open > 0 ? say("evaluation.next.openObjections", { count: objections.open }) : "";
  if (forward === "notice") return say("evaluation.next.noticeHint");
  if (forward === "objection") return `${say("evaluation.next.objectionHint")}${waiting}`;
  return forward === "approval" ? `${say("evaluation.next.approvalHint")} ${waiting}` : "";
}

function OtherStages({ stages, onChoose }: { stages: readonly Stage[]; onChoose: (stage: Stage) => void }) {
  const { say } = useText();
  const options = [
    { value: "" as const, label: say("evaluation.next.other") },
    ...stages.map((value) => ({ value, label: say(`evaluation.stage.${value}`) })),
  ];
  return (
    <ChoiceField
      label={say("evaluation.next.otherLabel")}
      value=""
      options={options}
      onChange={(stage) => stage !== "" && onChoose(stage)}
    />
  );
}

/** 自评, 反馈核对. */
function ParkSteps({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const isSelf = evaluation.stage === "self-assessment";
  const confirmed = evaluation.steps.flatMap(({ kind, area }) =>
    kind === "confirmed" && area !== null ? [area.name] : [],
  );
  const button = (
    <button type="button" className="button button-primary" onClick={() => setAsked(true)}>
      {say(isSelf ? "evaluation.next.self" : "evaluation.next.confirm")}
    </button>
  );
  return (
    <>
      <NextLine action={button}>{say(isSelf ? "evaluation.next.selfHint" : "evaluation.next.confirmHint")}</NextLine>
      {!isSelf && (
        <p className="next-line">
          {evaluation.mine.map(({ code, name }) => (
            <Link
              key={code}
              to="/evaluations/$evaluation/areas/$area"
              params={{ evaluation: evaluation.id, area: code }}
              className="link"
            >
              {say("evaluation.next.seeOwn", { area: name })}
            </Link>
          ))}
        </p>
      )}
      {!isSelf && confirmed.length > 0 && (
        <p>{say("evaluation.next.confirmed", { areas: [...new Set(confirmed)].join(say("page.list")) })}</p>
      )}
      {isAsked &&
        (isSelf ? (
          <SelfDialog evaluation={evaluation} onClose={() => setAsked(false)} />
        ) : (
          <ConfirmDialog evaluation={evaluation} onClose={() => setAsked(false)} />
        ))}
    </>
  );
}

/** 部门核定. */
function SignStep({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const button = (
    <button type="button" className="button button-primary" onClick={() => setAsked(true)}>
      {say("evaluation.next.sign")}
    </button>
  );
  return (
    <>
      <NextLine action={button}>{say("evaluation.next.signHint")}</NextLine>
      {isAsked && <SignDialog evaluation={evaluation} onClose={() => setAsked(false)} />}
    </>
  );
}
