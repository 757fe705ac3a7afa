import { Link } from "@tanstack/react-router";
import { type Actor, may } from "@yuanbiao/core/access";
import { WaterfallBars } from "../../charts/waterfall-bars.tsx";
import { signed } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Columns, Page, Section, Tag } from "../../ui/page.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { Empty } from "../../ui/state.tsx";
import { RunFacts } from "./frame.tsx";
import { LineSection, type ObjectionsTo } from "./line-section.tsx";
import { noteWords } from "./ranking-section.tsx";
import { type Evaluation, type Standing, statementAddress } from "./request.ts";
import { StandingNote } from "./standing-note.tsx";
import "./evaluation.css";
import "./statement.css";

interface StatementParts {
  readonly evaluation: Evaluation;
  readonly actor: Actor;
  readonly standing: Standing;
  readonly objectionsTo: ObjectionsTo;
}

/** 得分说明: what an area got and why, line by line, fit for paper and for an appeal. */
export function StatementPage({ evaluation, actor, standing, objectionsTo }: StatementParts) {
  const { say } = useText();
  const { result, sentences, lines } = standing;
  const [sentence, ...others] = sentences;
  const notes = noteWords(result, say);
  return (
    <Page
      name={`${say("evaluation.statement.of", { run: evaluation.name })} · ${evaluation.id}`}
      sentence={sentence ?? result.area.name}
      lead={
        <div className="run-lead">
          {others.map((other) => (
            <p key={other} className="run-sentence">
              {other}
            </p>
          ))}
          {notes !== "" && <Tag kind="warn">{notes}</Tag>}
          <RunFacts evaluation={evaluation} />
          <div className="run-bar">
            <Link to="/evaluations/$evaluation" params={{ evaluation: evaluation.id }} className="link">
              {say("evaluation.head.back", { name: evaluation.name })}
            </Link>
            {!result.hidden.includes("lines") && (
              <PaperButton
                address={statementAddress(evaluation.id, result.area.code)}
                label={say("evaluation.head.statement")}
              />
            )}
          </div>
        </div>
      }
    >
      <StandingNote evaluation={evaluation} />
      <LostSection standing={standing} />
      <Columns>
        <GainSection gains={standing.gains} knowsAll={may(actor, "evaluation.survey")} />
        {standing.arithmetic.length > 0 && (
          <Section title={say("evaluation.statement.arithmetic")}>
            <ol className="arithmetic">
              {standing.arithmetic.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Section>
        )}
      </Columns>
      {lines.length === 0 ? (
        <Section title={say("evaluation.statement.lines")}>
          <Empty>{say("evaluation.statement.linesHidden")}</Empty>
        </Section>
      ) : (
        <LineSection lines={lines} objectionsTo={objectionsTo} />
      )}
    </Page>
  );
}

/** 失分瀑布. */
function LostSection({ standing: { waterfall } }: { standing: Standing }) {
  const { say } = useText();
  if (waterfall.length < 2) return null;
  const steps = waterfall.map(({ kind, criterion, points }) => ({
    ...{ kind, points },
    label: criterion?.name ?? say(`evaluation.statement.${kind}`),
  }));
  const figure = ({ kind, points }: { kind: string; points: string }): string =>
    kind === "full-mark" || kind === "total" ? points : signed(points);
  const parts = steps.map((step) => `${step.label} ${figure(step)}`).join(say("page.list"));
  return (
    <Section title={say("evaluation.statement.waterfall")} note={say("evaluation.statement.waterfallNote")}>
      <WaterfallBars steps={steps} label={say("evaluation.statement.waterfallLabel", { parts })} figure={figure} />
    </Section>
  );
}

/** What it takes to gain a place or a grade, and which criterion alone would give it. */
function GainSection({ gains, knowsAll }: { gains: Standing["gains"]; knowsAll: boolean }) {
  const { say } = useText();
  // Gains are also left out where they would tell what is hidden: that there are none is known to who sees everything.
  if (gains.length === 0 && !knowsAll) return null;
  return (
    <Section title={say("evaluation.statement.gains")}>
      {gains.length === 0 ? (
        <Empty>{say("evaluation.statement.gainsNone")}</Empty>
      ) : (
        <ul className="lines">
          {gains.map(({ sentence, levers }) => (
            <li key={sentence} className="line">
              <p>
                <strong>{sentence}</strong>
              </p>
              {levers.length > 0 && (
                <ul className="levers" aria-label={say("evaluation.statement.levers")}>
                  {levers.map((lever) => (
                    <li key={lever.criterion.code}>{lever.sentence}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
