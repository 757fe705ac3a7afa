import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { acceptable, type CheckDraft, comparators } from "./draft.ts";
import type { Choices } from "./query.ts";
import { TermList } from "./term-list.tsx";
import type { Told } from "./told.ts";

interface RuleParts {
  readonly draft: CheckDraft;
  readonly set: (part: Partial<CheckDraft>) => void;
  readonly told: Told;
}

/** The fields of the kind of rule that is chosen. */
export function RuleFields({ choices, ...parts }: RuleParts & { choices: Choices }) {
  const { kind } = parts.draft;
  if (kind === "range") return <RangeFields {...parts} />;
  if (kind === "required") return <RequiredFields {...parts} />;
  if (kind === "relation") return <RelationFields {...parts} choices={choices} />;
  if (kind === "parts") return <NumberField {...parts} name="points" path="rule.tolerance" />;
  return (
    <div className="check-pair">
      {kind === "swing" && <AgainstField {...parts} />}
      <NumberField {...parts} name="percent" path="rule.percent" />
    </div>
  );
}

type NumberName = "min" | "max" | "percent" | "constant" | "tolerance";

function NumberField({ draft, set, told, name, path }: RuleParts & { name: NumberName | "points"; path: string }) {
  const { say } = useText();
  const kept: NumberName = name === "points" ? "tolerance" : name;
  return (
    <TextField
      label={say(`check.fields.${name}`)}
      most={21}
      value={draft[kept]}
      error={told(path)}
      onChange={(text) => set({ [kept]: text })}
    />
  );
}

function Tick({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="check-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

function RangeFields(parts: RuleParts) {
  const { say } = useText();
  const { draft, set } = parts;
  return (
    <div className="check-pair">
      {(["min", "max"] as const).map((name) => {
        const inclusive = `${name}Inclusive` as const;
        return (
          <div key={name} className="check-part">
            <NumberField {...parts} name={name} path={`rule.${name}`} />
            <Tick
              label={say(`check.fields.${inclusive}`)}
              isOn={draft[inclusive]}
              onChange={(isOn) => set({ [inclusive]: isOn })}
            />
          </div>
        );
      })}
    </div>
  );
}

function RequiredFields({ draft, set }: RuleParts) {
  const { say } = useText();
  return (
    <fieldset>
      <legend className="field-label">{say("check.fields.accepts")}</legend>
      {acceptable.map((state) => (
        <Tick
          key={state}
          label={say(`code.state.${state}`)}
          isOn={draft.accepts.includes(state)}
          onChange={(isOn) =>
            set({ accepts: acceptable.filter((one) => (one === state ? isOn : draft.accepts.includes(one))) })
          }
        />
      ))}
    </fieldset>
  );
}

function AgainstField({ draft, set, told }: RuleParts) {
  const { say } = useText();
  return (
    <ChoiceField
      label={say("check.fields.against")}
      value={draft.against}
      options={(["same-period", "previous"] as const).map((value) => ({
        value,
        label: say(`check.fields.againsts.${value}`),
      }))}
      error={told("rule.against")}
      onChange={(against) => set({ against })}
    />
  );
}

function RelationFields({ choices, ...parts }: RuleParts & { choices: Choices }) {
  const { say } = useText();
  const { draft, set, told } = parts;
  return (
    <>
      <TermList {...{ side: "left", terms: draft.left, choices, told }} onChange={(left) => set({ left })} />
      <ChoiceField
        label={say("check.fields.comparator")}
        value={draft.comparator}
        options={comparators.map((value) => ({ value, label: say(`check.fields.comparators.${value}`) }))}
        onChange={(comparator) => set({ comparator })}
      />
      <TermList {...{ side: "right", terms: draft.right, choices, told }} onChange={(right) => set({ right })} />
      <div className="check-pair">
        <NumberField {...parts} name="constant" path="rule.constant" />
        <ChoiceField
          label={say("check.fields.toleranceKind")}
          value={draft.toleranceKind}
          options={(["absolute", "relative"] as const).map((value) => ({
            value,
            label: say(`check.fields.toleranceKinds.${value}`),
          }))}
          onChange={(toleranceKind) => set({ toleranceKind })}
        />
        <NumberField {...parts} name="tolerance" path="rule.tolerance.value" />
      </div>
    </>
  );
}
