import type { LineItem } from "../../api.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { decideConflict, type LineDraft, readDraft } from "./draft.ts";
import type { LineActions } from "./line-actions.ts";
import type { Content } from "./request.ts";

interface ConflictParts {
  readonly draft: LineDraft;
  readonly theirs: LineItem;
  readonly actions: LineActions;
}

/** Two people wrote the same line: both contents side by side, and one of them to keep. */
export function Conflict({ draft, theirs, actions }: ConflictParts) {
  const { say } = useText();
  const reading = readDraft(draft);
  const decide = (keep: "mine" | "theirs") => actions.change(draft.indicator, (before) => decideConflict(before, keep));
  const time = theirs.recordedAt === null ? "" : instantName(theirs.recordedAt).slice(5);
  const who = [theirs.by, time].filter((part) => part !== null && part !== "").join(" ");
  return (
    <div className="conflict-choice" role="alert">
      <p>{say("report.conflict.title")}</p>
      <div className="conflict-sides">
        <div>
          <p className="quiet">{say("report.conflict.mine")}</p>
          <Written content={reading.kind === "content" ? reading.content : null} text={draft.text} unit={draft.unit} />
          <button type="button" className="button" onClick={() => decide("mine")}>
            {say("report.conflict.keepMine")}
          </button>
        </div>
        <div>
          <p className="quiet">{say("report.conflict.theirs", { who })}</p>
          <Written content={theirs} text="" unit={draft.unit} />
          <button type="button" className="button" onClick={() => decide("theirs")}>
            {say("report.conflict.takeTheirs")}
          </button>
        </div>
      </div>
    </div>
  );
}

type Said = Pick<Content, "state" | "value" | "explanation">;

function Written({ content, text, unit }: { content: Said | null; text: string; unit: string }) {
  const { say, language } = useText();
  if (content === null) return <p className="conflict-value">{text}</p>;
  const { state, value, explanation } = content;
  return (
    <>
      <p className="conflict-value">
        {state === "value" && value !== null ? withUnit(value, unit, language) : say(`report.lineState.${state}`)}
      </p>
      {explanation !== null && <p>{explanation}</p>}
    </>
  );
}
