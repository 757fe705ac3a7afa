import type { Actor } from "@yuanbiao/core/access";
import { type Say, useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Section } from "../../ui/page.tsx";
import { RunFrame } from "./frame.tsx";
import { NextSection } from "./next-section.tsx";
import { useResults } from "./query.ts";
import type { Evaluation } from "./request.ts";
import { StageTrack } from "./stage-track.tsx";
import { placeOf, stageCount } from "./stages.ts";

interface ViewParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
}

/** Where an assessment is on its way, what comes next, and what every stage left behind. */
export function ProcessView({ evaluation, actor }: ViewParts) {
  const { say, language } = useText();
  const criteria = useResults(evaluation.id).data?.criteria ?? [];
  const nameOf = (code: string): string => criteria.find((one) => one.code === code)?.name ?? code;
  const { objectionsUntil } = evaluation;
  const until = objectionsUntil === null ? "" : dayName(objectionsUntil, language);
  return (
    <RunFrame evaluation={evaluation} actor={actor} view="process" sentence={sentenceOf(evaluation, until, say)}>
      <NextSection evaluation={evaluation} actor={actor} />
      <Section title={say("evaluation.process.title")} note={say("evaluation.process.note")}>
        <StageTrack evaluation={evaluation} criterionName={nameOf} />
      </Section>
    </RunFrame>
  );
}

function sentenceOf({ stage, replacedBy, objections }: Evaluation, until: string, say: Say): string {
  if (stage === "archive") return say("evaluation.process.headDone", { of: stageCount });
  if (replacedBy !== null) return say("evaluation.process.headReplaced");
  const name = say(`evaluation.stage.${stage}`);
  if ((stage === "notice" || stage === "objection") && until !== "") {
    return say("evaluation.process.headUntil", { stage: name, day: until, open: objections.open });
  }
  return say("evaluation.process.head", { stage: name, at: placeOf(stage), of: stageCount });
}
