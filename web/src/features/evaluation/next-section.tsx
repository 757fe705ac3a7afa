import { type Actor, may } from "@yuanbiao/core/access";
import { openStages } from "@yuanbiao/core/evaluation";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Empty } from "../../ui/state.tsx";
import { OfficeSteps } from "./office-steps.tsx";
import { ParkSteps, SignStep } from "./park-steps.tsx";
import type { Evaluation } from "./request.ts";

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
