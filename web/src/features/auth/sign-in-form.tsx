import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Field } from "../../ui/field.tsx";
import { useEntry, useSingleSignOn } from "./entry.ts";
import { EntryForm } from "./entry-form.tsx";
import { type Entry, signIn, verifyCode } from "./request.ts";
import { CodeField, SecretField } from "./secret-field.tsx";

/** User name and password; then, where the account asks for it, the code of the authenticator. */
export function SignInForm({ onSecondStep }: { onSecondStep: () => void }) {
  const { say } = useText();
  const [entry, setEntry] = useState<Entry>({ username: "", password: "" });
  const entering = useEntry(signIn);
  const submit = () =>
    entering.mutate(entry, {
      onSuccess: ({ secondFactorNeeded }) => {
        if (secondFactorNeeded) onSecondStep();
      },
      onError: () => setEntry((typed) => ({ ...typed, password: "" })),
    });
  return (
    <>
      <EntryForm
        action={entering.isPending ? say("auth.busy") : say("auth.submit")}
        isBusy={entering.isPending}
        error={entering.error}
        onSubmit={submit}
      >
        <NameField value={entry.username} onChange={(username) => setEntry({ ...entry, username })} isRequired />
        <SecretField
          label={say("auth.password")}
          kind="current-password"
          value={entry.password}
          onChange={(password) => setEntry({ ...entry, password })}
        />
      </EntryForm>
      <SingleSignOn />
      <p className="quiet entry-help">{say("auth.noPassword")}</p>
    </>
  );
}

interface NameParts {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
}

export function NameField({ value, onChange, label, error, isRequired = false }: NameParts) {
  const { say } = useText();
  return (
    <Field label={label ?? say("auth.username")} error={error}>
      {(control) => (
        <input
          {...control}
          className="input field-input"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          required={isRequired}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function SingleSignOn() {
  const { say } = useText();
  if (!useSingleSignOn()) return null;
  return (
    <>
      <p className="entry-or">{say("auth.or")}</p>
      <a className="button entry-submit" href="/api/auth/single-sign-on">
        {say("auth.singleSignOn")}
      </a>
    </>
  );
}

export function CodeForm({ onRestart }: { onRestart: () => void }) {
  const { say } = useText();
  const [code, setCode] = useState("");
  const entering = useEntry(verifyCode);
  return (
    <>
      <EntryForm
        action={say("auth.codeSubmit")}
        isBusy={entering.isPending}
        error={entering.error}
        onSubmit={() => entering.mutate(code, { onError: () => setCode("") })}
      >
        <CodeField value={code} onChange={setCode} hint={say("auth.codeHint")} />
      </EntryForm>
      <button type="button" className="button-quiet" onClick={onRestart}>
        {say("auth.restart")}
      </button>
    </>
  );
}
