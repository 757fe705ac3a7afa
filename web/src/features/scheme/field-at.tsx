import type { ReactNode } from "react";
import { useText } from "../../text/text.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { langOf } from "../../ui/original.tsx";
import { useEditing, useNames, useTold } from "./editing.ts";
import { MarksAt } from "./marks-at.tsx";
import { type Option, useOptions } from "./option.ts";
import { coreOf, emptyOf, type Spec } from "./spec.ts";
import { type Path, readAt, spell, textAt } from "./tree.ts";

const longTexts: readonly unknown[] = ["note", "noteEn"];
const wideOf = (path: Path): string => (longTexts.includes(path.at(-1)) ? "scheme-wide" : "");

interface LeafParts {
  readonly path: Path;
  readonly spec: Spec;
  readonly hint?: ReactNode;
}

/** A typed text as a value; a whole number that is none yet stays a text, and is told so. */
function typedValue(spec: Spec, text: string): unknown {
  if (text === "") return emptyOf(spec);
  return coreOf(spec).kind === "whole" && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** One value of the scheme: its label, what stands against it, and its 待核 mark. */
export function LeafAt({ path, spec, hint }: LeafParts) {
  const { tree, isFixed } = useEditing();
  const { label } = useNames();
  const options = useOptions(path, spec);
  const core = coreOf(spec);
  const isTick = core.kind === "tick" || core.kind === "fixed";
  if (isFixed) return <FixedAt path={path} options={options} isTick={isTick} />;
  return (
    <div className={`scheme-place ${isTick ? "scheme-tick-place" : ""} ${wideOf(path)}`} data-place={spell(path)}>
      {isTick ? (
        <TickAt path={path} spec={spec} label={label(path)} />
      ) : (
        <InputAt {...{ path, spec, hint, options }} label={label(path)} text={textAt(tree, path)} />
      )}
      <MarksAt path={path} />
    </div>
  );
}

interface InputParts extends LeafParts {
  readonly label: string;
  readonly text: string;
  readonly options: readonly Option[] | undefined;
}

function InputAt({ path, spec, hint, label, text, options }: InputParts) {
  const { set } = useEditing();
  const { say } = useText();
  const error = useTold(path);
  const isOptional = options === undefined && emptyOf(spec) !== "";
  const parts = {
    ...{
      label: isOptional ? say("scheme.item.optional", { label }) : label,
      value: text,
      error,
      onChange: (next: string) => set(path, typedValue(spec, next)),
    },
    ...(hint !== undefined && { hint }),
  };
  if (options !== undefined) return <ChoiceField {...parts} options={options} />;
  return longTexts.includes(path.at(-1)) ? <TextArea {...parts} /> : <TextField {...parts} />;
}

function TickAt({ path, spec, label }: { path: Path; spec: Spec; label: string }) {
  const { tree, set } = useEditing();
  const core = coreOf(spec);
  const [on, off] = core.kind === "fixed" ? [core.value, undefined] : [true, false];
  return (
    <label className="scheme-tick">
      <input
        type="checkbox"
        checked={readAt(tree, path) === on}
        onChange={({ target }) => set(path, target.checked ? on : off)}
      />
      {label}
    </label>
  );
}

interface FixedParts {
  readonly path: Path;
  readonly options: readonly Option[] | undefined;
  readonly isTick: boolean;
}

/** For reading: what says nothing is left out. */
function FixedAt({ path, options, isTick }: FixedParts) {
  const { tree } = useEditing();
  const { say } = useText();
  const { label } = useNames();
  const value = readAt(tree, path);
  if (value === undefined || value === null || value === "") return null;
  const text = textAt(tree, path);
  const shown = isTick
    ? say(value === false ? "scheme.item.no" : "scheme.item.yes")
    : (options?.find((option) => option.value === text)?.label ?? text);
  return (
    <div className={`field scheme-place ${wideOf(path)}`} data-place={spell(path)}>
      <span className="field-label">{label(path)}</span>
      <span className="scheme-fixed" lang={langOf(shown)}>
        {shown}
      </span>
      <MarksAt path={path} />
    </div>
  );
}
