import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { useEditing, useNames } from "./editing.ts";
import { PlaceAt } from "./place-at.tsx";
import { findScorer, inputFields, sourcesOf } from "./scorer-inputs.ts";
import { bindingSpec } from "./shape.ts";
import { blankCase } from "./spec.ts";
import { FieldsAt } from "./spec-at.tsx";
import { fieldsAt, type Path, readAt, textAt } from "./tree.ts";

/** Where each input of the rule comes from; one that the rule does not take any more can only be dropped. */
export function InputsEditor({ path }: { path: Path }) {
  const { tree, isFixed } = useEditing();
  const { say } = useText();
  const list: Path = [...path, "inputs"];
  const scorer = findScorer(readAt(tree, [...path, "scorer"]));
  const bound = Object.keys(fieldsAt(tree, list));
  const taken = scorer === undefined ? [] : inputFields(scorer).map(([name]) => name);
  const names = [...new Set(isFixed ? bound : [...taken, ...bound])];
  return (
    <PlaceAt path={list} legend={say("scheme.criterion.inputs")}>
      {!isFixed && <p className="quiet">{say("scheme.criterion.inputsNote")}</p>}
      <div className="scheme-inputs">
        {names.map((name) => (
          <InputEditor key={name} path={[...list, name]} />
        ))}
      </div>
    </PlaceAt>
  );
}

function InputEditor({ path }: { path: Path }) {
  const { tree, isFixed, set } = useEditing();
  const { say } = useText();
  const { label, option } = useNames();
  const kind: Path = [...path, "from"];
  const from = textAt(tree, kind);
  const cases = sourcesOf(String(path.at(-1)), bindingSpec.cases, from);
  const chosen = bindingSpec.cases.find(({ value }) => value === from);
  const options = [
    { value: "", label: say("scheme.criterion.unbound") },
    ...cases.map(({ value }) => ({ value, label: option(kind, value) })),
  ];
  const choose = (value: string) => {
    const next = cases.find((one) => one.value === value);
    set(path, next === undefined ? undefined : blankCase("from", next));
  };
  return (
    <PlaceAt path={path}>
      {isFixed ? (
        <div className="field">
          <span className="field-label">{label(path)}</span>
          <span className="scheme-fixed">{option(kind, from)}</span>
        </div>
      ) : (
        <ChoiceField label={label(path)} value={from} options={options} onChange={choose} />
      )}
      {chosen !== undefined && <FieldsAt path={path} fields={chosen.fields} />}
    </PlaceAt>
  );
}
