import { type ReactNode, useState } from "react";
import { useText } from "../../text/text.ts";
import { Field } from "../../ui/field.tsx";

interface SecretParts {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What a keeper of passwords shall make of it. */
  readonly kind: "current-password" | "new-password";
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A password, covered unless one asks to see it. */
export function SecretField({ label, value, onChange, kind, hint, error }: SecretParts) {
  const { say } = useText();
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={error}>
      {(control) => (
        <span className="secret">
          <input
            {...control}
            type={isShown ? "text" : "password"}
            className="input field-input"
            autoComplete={kind}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className="secret-show"
            aria-pressed={isShown}
            aria-label={`${say("auth.show")}${say("page.colon")}${label}`}
            title={say("auth.show")}
            onClick={() => setShown(!isShown)}
          >
            <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M1 8c1.800-3 4.200-4.500 7-4.500s5.200 1.500 7 4.500c-1.800 3-4.200 4.500-7 4.500s-5.200-1.500-7-4.500M8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4" />
              {!isShown && <path d="M3 13l10-10" />}
            </svg>
          </button>
        </span>
      )}
    </Field>
  );
}

interface CodeParts {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** The six digits of an authenticator. */
export function CodeField({ value, onChange, hint, error }: CodeParts) {
  const { say } = useText();
  return (
    <Field label={say("auth.code")} {...(hint !== undefined && { hint })} error={error}>
      {(control) => (
        <input
          {...control}
          className="input field-input code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
        />
      )}
    </Field>
  );
}
