import { type KeyboardEvent, memo, type ReactNode } from "react";
import type { Finding, LineItem } from "../../api.ts";
import { grouped, unitName, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Fullness } from "../../ui/field.tsx";
import { langOf, Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { type Beside, changeWords, totalWith } from "./change.ts";
import { Clip } from "./clip.tsx";
import { Conflict } from "./conflict.tsx";
import { changeDraft, type LineDraft, type Part, readDraft, settleDraft } from "./draft.ts";
import { FindingLine } from "./finding-line.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { faultWords, isBlank } from "./finding-text.ts";
import type { LineActions } from "./line-actions.ts";

interface LineParts {
  readonly line: LineItem;
  readonly draft: LineDraft;
  readonly lines: readonly LineItem[];
  readonly findings: readonly Finding[];
  /** Whether one has tried to hand it in: from then on blanks count as faults. */
  readonly isAsked: boolean;
  /** Whether a line that was given back was written since. */
  readonly isChanged: boolean;
  readonly actions: LineActions;
  readonly shownBeside: readonly Beside[];
  /** How many files support the figure. */
  readonly clips: number;
  /** What is shown under the line while the cursor is in it. */
  readonly below: ReactNode;
}

/** One line of the form: its fields, what stands beside them, and under them what is found. */
export const FormLine = memo(function FormLine(parts: LineParts) {
  const { line, draft, actions, below } = parts;
  const { say } = useText();
  const { code, name, definition } = line.indicator;
  const isClosed = line.review === "accepted";
  const shown = parts.findings.filter((finding) => !isBlank(finding) || (parts.isAsked && line.state === "empty"));
  const worst = shown.some(({ severity }) => severity === "hard")
    ? "hard"
    : shown.some((one) => !one.explained)
      ? "soft"
      : "none";
  return (
    <li
      className={`form-line form-line-${worst} ${line.review === "returned" ? "form-line-returned" : ""}`}
      onFocus={() => actions.focus(code)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        actions.attach(code, file);
      }}
    >
      <div className="form-name">
        <label htmlFor={`value-${code}`}>{name}</label>
        <span className="form-marks quiet">
          <span title={definition ?? undefined}>{line.caliber.name}</span>
          <Clip name={name} count={parts.clips} onOpen={() => actions.attach(code, null)} />
          {isClosed && <Tag>{say("report.form.accepted")}</Tag>}
        </span>
      </div>
      <StateField draft={draft} name={name} isClosed={isClosed} actions={actions} />
      <ValueField line={line} draft={draft} isClosed={isClosed} worst={worst} actions={actions} />
      <References line={line} draft={draft} shownBeside={parts.shownBeside} />
      <ExplanationField draft={draft} name={name} isClosed={isClosed} isNeeded={worst === "soft"} actions={actions} />
      <Told parts={parts} shown={shown} />
      {below !== null && <div className="form-below">{below}</div>}
    </li>
  );
});

interface FieldParts {
  readonly draft: LineDraft;
  readonly isClosed: boolean;
  readonly actions: LineActions;
}

const states = ["value", "not-reported", "not-applicable"] as const;

function StateField({ draft, name, isClosed, actions }: FieldParts & { name: string }) {
  const { say } = useText();
  return (
    <select
      className="select form-state"
      aria-label={say("report.form.stateOf", { name })}
      value={draft.state}
      disabled={isClosed}
      onChange={(event) =>
        actions.change(draft.indicator, (before) => changeDraft(before, "state", event.target.value))
      }
    >
      {states.map((state) => (
        <option key={state} value={state}>
          {say(`report.lineState.${state}`)}
        </option>
      ))}
    </select>
  );
}

