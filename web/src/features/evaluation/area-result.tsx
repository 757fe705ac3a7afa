import { Link } from "@tanstack/react-router";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { useText } from "../../text/text.ts";
import { useEvaluations, useResults } from "./query.ts";
import type { EvaluationSummary } from "./request.ts";

interface ResultParts {
  readonly area: { readonly code: string; readonly city: { readonly code: string } };
}

/** Leads from an area to its statement in the latest assessment whose results have been announced. */
export function AreaResult({ area }: ResultParts) {
  const runs = useEvaluations().data ?? [];
  const latest = runs.find((run) => run.city.code === area.city.code && isAnnounced(run) && run.replacedBy === null);
  return latest === undefined ? null : <ResultLink area={area} run={latest} />;
}

/** Only where its reader sees anything of the result: the statement would not open otherwise. */
function ResultLink({ area, run }: ResultParts & { run: EvaluationSummary }) {
  const { say } = useText();
  const seen = useResults(run.id).data?.items ?? [];
  if (!seen.some((result) => result.area.code === area.code)) return null;
  return (
    <p>
      {say("evaluation.ofArea", { name: run.name, stage: say(`evaluation.stage.${run.stage}`) })}{" "}
      <Link to="/evaluations/$evaluation/areas/$area" params={{ evaluation: run.id, area: area.code }} className="link">
        {say("evaluation.statement.name")}
      </Link>
    </p>
  );
}
