import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { useEditing } from "./editing.ts";
import { marksByReason } from "./mark.ts";
import { usePlaceWords, useReason } from "./marks-at.tsx";
import { spell } from "./tree.ts";

/** Everything that is 待核, together where the reason is the same. */
export function MarkList() {
  const { marks, isFixed, settle, jump } = useEditing();
  const { say } = useText();
  const wordsOf = usePlaceWords();
  const reasonOf = useReason();
  return (
    <details className="notice notice-warn scheme-list-box" open={marks.length <= 12}>
      <summary className="scheme-legend">{say("scheme.mark.title", { count: marks.length })}</summary>
      {!isFixed && <p className="quiet">{say("scheme.mark.lead")}</p>}
      <ul className="scheme-told">
        {marksByReason(marks).map((same) => (
          <li key={same[0]?.reason}>
            {same[0] !== undefined && <Original>{reasonOf(same[0])}</Original>}{" "}
            {!isFixed && (
              <button type="button" className="button-quiet" onClick={() => settle(same)}>
                {same.length === 1 ? say("scheme.mark.settle") : say("scheme.mark.settleAll", { count: same.length })}
              </button>
            )}
            <span className="scheme-places">
              {same.map((mark) => (
                <button key={spell(mark.at)} type="button" className="scheme-jump" onClick={() => jump(mark.place)}>
                  {wordsOf(mark.place)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
