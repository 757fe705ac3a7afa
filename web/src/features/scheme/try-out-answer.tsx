import { grouped } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { useFormWords } from "./editing.ts";
import type { Preview } from "./request.ts";
import { reasonWord, stepWords } from "./words.ts";

type Step = Preview["trace"][number];

/** The points, and the arithmetic step by step. */
export function TryOutAnswer({ answer }: { answer: Preview }) {
  const { say } = useText();
  const words = useFormWords();
  const { points, rate, flags, trace } = answer;
  const areas = typeof points === "object" && points !== null ? Object.entries(points) : null;
  return (
    <div className="scheme-answer" role="status">
      {areas === null ? (
        <>
          <p className="scheme-points">
            {typeof points === "string"
              ? say("scheme.tryOut.points", { points: grouped(points) })
              : say("scheme.tryOut.none", { why: reasonWord(words, answer.reason ?? "") ?? say("page.none") })}
          </p>
          {rate !== null && <p>{say("scheme.tryOut.rate", { rate })}</p>}
          <Steps steps={trace} />
        </>
      ) : (
        areas.map(([area, own]) => (
          <div key={area}>
            <p className="scheme-points">
              {own === null
                ? say("scheme.tryOut.noneOf", { area: say("scheme.tryOut.area", { at: area }) })
                : say("scheme.tryOut.ofArea", {
                    ...{ area: say("scheme.tryOut.area", { at: area }), points: grouped(own) },
                  })}
            </p>
            <Steps steps={trace.filter((step) => step.area === area)} />
          </div>
        ))
      )}
      {flags.includes("unfinished") && (
        <p>{say("scheme.tryOut.flagged", { flags: say("scheme.tryOut.unfinished") })}</p>
      )}
    </div>
  );
}

/** The answer's own sentence, where it has one. */
function sentenceOf(told: object, name: string): string | undefined {
  const text: unknown = Reflect.get(told, name);
  return typeof text === "string" ? text : undefined;
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { say } = useText();
  if (steps.length === 0) return null;
  return (
    <>
      <p className="field-label">{say("scheme.tryOut.steps")}</p>
      <ol className="scheme-steps">
        {steps.map((step, at) => (
          <li key={at}>{sentenceOf(step, "text") ?? <StepFigures step={step} />}</li>
        ))}
      </ol>
    </>
  );
}

function StepFigures({ step }: { step: Step }) {
  const { say } = useText();
  const words = useFormWords();
  const { name, figures } = stepWords(words, step.code, step.figures);
  const item = step.item === null || step.item === "up" || step.item === "down" ? "" : ` ${step.item}`;
  const told = figures.map(([label, value]) => say("scheme.comparison.pair", { label, value: grouped(value) }));
  return (
    <>
      <strong>
        {name}
        {item}
      </strong>
      {told.length > 0 && `${say("page.colon")}${told.join(say("page.comma"))}`}
    </>
  );
}
