import { type Actor, may } from "@yuanbiao/core/access";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { useText } from "../../text/text.ts";
import { Empty, Loaded } from "../../ui/state.tsx";
import { RunFrame } from "./frame.tsx";
import { PointsSection } from "./points-section.tsx";
import { useResults } from "./query.ts";
import { RankingSections } from "./ranking-section.tsx";
import { RefusalSection, UnverifiedSection } from "./refusal-section.tsx";
import { extentOf } from "./refusals.ts";
import type { Evaluation, Results } from "./request.ts";
import { DifferenceSection, RevisionSection } from "./revision-section.tsx";
import { StandingNote } from "./standing-note.tsx";

interface ViewParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
}

/** What came out: the sentences that matter, the ranking, the points; or everything that stands against it. */
export function ResultsView({ evaluation, actor }: ViewParts) {
  const query = useResults(evaluation.id);
  return (
    <Loaded query={query} lines={16} height={640}>
      {(results) => <Shown evaluation={evaluation} actor={actor} results={results} />}
    </Loaded>
  );
}

function Shown({ evaluation, actor, results }: ViewParts & { results: Results }) {
  const { refusals, unverified, items } = results;
  const [sentence, ...others] = useSentences(evaluation, results);
  const isHidden = items.length === 0 && refusals.length === 0;
  return (
    <RunFrame
      evaluation={evaluation}
      actor={actor}
      view="results"
      sentence={sentence}
      lead={others.map((other) => (
        <p key={other} className="run-sentence">
          {other}
        </p>
      ))}
    >
      {!isHidden && refusals.length === 0 && <StandingNote evaluation={evaluation} />}
      {refusals.length > 0 && <RefusalSection refusals={refusals} mayArrange={may(actor, "panel.manage")} />}
      {isHidden ? (
        <Hidden evaluation={evaluation} />
      ) : (
        refusals.length === 0 && (
          <>
            <RevisionSection evaluation={evaluation} />
            <RankingSections evaluation={evaluation.id} items={items} />
            <DifferenceSection evaluation={evaluation} />
            <PointsSection evaluation={evaluation.id} results={results} />
          </>
        )
      )}
      <UnverifiedSection places={unverified} criteria={results.criteria} />
    </RunFrame>
  );
}

/** Before the notice it is said when results will be there; afterwards the sentence of the page says it all. */
function Hidden({ evaluation }: { evaluation: Evaluation }) {
  const { say } = useText();
  return isAnnounced(evaluation) ? null : <Empty>{say("evaluation.hidden")}</Empty>;
}

/** The conclusion, then what else matters: the server's sentences, or how much stands against the run. */
function useSentences(evaluation: Evaluation, { refusals, sentences, items }: Results): string[] {
  const { say } = useText();
  const { name, stage } = evaluation;
  if (refusals.length > 0) {
    const head = say("evaluation.refused.head", { count: refusals.length, ...extentOf(refusals) });
    return [head, say("evaluation.refused.owed")];
  }
  if (sentences.length > 0) return sentences;
  if (items.length > 0) return [say("evaluation.counted", { name, count: items.length })];
  return isAnnounced(evaluation)
    ? [say("evaluation.withheld")]
    : [say("evaluation.hiddenHead", { name, stage: say(`evaluation.stage.${stage}`) })];
}
