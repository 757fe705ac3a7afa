import { useState } from "react";
import { useText } from "../../text/text.ts";
import { ObjectionCard } from "./objection-card.tsx";
import { type ObjectedLine, ObjectionDialog } from "./objection-dialog.tsx";
import type { Objection } from "./request.ts";
import "./objection.css";

interface LineParts {
  readonly line: ObjectedLine;
  /** All objections to the assessment that the reader knows of. */
  readonly objections: readonly Objection[];
}

const ofLine = ({ line, objections }: LineParts): Objection[] =>
  objections.filter(({ area, criterion }) => area.code === line.area.code && criterion.code === line.criterion.code);

/** The objections to one line. */
export function LineObjections(parts: LineParts) {
  const own = ofLine(parts);
  if (own.length === 0) return null;
  return (
    <div className="line-objections">
      {own.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} />
      ))}
    </div>
  );
}

/** Where one objects to a line that takes objections, while none of its own waits for an answer. */
export function ObjectButton({ isObjectable, ...parts }: LineParts & { isObjectable: boolean }) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  if (!isObjectable || ofLine(parts).some(({ state }) => state === "open")) return null;
  return (
    <>
      <button
        type="button"
        className="button-quiet"
        aria-label={say("objection.makeOf", { name: parts.line.criterion.name })}
        onClick={() => setAsked(true)}
      >
        {say("objection.make")}
      </button>
      {isAsked && <ObjectionDialog line={parts.line} onClose={() => setAsked(false)} />}
    </>
  );
}
