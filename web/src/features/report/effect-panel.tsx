import { Link } from "@tanstack/react-router";
import type { Effect, Finding, LineItem, Report } from "../../api.ts";
import { asPercent, targetFigure, trimmed, unitBehind, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { statusWord } from "../../text/word.ts";
import { TextField } from "../../ui/field.tsx";
import { Light } from "../../ui/light.tsx";
import { changeDraft, type LineDraft, readDraft } from "./draft.ts";
import { FindingLine } from "./finding-line.tsx";
import { isBlank } from "./finding-text.ts";
import type { LineActions } from "./line-actions.ts";
import { useEffectOf } from "./query.ts";
import { isSameStanding, type Standing } from "./standing.ts";
import "./effect-panel.css";

interface PanelParts {
  readonly report: Report;
  readonly line: LineItem | undefined;
  readonly draft: LineDraft | undefined;
  readonly actions: LineActions;
}

/** What the figure under the cursor does: to its targets, and which checks will ask. Nothing of it is stored. */
export function EffectPanel({ report, line, draft, actions }: PanelParts) {
  const { say } = useText();
  const reading = draft === undefined ? undefined : readDraft(draft);
  const isOpen = line !== undefined && line.review !== "accepted";
  const content = isOpen && reading?.kind === "content" ? reading.content : null;
  const typed = content === null || draft === undefined ? null : { indicator: draft.indicator, content };
  const effect = useEffectOf(report, typed);
  return (
    <section className="effect" aria-label={say("report.effect.title")} aria-live="polite">
      <h3>{line === undefined ? say("report.effect.title") : line.indicator.name}</h3>
      {line === undefined && <p className="quiet">{say("report.effect.idle")}</p>}
      {reading?.kind === "fault" && <p className="quiet">{say("report.effect.unreadable")}</p>}
      {effect.isError && typed !== null && <p className="quiet">{say("report.effect.failed")}</p>}
      {typed !== null && effect.data !== undefined && <EffectBody effect={effect.data} report={report} />}
      {isOpen && draft !== undefined && (
        <TextField
          label={say("report.form.enterprises")}
          hint={say("report.form.enterprisesHint")}
          value={draft.enterprises}
          onChange={(text) => actions.change(draft.indicator, (before) => changeDraft(before, "enterprises", text))}
        />
      )}
      {line?.indicator.definition != null && (
        <details className="effect-more">
          <summary>{say("report.definition")}</summary>
          <p>{line.indicator.definition}</p>
        </details>
      )}
    </section>
  );
}

/** What is already said under the line need not be said again. */
function isSaid(finding: Finding, said: readonly Finding[]): boolean {
  return said.some(
    ({ check, code, actual }) =>
      check.code === finding.check.code && code === finding.code && actual === finding.actual,
  );
}

function EffectBody({ effect, report }: { effect: Effect; report: Report }) {
  const { say } = useText();
  const asks = effect.findings.filter((finding) => !isBlank(finding));
  const fresh = asks.filter((finding) => !isSaid(finding, report.findings));
  const moved = effect.targets.filter(({ before, after }) => !isSameStanding(before, after));
  const still = effect.targets.filter((one) => !moved.includes(one));
  return (
    <>
      {effect.targets.length === 0 && <p className="quiet">{say("report.effect.none")}</p>}
      <ul className="effect-targets">
        {moved.map((one) => (
          <TargetEffect key={one.target.id} effect={one} />
        ))}
      </ul>
      {still.length > 0 && (
        <div>
          <p className="quiet">{say("report.effect.same", { count: still.length })}</p>
          <ul className="effect-still">
            {still.map(({ target }) => (
              <li key={target.id}>
                <TargetLink target={target} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {(asks.length > 0 || !effect.findings.some(isBlank)) && (
        <p className="effect-asks">
          {asks.length === 0
            ? say("report.effect.asksNone")
            : fresh.length === 0
              ? say("report.effect.asksBelow", { count: asks.length })
              : say("report.effect.asks")}
        </p>
      )}
      {fresh.map((finding) => (
        <FindingLine key={finding.check.code + finding.code} finding={finding} lines={report.lineItems} />
      ))}
    </>
  );
}

function TargetLink({ target: { id, name } }: { target: { id: string; name: string } }) {
  return (
    <Link to="/targets/$target" params={{ target: id }} className="link" target="_blank">
      {name}
    </Link>
  );
}

function TargetEffect({ effect: { target, before, after } }: { effect: Effect["targets"][number] }) {
  const { say, language } = useText();
  const { unit } = target.indicator;
  const aim = targetFigure({ ...target, memberComparator: null });
  const words = aim === undefined ? target.name : `${aim} ${unitBehind(unit, language)}`;
  const percent = ({ achievement }: Standing) =>
    achievement === null ? say("page.none") : `${trimmed(asPercent(achievement))}\u00a0%`;
  return (
    <li className="effect-target">
      <p>
        <TargetLink target={target} />
      </p>
      <p className="quiet">{say("report.effect.target", { target: words, due: periodName(target.due, language) })}</p>
      <dl className="effect-standings">
        <StandingView head={say("report.effect.before")} standing={before} percent={percent(before)} />
        <StandingView head={say("report.effect.after")} standing={after} percent={percent(after)} />
      </dl>
      {after.pace !== null && (
        <p className="quiet">
          {`${say("report.effect.pace")} ${withUnit(trimmed(after.pace.perPeriod), unit, language)}`}
          {say("page.comma")}
          {say("report.effect.periods", { count: Number(after.pace.periodsLeft) })}
        </p>
      )}
    </li>
  );
}

function StandingView({ head, standing, percent }: { head: string; standing: Standing; percent: string }) {
  const { say } = useText();
  const { status, provisional, reason } = standing;
  return (
    <div className="effect-standing">
      <dt>{head}</dt>
      <dd>
        <Light status={status} provisional={provisional} word={statusWord(status, reason, say)} />
        <span className="effect-percent">{`${say("report.effect.achievement")} ${percent}`}</span>
      </dd>
    </div>
  );
}
