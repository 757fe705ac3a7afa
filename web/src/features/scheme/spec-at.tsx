import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { useEditing, useNames } from "./editing.ts";
import { LeafAt } from "./field-at.tsx";
import { ListAt } from "./list-at.tsx";
import { useTicks } from "./option.ts";
import { PlaceAt } from "./place-at.tsx";
import { blankCase, blankOf, type Composed, coreOf, emptyOf, type Field, type Spec } from "./spec.ts";
import { TicksAt } from "./ticks-at.tsx";
import { fieldsAt, type Path, readAt, textAt } from "./tree.ts";

type Of<Kind extends Composed["kind"]> = Extract<Composed, { kind: Kind }>;

/** The fields of any part of a scheme, made from its schema. */
export function SpecAt({ path, spec }: { path: Path; spec: Spec }) {
  const core = coreOf(spec);
  const ticks = useTicks(path);
  if (ticks !== undefined) return <TicksAt path={path} options={ticks} />;
  if (core.kind === "list") {
    return (
      <ListAt path={path} spec={core}>
        {(item) => <SpecAt path={item} spec={core.item} />}
      </ListAt>
    );
  }
  if (core.kind === "variant") return <VariantAt path={path} spec={core} />;
  if (core.kind === "either") return <EitherAt path={path} spec={core} />;
  if (core.kind === "fixed" && spec.kind !== "optional") return null;
  if (core.kind !== "fields") return <LeafAt path={path} spec={spec} />;
  return isOptionalPart(spec) ? (
    <OptionalAt path={path} spec={spec} core={core} />
  ) : (
    <FieldsAt path={path} fields={core.fields} />
  );
}

const isWide = (spec: Spec): boolean => ["list", "variant", "either", "fields"].includes(coreOf(spec).kind);

/** Fields beside each other; what is made of fields itself stands below them in full width. */
export function FieldsAt({ path, fields }: { path: Path; fields: readonly Field[] }) {
  const leaves = fields.filter(([, spec]) => !isWide(spec));
  return (
    <>
      {leaves.length > 0 && (
        <div className="scheme-fields">
          {leaves.map(([name, spec]) => (
            <SpecAt key={name} path={[...path, name]} spec={spec} />
          ))}
        </div>
      )}
      {fields
        .filter(([, spec]) => isWide(spec))
        .map(([name, spec]) => (
          <Part key={name} path={[...path, name]} spec={spec} />
        ))}
    </>
  );
}

const isOptionalPart = (spec: Spec): boolean => coreOf(spec).kind === "fields" && emptyOf(spec) !== "";

/** A part with its own name above it. */
function Part({ path, spec }: { path: Path; spec: Spec }) {
  const { tree, isFixed } = useEditing();
  const { label } = useNames();
  const value = readAt(tree, path);
  if (isFixed && (value === undefined || value === null)) return null;
  if (coreOf(spec).kind === "either") return <SpecAt path={path} spec={spec} />;
  return (
    <PlaceAt path={path} {...((isFixed || !isOptionalPart(spec)) && { legend: label(path) })}>
      <SpecAt path={path} spec={spec} />
    </PlaceAt>
  );
}

/** Fields that are there or not. */
function OptionalAt({ path, spec, core }: { path: Path; spec: Spec; core: Of<"fields"> }) {
  const { tree, set, isFixed } = useEditing();
  const { label } = useNames();
  const isThere = typeof readAt(tree, path) === "object" && readAt(tree, path) !== null;
  return (
    <>
      {!isFixed && (
        <label className="scheme-tick">
          <input
            type="checkbox"
            checked={isThere}
            onChange={({ target }) => set(path, target.checked ? blankOf(core) : emptyOf(spec))}
          />
          {label(path)}
        </label>
      )}
      {isThere && <FieldsAt path={path} fields={core.fields} />}
    </>
  );
}

/** Which kind it is, and the fields of that kind. */
export function VariantAt({ path, spec }: { path: Path; spec: Of<"variant"> }) {
  const { tree, set, isFixed } = useEditing();
  const { label, option } = useNames();
  const { by, cases } = spec;
  const kindPath = [...path, by];
  const kind = textAt(tree, kindPath);
  const chosen = cases.find(({ value }) => value === kind);
  const choose = (value: string) => {
    const next = cases.find((one) => one.value === value);
    if (next === undefined) return;
    const names = new Set(next.fields.map(([name]) => name));
    const kept = Object.entries(fieldsAt(tree, path)).filter(([name]) => name !== by && names.has(name));
    set(path, { ...blankCase(by, next), ...(chosen === undefined ? {} : sameKind(kept, chosen.fields, next.fields)) });
  };
  const options = cases.map(({ value }) => ({ value, label: option(kindPath, value) }));
  const leaves = (chosen?.fields ?? []).filter(([, own]) => !isWide(own));
  const rest = (chosen?.fields ?? []).filter(([, own]) => isWide(own));
  return (
    <>
      <div className="scheme-fields">
        {isFixed ? (
          <LeafAt path={kindPath} spec={{ kind: "choice", options: cases.map(({ value }) => value) }} />
        ) : (
          <ChoiceField label={label(kindPath)} value={kind} options={options} onChange={choose} />
        )}
        {leaves.map(([name, own]) => (
          <SpecAt key={name} path={[...path, name]} spec={own} />
        ))}
      </div>
      <FieldsAt path={path} fields={rest} />
    </>
  );
}

/** What both kinds have by the same name and of the same kind stays as it was written. */
function sameKind(kept: readonly (readonly [string, unknown])[], before: readonly Field[], after: readonly Field[]) {
  const kindOf = (fields: readonly Field[], name: string) => {
    const found = fields.find(([own]) => own === name);
    return found === undefined ? undefined : coreOf(found[1]).kind;
  };
  return Object.fromEntries(kept.filter(([name]) => kindOf(before, name) === kindOf(after, name)));
}

const eitherChoices = ["name", "parts"] as const;

/** A part of a composite: a figure by its name, or parts again. */
function EitherAt({ path, spec }: { path: Path; spec: Of<"either"> }) {
  const { tree, set, isFixed } = useEditing();
  const { say } = useText();
  const { label } = useNames();
  const at = typeof readAt(tree, path) === "string" ? 0 : 1;
  const own = spec.specs[at];
  const choose = (choice: (typeof eitherChoices)[number]) => {
    const next = spec.specs[eitherChoices.indexOf(choice)];
    if (next !== undefined) set(path, blankOf(next));
  };
  return (
    <>
      {!isFixed && (
        <Toggle
          label={say("scheme.either.label")}
          value={eitherChoices[at]}
          options={eitherChoices.map((value) => ({ value, label: say(`scheme.either.${value}`) }))}
          onChange={choose}
        />
      )}
      {own !== undefined && at === 0 && (
        <div className="scheme-fields">
          <SpecAt path={path} spec={own} />
        </div>
      )}
      {own !== undefined && at === 1 && (
        <PlaceAt path={path} legend={label(path)}>
          <SpecAt path={path} spec={own} />
        </PlaceAt>
      )}
    </>
  );
}
