import { Link } from "@tanstack/react-router";
import { visibilityLevels } from "@yuanbiao/core/scheme-rules";
import { type Language, type Say, useText } from "../../text/text.ts";
import { dayName, instantName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import type { Evaluation, Step } from "./request.ts";
import { type Standing, stageRows } from "./stages.ts";
import "./stage-track.css";

const shapes: Readonly<Record<Standing, string>> = {
  done: "M4.4 8.2l2.4 2.4l4.8-5.2",
  now: "M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2",
  skipped: "M5 8h6",
  todo: "",
};

interface TrackParts {
  readonly evaluation: Pick<Evaluation, "stage" | "steps">;
  readonly criterionName: (code: string) => string;
}

/** The eleven stages as a track: each by shape and word, with who did what when and what it left behind. */
export function StageTrack({ evaluation, criterionName }: TrackParts) {
  const { say } = useText();
  return (
    <ol className="stages">
      {stageRows(evaluation).map(({ stage, standing, steps }) => (
        <li
          key={stage}
          className={`stage stage-${standing}`}
          {...(stage === evaluation.stage && { "aria-current": "step" as const })}
        >
          <svg className="stage-mark" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.6" />
            <path d={shapes[standing]} />
          </svg>
          <div className="stage-body">
            <p className="stage-name">
              {say(`evaluation.stage.${stage}`)} <span className="quiet">{say(`evaluation.process.${standing}`)}</span>
            </p>
            {steps.length > 0 && (
              <ul className="stage-steps">
                {steps.map((step) => (
                  <StepLine key={step.id} step={step} criterionName={criterionName} />
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepLine({ step, criterionName }: { step: Step } & Pick<TrackParts, "criterionName">) {
  const { say } = useText();
  const { kind, area, by, recordedAt, note, points } = step;
  const own = Object.entries(points);
  return (
    <li>
      <strong>{say(`evaluation.process.kind.${kind}`)}</strong>
      {area !== null && <> {area.name}</>}{" "}
      <span className="quiet">{say("evaluation.process.by", { who: by, at: instantName(recordedAt) })}</span>
      {note !== null && (
        <p>
          <Original>{note}</Original>
        </p>
      )}
      {own.length > 0 && (
        <p className="quiet">
          {say("evaluation.process.selfPoints")}
          {say("page.colon")}
          {own.map(([code, value]) => `${criterionName(code)} ${value}`).join(say("page.list"))}
        </p>
      )}
      <Leaves step={step} />
    </li>
  );
}

const leafNames = [
  "objectionsUntil",
  "seesTotal",
  "seesRank",
  "seesGrade",
  "seesLines",
  "minutes",
  "minutesDay",
  "publishedOn",
  "schemeVersion",
  "instant",
  "lines",
  "hash",
  "replaces",
  "by",
] as const;
type LeafName = (typeof leafNames)[number];

/** What a step left behind, each in words. */
function Leaves({ step: { leaves } }: { step: Step }) {
  const { say, language } = useText();
  const found = leafNames.flatMap((name) => {
    const value = leaves[name];
    return value === undefined || value === "" ? [] : [{ name, value }];
  });
  if (found.length === 0) return null;
  return (
    <dl className="stage-leaves">
      {found.map(({ name, value }) => (
        <div key={name}>
          <dt>{say(`evaluation.process.leaves.${name}`)}</dt>
          <dd className="break">{leafValue(name, value, { say, language })}</dd>
        </div>
      ))}
    </dl>
  );
}

function leafValue(name: LeafName, value: string, { say, language }: { say: Say; language: Language }) {
  const level = visibilityLevels.find((one) => name.startsWith("sees") && one === value);
  if (level !== undefined) return say(`evaluation.level.${level}`);
  if (name === "objectionsUntil" || name === "minutesDay" || name === "publishedOn") return dayName(value, language);
  if (name === "instant") return instantName(value);
  if (name === "replaces" || name === "by") {
    return (
      <Link to="/evaluations/$evaluation" params={{ evaluation: value }} className="link">
        {value}
      </Link>
    );
  }
  return <Original>{value}</Original>;
}
