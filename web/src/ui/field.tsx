import { type ReactNode, useId } from "react";
import { useText } from "../text/text.ts";
import { langOf } from "./original.tsx";
import "./field.css";

interface FieldParts {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The control gets its id, and the id of what describes it. */
  readonly children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => ReactNode;
}

/** A control with its label above, and below it a hint and what is wrong. */
export function Field({ label, hint, error, children }: FieldParts) {
  const id = useId();
  const told = `${id}-told`;
  const isTold = hint !== undefined || error !== undefined;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children({
        id,
        ...(isTold && { "aria-describedby": told }),
        ...(error !== undefined && { "aria-invalid": true }),
      })}
      {isTold && (
        <div id={told} className="field-told">
          {error !== undefined && <p className="field-error">{error}</p>}
          {hint !== undefined && <p className="quiet">{hint}</p>}
        </div>
      )}
    </div>
  );
}

/** Says that a text is as long as it may be: what was pasted beyond that is not in it. */
export function Fullness({ text, most }: { text: string; most: number | undefined }) {
  const { say } = useText();
  if (most === undefined || text.length < most) return null;
  return (
    <p className="field-full" role="status">
      {say("page.full", { count: most })}
    </p>
  );
}

interface TextParts {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly type?: "text" | "date";
  readonly most?: number;
  readonly isRequired?: boolean;
  readonly isFixed?: boolean;
}

export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  type = "text",
  most,
  isRequired,
  isFixed,
}: TextParts) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            type={type}
            className="input field-input"
            value={value}
            maxLength={most}
            required={isRequired}
            readOnly={isFixed}
            onChange={(event) => onChange(event.target.value)}
          />
          <Fullness text={value} most={most} />
        </>
      )}
    </Field>
  );
}

export function TextArea({
  label,
  value,
  onChange,
  hint,
  error,
  most,
  isRequired,
}: Omit<TextParts, "type" | "isFixed">) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(control) => (
        <>
          <textarea
            {...control}
            className="input field-input field-area"
            lang={langOf(value)}
            rows={3}
            value={value}
            maxLength={most}
            required={isRequired}
            onChange={(event) => onChange(event.target.value)}
          />
          <Fullness text={value} most={most} />
        </>
      )}
    </Field>
  );
}

interface ChoiceParts<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** One of many. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  error,
}: ChoiceParts<Value>) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(control) => (
        <select
          {...control}
          className="select field-input"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
