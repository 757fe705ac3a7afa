import { useRef } from "react";
import { ApiError, type Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Foot } from "../../ui/foot.tsx";
import type { Blocks } from "./blocks.ts";
import type { Saving } from "./drafting.ts";

interface FootParts {
  readonly report: Report;
  readonly saving: Saving;
  readonly blocks: Blocks;
  readonly onRetry: () => void;
  readonly onLine: (indicator: string) => void;
  readonly onSubmit: () => void;
}

const kinds = [
  { word: "unreadable", part: "unreadable", tone: "hard" },
  { word: "conflict", part: "conflict", tone: "hard" },
  { word: "hard", part: "hard", tone: "hard" },
  { word: "explain", part: "explain", tone: "soft" },
  { word: "empty", part: "empty", tone: "plain" },
] as const;

/** Always in view: whether it is saved, what stands in the way (each leads to its field), and handing it in. */
export function FormFoot({ report, saving, blocks, onRetry, onLine, onSubmit }: FootParts) {
  const { say } = useText();
  const standing = kinds.filter(({ part }) => blocks[part].length > 0);
  const turn = useRef(0);
  const goTo = (lines: readonly string[]) => {
    const line = lines[turn.current % lines.length];
    turn.current += 1;
    if (line !== undefined) onLine(line);
  };
  return (
    <Foot>
      <SavingWords saving={saving} onRetry={onRetry} />
      <fieldset className="foot-blocks">
        <legend className="visually-hidden">{say("report.form.blocks.label")}</legend>
        {standing.length === 0 && <span className="quiet">{say("report.form.blocks.none")}</span>}
        {standing.map(({ word, part, tone }) => (
          <button
            key={part}
            type="button"
            className={`foot-block foot-block-${tone}`}
            onClick={() => goTo(blocks[part])}
          >
            {say(`report.form.blocks.${word}`, { count: blocks[part].length })}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        className="button button-primary foot-action"
        disabled={!report.may.submit}
        onClick={onSubmit}
      >
        {say(report.state === "returned" ? "report.form.resubmit" : "report.form.submit")}
      </button>
    </Foot>
  );
}

function SavingWords({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const { say } = useText();
  if (saving.kind !== "paused") {
    const at = saving.kind === "saved" ? saving.at : null;
    return (
      <span className="foot-saving" role="status">
        {saving.kind === "saving"
          ? say("report.form.save.saving")
          : at === null
            ? say("report.form.save.none")
            : say("report.form.save.saved", { time: instantName(at).slice(11) })}
      </span>
    );
  }
  const { error } = saving;
  const isSignedOut = error instanceof ApiError && error.status === 401;
  const detail = error instanceof ApiError && !isSignedOut ? error.message : null;
  return (
    <span className="foot-saving foot-paused" role="alert">
      {isSignedOut
        ? say("report.form.save.signedOut")
        : detail === null
          ? say("report.form.save.paused")
          : say("report.form.save.refused", { detail })}
      {isSignedOut && (
        <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
          {say("report.form.save.signIn")}
        </a>
      )}
      <button type="button" className="button-quiet" onClick={onRetry}>
        {say("report.form.save.retry")}
      </button>
    </span>
  );
}
