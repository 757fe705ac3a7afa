import { type FormEvent, type ReactNode, useState } from "react";
import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Foot } from "../../ui/foot.tsx";
import { Section } from "../../ui/page.tsx";
import { AreaPicker } from "./area-picker.tsx";
import { draftFaults, type Faulty, figureClasses, type RoundDraft, stages } from "./draft.ts";
import { LinePicker } from "./line-picker.tsx";
import { PeriodField } from "./period-field.tsx";
import type { Choices } from "./query.ts";
import "./round-form.css";

interface FormParts {
  readonly initial: RoundDraft;
  readonly choices: Choices;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSave: (draft: RoundDraft) => void;
  /** More to do with what is stored. */
  readonly more?: ReactNode;
}

/** The editor of a round: what is asked, of whom, until when, and the head of the form. */
export function RoundForm({ initial, choices, isNew, isBusy, error, onSave, more }: FormParts) {
  const { say } = useText();
  const [draft, setDraft] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const faults = draftFaults(draft);
  const set = (part: Partial<RoundDraft>) => setDraft((before) => ({ ...before, ...part }));
  const told = (name: Faulty): string | undefined =>
    (isAsked && faults.includes(name) ? say(`round.faults.${name}`) : undefined) ?? serverWords(error, name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length === 0) onSave(draft);
    else document.querySelector<HTMLElement>(`[data-fault="${faults[0]}"] :is(input, select)`)?.focus();
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <Basics draft={draft} set={set} told={told} isNew={isNew} choices={choices} />
      <Section
        title={say("round.fields.linesTitle")}
        note={say("round.fields.linesNote", { count: draft.lines.length })}
      >
        <div data-fault="lines">
          <Told text={told("lines")} />
          <LinePicker choices={choices} lines={draft.lines} onChange={(lines) => set({ lines })} />
        </div>
      </Section>
      <Section
        title={say("round.fields.areasTitle")}
        note={say("round.fields.areasNote", { count: draft.areas.length })}
      >
        <div data-fault="areas">
          <Told text={told("areas")} />
          <AreaPicker choices={choices} city={draft.city} chosen={draft.areas} onChange={(areas) => set({ areas })} />
        </div>
      </Section>
      <FormHeadSection draft={draft} set={set} />
      <Foot className="round-foot">
        <span className="foot-saving" role="alert">
          {error !== null && <span className="field-error">{error.message}</span>}
          {isAsked && faults.length > 0 && (
            <span className="field-error">{say("round.faults.sum", { count: faults.length })}</span>
          )}
        </span>
        <div className="foot-blocks">{more}</div>
        <button type="submit" className="button button-primary foot-action" disabled={isBusy}>
          {say("round.save")}
        </button>
      </Foot>
    </form>
  );
}

/** What the server says about a field of a round. */
function serverWords(error: Error | null, name: Faulty): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const field = name === "title" ? "name" : name;
  return error.faults.find((fault) => fault.field === field || fault.field.startsWith(`${field}.`))?.detail;
}

function Told({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="field-error">{text}</p>;
}

interface PartParts {
  readonly draft: RoundDraft;
  readonly set: (part: Partial<RoundDraft>) => void;
}

function Basics({
  draft,
  set,
  told,
  isNew,
  choices,
}: PartParts & { told: (name: Faulty) => string | undefined; isNew: boolean; choices: Choices }) {
  const { say } = useText();
  const cities = [...new Map(choices.areas.map(({ city }) => [city.code, city.name]))];
  return (
    <Section title={say("round.fields.basics")}>
      <div className="fields">
        <div data-fault="code">
          <TextField
            label={say("round.fields.code")}
            hint={say("round.fields.codeHint")}
            error={told("code")}
            most={24}
            isFixed={!isNew}
            value={draft.code}
            onChange={(code) => set({ code })}
          />
        </div>
        <div data-fault="title">
          <TextField
            label={say("round.fields.title")}
            error={told("title")}
            most={200}
            value={draft.name}
            onChange={(name) => set({ name })}
          />
        </div>
        <TextField
          label={say("round.fields.titleEn")}
          most={200}
          value={draft.nameEn}
          onChange={(nameEn) => set({ nameEn })}
        />
        <ChoiceField
          label={say("round.fields.city")}
          value={draft.city}
          options={cities.map(([value, label]) => ({ value, label }))}
          onChange={(city) => set({ city, areas: [] })}
        />
        <PeriodField period={draft.period} error={told("period")} onChange={(period) => set({ period })} />
        <div data-fault="opensOn">
          <TextField
            type="date"
            label={say("round.fields.opensOn")}
            error={told("opensOn")}
            value={draft.opensOn}
            onChange={(opensOn) => set({ opensOn })}
          />
        </div>
        <div data-fault="dueOn">
          <TextField
            type="date"
            label={say("round.fields.dueOn")}
            error={told("dueOn")}
            value={draft.dueOn}
            onChange={(dueOn) => set({ dueOn })}
          />
        </div>
        <ChoiceField
          label={say("round.fields.stage")}
          value={draft.stage}
          options={stages.map((value) => ({ value, label: say(`code.stage.${value}`) }))}
          onChange={(stage) => set({ stage })}
        />
        <ChoiceField
          label={say("round.fields.class")}
          value={draft.class}
          options={figureClasses.map((value) => ({ value, label: say(`round.fields.classes.${value}`) }))}
          onChange={(chosen) => set({ class: chosen })}
        />
        <div className="field-wide">
          <TextArea
            label={say("round.fields.instructions")}
            most={4000}
            value={draft.instructions}
            onChange={(instructions) => set({ instructions })}
          />
        </div>
      </div>
    </Section>
  );
}

function FormHeadSection({ draft, set }: PartParts) {
  const { say } = useText();
  const setForm = (part: Partial<RoundDraft["form"]>) => set({ form: { ...draft.form, ...part } });
  return (
    <Section title={say("round.fields.formTitle")} note={say("round.fields.formNote")}>
      <div className="fields">
        {(["number", "issuer", "approval"] as const).map((name) => (
          <TextField
            key={name}
            label={say(`round.fields.${name}`)}
            most={200}
            value={draft.form[name]}
            onChange={(text) => setForm({ [name]: text })}
          />
        ))}
        <TextField
          type="date"
          label={say("round.fields.validUntil")}
          value={draft.form.validUntil}
          onChange={(validUntil) => setForm({ validUntil })}
        />
      </div>
    </Section>
  );
}
