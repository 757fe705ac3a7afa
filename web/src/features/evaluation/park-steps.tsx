import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { NextLine } from "./next-line.tsx";
import type { Evaluation } from "./request.ts";
import { ConfirmDialog, SelfDialog, SignDialog } from "./statement-dialogs.tsx";

/** 自评, 反馈核对. */
export function ParkSteps({ evaluation }: { evaluation: Evaluation }) {
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
export function SignStep({ evaluation }: { evaluation: Evaluation }) {
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
