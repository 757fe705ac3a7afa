import { type ReactNode, useId } from "react";
import { type Say, useText } from "../../text/text.ts";
import { Tag } from "../../ui/page.tsx";
import { LineInputs } from "./line-inputs.tsx";
import type { ScoreLine } from "./request.ts";

interface RowParts {
  readonly line: ScoreLine;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What its reader may do with it, beside its head. */
  readonly action: ReactNode;
  readonly objections: ReactNode;
}

/** 9.33 / 10.00; what is not scored says how it was treated. */
function pointsWords({ shown, weight }: ScoreLine, say: Say): string {
  if (shown === null) return say("evaluation.statement.noPoints");
  return weight === null
    ? say("evaluation.statement.pointsAlone", { points: shown })
    : say("evaluation.statement.points", { points: shown, weight });
}

function lostWords({ lost }: ScoreLine, say: Say): string {
  if (lost === null) return "";
  return Number(lost) > 0
    ? say("evaluation.statement.lostPoints", { points: lost })
    : say("evaluation.statement.fullPoints");
}

const shareOf = ({ shown, weight }: ScoreLine): number | null =>
  shown === null || weight === null || Number(weight) === 0
    ? null
    : Math.max(0, Math.min(100, (Number(shown) / Number(weight)) * 100));

/** One line: its points of its weight; unfolded everything that they come from. */
export function ScoreLineRow({ line, isOpen, onToggle, action, objections }: RowParts) {
  const { say } = useText();
  const id = useId();
  const share = shareOf(line);
  const isRevised = line.inputs.some(({ sources }) => sources.some(({ newest }) => newest !== null));
  return (
    <li className="line score-line">
      <div className="score-row">
        <button type="button" className="score-head" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <svg className={isOpen ? "score-fold score-fold-open" : "score-fold"} viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.500l4.500 4.500l-4.500 4.500" />
          </svg>
          <span className="score-name">{line.criterion.name}</span>
          <span className="score-points">{pointsWords(line, say)}</span>
          <span className="score-bar" aria-hidden="true">
            {share !== null && <span className="score-got" style={{ width: `${share}%` }} />}
          </span>
          <span className="score-lost">{lostWords(line, say)}</span>
        </button>
        {action}
      </div>
      {(isRevised || line.state !== "scored" || line.reason !== null) && (
        <p className="score-tags">
          {isRevised && <Tag kind="warn">{say("evaluation.revision.title")}</Tag>}
          {line.notes.map((note) => (
            <Tag key={note}>{note}</Tag>
          ))}
        </p>
      )}
      {isOpen && <LineBody line={line} id={id} />}
      {objections}
    </li>
  );
}

function LineBody({ line, id }: { line: ScoreLine; id: string }) {
  const { say } = useText();
  const { rule, weighing, steps, reason, inputs } = line;
  return (
    <div className="score-body" id={id}>
      {inputs.length > 0 && <LineInputs inputs={inputs} name={line.criterion.name} />}
      <dl className="facts">
        <Fact name={say("evaluation.statement.rule")}>{rule}</Fact>
        <Fact name={say("evaluation.statement.weighing")}>{weighing}</Fact>
        {reason !== null && <Fact name={say("evaluation.statement.notes")}>{reason}</Fact>}
        <Fact name={say("evaluation.statement.steps")}>
          {steps.length === 0 ? (
            <span className="absent">
              {inputs.some(({ value }) => value === null) ? say("evaluation.statement.stepsHidden") : say("page.none")}
            </span>
          ) : (
            <ol className="arithmetic">
              {steps.map(({ code, text }, at) => (
                <li key={`${at} ${code}`}>{text}</li>
              ))}
            </ol>
          )}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
