import { useId } from "react";
import { useText } from "../../text/text.ts";
import { draftOf, type ScoreRow } from "./draft.ts";
import { isScore } from "./own.ts";
import type { Scoring } from "./scoring.ts";
import "./panel.css";

interface RowParts {
  readonly row: ScoreRow;
  readonly scoring: Scoring;
}

/** One area: its score and comment; a closed panel shows what was given. */
export function ScoreRowView({ row, scoring }: RowParts) {
  const { say } = useText();
  const id = useId();
  const { panel, judged } = row;
  const { area, own } = judged;
  if (!panel.open) {
    return (
      <tr>
        <th scope="row">{area.name}</th>
        <td data-head={say("panel.score")}>{own?.score ?? say("page.none")}</td>
        <td data-head={say("panel.comment")}>{own?.comment ?? say("page.none")}</td>
        <td />
      </tr>
    );
  }
  const draft = draftOf(row, scoring.drafts);
  const isReady = scoring.ready.some(({ key }) => key === row.key);
  const save = () => {
    if (isReady) scoring.save([row]);
  };
  return (
    <tr>
      <th scope="row">{area.name}</th>
      <td data-head={say("panel.score")}>
        <input
          className="input panel-score"
          inputMode="decimal"
          aria-label={say("panel.scoreOf", { area: area.name })}
          aria-invalid={isOutside(row, scoring)}
          aria-describedby={id}
          value={draft.score}
          onChange={(event) => scoring.type(row, { ...draft, score: event.target.value })}
          onKeyDown={(event) => event.key === "Enter" && save()}
        />
      </td>
      <td data-head={say("panel.comment")}>
        <input
          className="input panel-comment"
          aria-label={say("panel.commentOf", { area: area.name })}
          maxLength={1000}
          value={draft.comment}
          onChange={(event) => scoring.type(row, { ...draft, comment: event.target.value })}
          onKeyDown={(event) => event.key === "Enter" && save()}
        />
      </td>
      <td>
        <span className="panel-save">
          <button
            type="button"
            className="button"
            aria-label={say("panel.saveOf", { area: area.name })}
            disabled={!isReady || scoring.isSaving}
            onClick={save}
          >
            {say("panel.save")}
          </button>
          <RowState id={id} row={row} scoring={scoring} />
        </span>
      </td>
    </tr>
  );
}

function isOutside(row: ScoreRow, { drafts }: Scoring): boolean {
  const { score } = draftOf(row, drafts);
  return score.trim() !== "" && !isScore(score, row.panel.scale);
}

/** Whether a row is saved, and what stands against it. */
function RowState({ id, row, scoring }: RowParts & { id: string }) {
  const { say } = useText();
  const isBad = isOutside(row, scoring);
  const isChanged = scoring.unsaved.some(({ key }) => key === row.key);
  const error = isChanged ? scoring.errors.get(row.key) : undefined;
  const kept = row.judged.own === null ? "" : say("panel.saved");
  return (
    <span id={id} className={isBad || error !== undefined ? "field-error" : "quiet"} role="status">
      {isBad ? say("panel.outside", { scale: row.panel.scale }) : (error ?? (isChanged ? say("panel.changed") : kept))}
    </span>
  );
}
