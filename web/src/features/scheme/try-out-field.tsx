import { useText } from "../../text/text.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { useNames } from "./editing.ts";
import { poolArea } from "./scorer-inputs.ts";
import { coreOf, type Spec } from "./spec.ts";
import { fieldsAt } from "./tree.ts";

interface FieldParts {
  readonly name: string;
  readonly spec: Spec;
  readonly typed: unknown;
  readonly told: (field: string) => string | undefined;
  readonly onChange: (value: unknown) => void;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** One input of a try-out: a figure, a state, some scores, counts, or a figure a park. */
export function TryOutField(parts: FieldParts) {
  const { say } = useText();
  const { label, option } = useNames();
  const { name, spec, typed, told, onChange } = parts;
  const core = coreOf(spec);
  const path = ["inputs", name];
  const common = { label: label(path), error: told(`inputs.${name}`), value: textOf(typed), onChange };
  if (core.kind === "pool") return <PoolFields {...parts} />;
  if (core.kind === "choice") {
    const options = ["", ...core.options].map((value) => ({ value, label: value === "" ? "" : option(path, value) }));
    return <ChoiceField {...common} options={options} />;
  }
  if (core.kind === "fields") {
    const own = fieldsAt(typed, []);
    return core.fields.map(([code]) => (
      <TextField
        key={code}
        label={`${label(path)}${say("page.colon")}${code}`}
        value={textOf(own[code])}
        error={told(`inputs.${name}.${code}`)}
        onChange={(value) => onChange({ ...own, [code]: value })}
      />
    ));
  }
  return <TextField {...common} {...(core.kind === "numbers" && { hint: say("scheme.tryOut.numbersHint") })} />;
}

const fewest = 3;

function PoolFields({ name, typed, told, onChange }: FieldParts) {
  const { say } = useText();
  const { label } = useNames();
  const given: readonly unknown[] = Array.isArray(typed) ? typed : [];
  const rows = Array.from({ length: Math.max(fewest, given.length) }, (_, at) => textOf(given[at]));
  return (
    <fieldset className="scheme-pool">
      <legend className="field-label">{label(["inputs", name])}</legend>
      <div className="scheme-fields">
        {rows.map((value, at) => (
          <TextField
            key={poolArea(at)}
            label={say("scheme.tryOut.area", { at: poolArea(at) })}
            value={value}
            error={told(`inputs.${name}.${poolArea(at)}`)}
            onChange={(text) => onChange(rows.with(at, text))}
          />
        ))}
      </div>
      <button type="button" className="button-quiet" onClick={() => onChange([...rows, ""])}>
        {say("scheme.tryOut.addArea")}
      </button>
    </fieldset>
  );
}