/** Where Enter and the arrows lead from a field, if anywhere. */
function stepOf({ key, nativeEvent }: KeyboardEvent): number {
  if (nativeEvent.isComposing) return 0;
  if (key === "Enter" || key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : 0;
}

function ValueField({ line, draft, isClosed, worst, actions }: FieldParts & { line: LineItem; worst: string }) {
  const { say, language } = useText();
  const { name, unit } = line.indicator;
  const reading = readDraft(draft);
  const isFault = worst === "hard" || (reading.kind === "fault" && reading.part === "text");
  const unitWord = unitName(unit, language);
  const value = reading.kind === "content" ? reading.content.value : null;
  return (
    <div className="form-value">
      <div className="form-entry">
        <input
          id={`value-${draft.indicator}`}
          className="input form-input"
          inputMode="decimal"
          autoComplete="off"
          aria-label={
            unit === ""
              ? say("report.form.valueOfBare", { name })
              : say("report.form.valueOf", { name, unit: unitWord })
          }
          aria-describedby={`told-${draft.indicator}`}
          aria-invalid={isFault}
          readOnly={isClosed}
          value={draft.text}
          placeholder={draft.state === "value" ? "" : say(`report.lineState.${draft.state}`)}
          onChange={(event) =>
            actions.change(draft.indicator, (before) => changeDraft(before, "text", event.target.value))
          }
          onBlur={() => actions.change(draft.indicator, settleDraft)}
          onPaste={(event) => actions.paste(draft.indicator, event)}
          onKeyDown={(event) => {
            const by = stepOf(event);
            if (by === 0) return;
            event.preventDefault();
            actions.step(draft.indicator, by);
          }}
        />
        <span className="form-unit">{unitWord}</span>
      </div>
      {value !== null && value !== draft.text.trim() && (
        <p className="quiet">{say("report.form.reads", { value: withUnit(value, unit, language) })}</p>
      )}
    </div>
  );
}

/** Last period, the same period of last year, the year's total: greyed, with the change that the figure makes. */
function References({ line, draft, shownBeside }: Pick<LineParts, "line" | "draft" | "shownBeside">) {
  const { say, language } = useText();
  const { unit } = line.indicator;
  const reading = readDraft(draft);
  const value = reading.kind === "content" ? reading.content.value : null;
  const total = totalWith(line.earlierThisYear, value);
  const items = {
    previous: { shown: line.previous, change: changeWords(value, line.previous, unit, language) },
    samePeriod: { shown: line.samePeriod, change: changeWords(value, line.samePeriod, unit, language) },
    yearToDate: { shown: total, change: undefined },
  };
  return (
    <>
      {shownBeside.map((head) => (
        <div key={head} className={`form-reference form-reference-${head}`}>
          <span className="form-reference-head">{say(`report.form.${head}`)}</span>
          <span>{items[head].shown === null ? say("page.none") : grouped(items[head].shown)}</span>
          {items[head].change !== undefined && <span className="form-change">{items[head].change}</span>}
        </div>
      ))}
    </>
  );
}

const mostLetters = 2000;

function ExplanationField({
  draft,
  name,
  isClosed,
  isNeeded,
  actions,
}: FieldParts & { name: string; isNeeded: boolean }) {
  const { say } = useText();
  const isMissing = isNeeded && draft.explanation.trim() === "";
  return (
    <div className="form-explanation-cell">
      <textarea
        className={`input form-explanation ${isMissing ? "form-explanation-needed" : ""}`}
        aria-label={say("report.form.explanationOf", { name })}
        aria-required={isNeeded}
        placeholder={say(isNeeded ? "report.form.needed" : "report.form.optional")}
        rows={draft.explanation.length > 24 || isMissing ? 2 : 1}
        maxLength={mostLetters}
        readOnly={isClosed}
        lang={langOf(draft.explanation)}
        value={draft.explanation}
        onChange={(event) => change(actions, draft, "explanation", event.target.value)}
      />
      <Fullness text={draft.explanation} most={mostLetters} />
    </div>
  );
}

function change(actions: LineActions, { indicator }: LineDraft, part: Part, text: string): void {
  actions.change(indicator, (before) => changeDraft(before, part, text));
}

/** Under the fields: why it came back, what cannot be read or was not taken, what checks found, whose content stays. */
function Told({
  parts: { line, draft, lines, isChanged, actions },
  shown,
}: {
  parts: LineParts;
  shown: readonly Finding[];
}) {
  const { say, language } = useText();
  const reading = readDraft(draft);
  // What cannot be read is stored as a blank, but it is none.
  const told = reading.kind === "fault" ? shown.filter((finding) => !isBlank(finding)) : shown;
  return (
    <div className="form-told" id={`told-${draft.indicator}`}>
      {line.review === "returned" && line.returnReason !== null && (
        <p className="told told-returned">
          <FindingMark kind="returned" />
          <span>
            {`${say("report.form.returned")}${say("page.colon")}`}
            <Original>{line.returnReason}</Original>
          </span>
          {isChanged && <Tag kind="accent">{say("report.form.changed")}</Tag>}
        </p>
      )}
      {reading.kind === "fault" && (
        <p className="told told-hard">
          <FindingMark kind="hard" />
          {reading.part === "text" ? faultWords(reading.fault, say, language) : say("report.form.enterprisesFault")}
        </p>
      )}
      {draft.refused !== null && (
        <p className="told told-hard">
          <FindingMark kind="hard" />
          {say("report.form.save.refused", { detail: draft.refused.detail })}
        </p>
      )}
      {draft.theirs !== null && <Conflict draft={draft} theirs={draft.theirs} actions={actions} />}
      {told.map((finding) => (
        <FindingLine key={`${finding.check.code} ${finding.code}`} finding={finding} lines={lines} />
      ))}
    </div>
  );
}
