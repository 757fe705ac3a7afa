import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { moments, type TermDraft, withTerm } from "./draft.ts";
import type { Choices } from "./query.ts";
import type { Told } from "./told.ts";

interface ListParts {
  readonly side: "left" | "right";
  readonly terms: readonly TermDraft[];
  readonly choices: Choices;
  readonly told: Told;
  readonly onChange: (terms: TermDraft[]) => void;
}

/** One side of a relation: its terms, which are added up. */
export function TermList({ side, terms, choices, told, onChange }: ListParts) {
  const { say } = useText();
  const name = say(`check.fields.${side}`);
  const error = told(`rule.${side}`);
  return (
    <fieldset className="check-side">
      <legend className="field-label">{name}</legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      {terms.map((term, at) => (
        <TermFields
          key={term.id}
          name={say("check.fields.term", { side: name, at: at + 1 })}
          term={term}
          choices={choices}
          told={(field) => told(field === "" ? `rule.${side}.${at}` : `rule.${side}.${at}.${field}`)}
          onChange={(next) => onChange(terms.map((one) => (one.id === term.id ? next : one)))}
          onRemove={() => onChange(terms.filter(({ id }) => id !== term.id))}
        />
      ))}
      <button
        type="button"
        className="button"
        aria-label={say("check.fields.addTermTo", { side: name })}
        onClick={() => onChange(withTerm(terms))}
      >
        {say("check.fields.addTerm")}
      </button>
    </fieldset>
  );
}

interface TermParts {
  readonly name: string;
  readonly term: TermDraft;
  readonly choices: Choices;
  /** "" is the term itself. */
  readonly told: Told;
  readonly onChange: (term: TermDraft) => void;
  readonly onRemove: () => void;
}

function TermFields({ name, term, choices, told, onChange, onRemove }: TermParts) {
  const { say } = useText();
  const offered = choices.indicators.filter(({ code, measure }) => measure !== "milestone" || code === term.indicator);
  const text = (key: "coefficient" | "unitFactor") => ({
    ...{ label: say(`check.fields.${key}`), value: term[key], error: told(key), most: 21 },
    onChange: (value: string) => onChange({ ...term, [key]: value }),
  });
  return (
    <fieldset className="check-term">
      <legend className="visually-hidden">{name}</legend>
      <ChoiceField
        label={say("check.fields.indicator")}
        value={term.indicator}
        options={[
          { value: "", label: say("check.fields.chooseIndicator") },
          ...offered.map((indicator) => ({ value: indicator.code, label: indicator.name })),
        ]}
        error={[told("indicator"), told("")].filter((words) => words !== undefined).join(" ") || undefined}
        onChange={(indicator) => onChange({ ...term, indicator })}
      />
      <div className="check-pair">
        <ChoiceField
          label={say("check.fields.moment")}
          value={term.moment}
          options={moments.map((value) => ({ value, label: say(`check.fields.moments.${value}`) }))}
          error={told("moment")}
          onChange={(moment) => onChange({ ...term, moment })}
        />
        <TextField {...text("coefficient")} />
      </div>
      <TextField {...text("unitFactor")} />
      <div className="check-term-foot">
        <button
          type="button"
          className="button-quiet"
          aria-label={say("check.fields.removeTermOf", { term: name })}
          onClick={onRemove}
        >
          {say("check.fields.removeTerm")}
        </button>
      </div>
    </fieldset>
  );
}
