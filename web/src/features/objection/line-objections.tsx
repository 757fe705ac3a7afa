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
  readonly isObjectable: boolean;
}

/** The objections to one line; another one can be made while none waits for its answer. */
export function LineObjections({ line, objections, isObjectable }: LineParts) {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const own = objections.filter(
    ({ area, criterion }) => area.code === line.area.code && criterion.code === line.criterion.code,
  );
  const isWaiting = own.some(({ state }) => state === "open");
  const isOffered = isObjectable && !isWaiting;
  if (own.length === 0 && !isOffered) return null;
  return (
    <div className="line-objections">
      {own.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} />
      ))}
      {isOffered && (
        <button
          type="button"
          className="button-quiet"
          aria-label={say("objection.makeOf", { name: line.criterion.name })}
          onClick={() => setAsked(true)}
        >
          {say("objection.make")}
        </button>
      )}
      {isAsked && <ObjectionDialog line={line} onClose={() => setAsked(false)} />}
    </div>
  );
}
