import { getRouteApi } from "@tanstack/react-router";
import type { Actor } from "@yuanbiao/core/access";
import { useEvaluation, useStanding } from "../features/evaluation/query.ts";
import type { Evaluation } from "../features/evaluation/request.ts";
import { StatementPage } from "../features/evaluation/statement-page.tsx";
import { LineObjections, ObjectButton } from "../features/objection/line-objections.tsx";
import { useObjections } from "../features/objection/query.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

const route = getRouteApi("/evaluations/$evaluation/areas/$area");

/** 得分说明 of an area. */
export function EvaluationAreaPage() {
  const { evaluation: id, area } = route.useParams();
  const query = useEvaluation(id);
  return (
    <SignedIn right="evaluation.read">
      {(actor) => (
        <Loaded query={query} lines={16} height={640}>
          {(evaluation) => <Statement key={`${id} ${area}`} evaluation={evaluation} actor={actor} area={area} />}
        </Loaded>
      )}
    </SignedIn>
  );
}

interface StatementParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
  readonly area: string;
}

function Statement({ evaluation, actor, area }: StatementParts) {
  const standing = useStanding(evaluation.id, area);
  const objections = useObjections(evaluation.id).data ?? [];
  return (
    <Loaded query={standing} lines={16} height={640}>
      {(found) => (
        <StatementPage
          evaluation={evaluation}
          actor={actor}
          standing={found}
          objectionsTo={({ area: whose, criterion, objectable }) => {
            const line = { evaluation: evaluation.id, area: whose, criterion };
            return {
              action: <ObjectButton line={line} objections={objections} isObjectable={objectable} />,
              list: <LineObjections line={line} objections={objections} />,
            };
          }}
        />
      )}
    </Loaded>
  );
}
