import { getRouteApi } from "@tanstack/react-router";
import type { Actor } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import { AnalysisView } from "../features/evaluation/analysis-view.tsx";
import { RunFrame, viewsFor } from "../features/evaluation/frame.tsx";
import { ProcessView } from "../features/evaluation/process-view.tsx";
import { useEvaluation } from "../features/evaluation/query.ts";
import type { Evaluation } from "../features/evaluation/request.ts";
import { ResultsView } from "../features/evaluation/results-view.tsx";
import { ObjectionList, objectionSentence } from "../features/objection/objection-list.tsx";
import { useObjections } from "../features/objection/query.ts";
import { EntrySection } from "../features/panel/entry-section.tsx";
import { PanelDesk } from "../features/panel/panel-desk.tsx";
import { useEntries, usePanels } from "../features/panel/query.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { dayName } from "../text/time.ts";
import { Loaded } from "../ui/state.tsx";

const route = getRouteApi("/evaluations/$evaluation");

export function OneEvaluationPage() {
  const { evaluation: id } = route.useParams();
  const query = useEvaluation(id);
  return (
    <SignedIn right="evaluation.read">
      {(actor) => (
        <Loaded query={query} lines={16} height={640}>
          {(evaluation) => <Chosen key={id} evaluation={evaluation} actor={actor} />}
        </Loaded>
      )}
    </SignedIn>
  );
}

interface Parts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
}

/** The view that the link names; one that its reader has not shows the results. */
function Chosen(parts: Parts) {
  const asked = useView().view;
  const view = viewsFor(parts.actor).find((one) => one === asked) ?? "results";
  if (view === "process") return <ProcessView {...parts} />;
  if (view === "analysis") return <AnalysisView {...parts} />;
  if (view === "objections") return <Objections {...parts} />;
  return view === "records" ? <Records {...parts} /> : <ResultsView {...parts} />;
}

function Objections({ evaluation, actor }: Parts) {
  const { say } = useText();
  const query = useObjections(evaluation.id);
  return (
    <Loaded query={query} lines={12} height={480}>
      {(objections) => (
        <RunFrame
          evaluation={evaluation}
          actor={actor}
          view="objections"
          sentence={objectionSentence(objections, evaluation.name, say)}
          lead={<Until evaluation={evaluation} />}
        >
          <ObjectionList objections={objections} />
        </RunFrame>
      )}
    </Loaded>
  );
}

/** Whether objections are taken, and until when. */
function Until({ evaluation: { stage, objectionsUntil, replacedBy } }: Pick<Parts, "evaluation">) {
  const { say, language } = useText();
  if (objectionsUntil === null) return <p className="run-sentence">{say("objection.head.early")}</p>;
  const isOver = objectionsUntil < shanghaiDay(new Date());
  const isTaken = (stage === "notice" || stage === "objection") && replacedBy === null && !isOver;
  return (
    <p className="run-sentence">
      {isTaken
        ? say("objection.head.until", { day: dayName(objectionsUntil, language) })
        : say("objection.head.closed")}
    </p>
  );
}

function Records({ evaluation, actor }: Parts) {
  const { say } = useText();
  const panels = usePanels();
  const entries = useEntries(evaluation.assessment);
  return (
    <Loaded query={panels} lines={12} height={480}>
      {(all) => {
        const own = all.filter(({ assessment }) => assessment === evaluation.assessment);
        const count = entries.data?.items.length ?? 0;
        const open = own.filter((panel) => panel.open).length;
        return (
          <RunFrame
            evaluation={evaluation}
            actor={actor}
            view="records"
            sentence={say("panel.desk.head", { name: evaluation.name, count: own.length, open, entries: count })}
          >
            <PanelDesk panels={own} />
            <Loaded query={entries}>
              {(found) => (
                <EntrySection
                  assessment={evaluation.assessment}
                  entries={found}
                  areas={evaluation.members.map(({ area }) => area)}
                />
              )}
            </Loaded>
          </RunFrame>
        );
      }}
    </Loaded>
  );
}
