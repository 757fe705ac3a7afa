import { Link } from "@tanstack/react-router";
import { isAnnounced, isFinal } from "@yuanbiao/core/evaluation-stage";
import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { Watermark } from "../../ui/watermark.tsx";
import type { Evaluation } from "./request.ts";
import "./evaluation.css";

type Told = Pick<Evaluation, "stage" | "seal" | "replacedBy" | "replaces">;

/** How far a result may be relied on, in words and as a mark behind it: a trial, sealed, announced, replaced. */
export function StandingNote({ evaluation }: { evaluation: Told }) {
  const { say } = useText();
  const { seal, replacedBy, replaces } = evaluation;
  const isTrial = seal === null;
  const isPublished = isFinal(evaluation);
  const warned = isTrial ? "trial" : isAnnounced(evaluation) ? "announced" : "sealed";
  return (
    <>
      {!isPublished && <Watermark word={say(isTrial ? "evaluation.mark.trial" : "evaluation.mark.unpublished")} />}
      {replacedBy !== null ? (
        <Notice kind="bad">
          <p>
            {say("evaluation.warn.replacedBy")} <RunLink id={replacedBy} which={say("evaluation.warn.newer")} />
          </p>
        </Notice>
      ) : (
        !isPublished && (
          <Notice kind="warn">
            <p>{say(`evaluation.warn.${warned}`)}</p>
          </Notice>
        )
      )}
      {replaces !== null && (
        <Notice>
          <p>
            {say("evaluation.warn.replaces")} <RunLink id={replaces} which={say("evaluation.warn.older")} />
          </p>
        </Notice>
      )}
    </>
  );
}

function RunLink({ id, which }: { id: string; which: string }) {
  const { say } = useText();
  return (
    <Link to="/evaluations/$evaluation" params={{ evaluation: id }} className="link run-link">
      {say("evaluation.warn.toOther", { which })}
    </Link>
  );
}
