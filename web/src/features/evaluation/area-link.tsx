import { Link } from "@tanstack/react-router";
import { useText } from "../../text/text.ts";

/** A park by its name, leading to its 得分说明 in a run. */
export function AreaLink({ evaluation, area }: { evaluation: string; area: { code: string; name: string } }) {
  const { say } = useText();
  return (
    <Link
      to="/evaluations/$evaluation/areas/$area"
      params={{ evaluation, area: area.code }}
      className="link"
      title={say("evaluation.ranking.statement", { area: area.name })}
    >
      {area.name}
    </Link>
  );
}
