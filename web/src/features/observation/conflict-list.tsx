import type { FigureConflict } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Figure } from "../../ui/figure.tsx";
import { Original } from "../../ui/original.tsx";
import { Empty } from "../../ui/state.tsx";

/** Figures that cannot all be right, each with its source one click away. */
export function ConflictList({ conflicts, empty }: { conflicts: readonly FigureConflict[]; empty: string }) {
  const { say, language } = useText();
  if (conflicts.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      {conflicts.map((conflict) => (
        <div key={conflict.code} className="conflict">
          <p>
            <strong>{say(`code.conflict.${conflict.kind}`)}</strong>
            {say("page.colon")}
            {conflict.reason}
          </p>
          <ul className="lines">
            {conflict.observations.map((figure) => (
              <li key={figure.id} className="line">
                {figure.area.name} · {periodName(figure.period, language)} · {figure.caliber.name}{" "}
                <Figure of={figure} />{" "}
                <span className="quiet">
                  <Original>{figure.source.title ?? figure.source.document.name}</Original>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
