import { standardPolicy } from "@yuanbiao/core/security-policy";
import { useState } from "react";
import { ApiError } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { useEntry } from "./entry.ts";
import { EntryForm } from "./entry-form.tsx";
import { blankTwice, isTwice, NewPassword } from "./new-password.tsx";
import { changePassword, enterByLink } from "./request.ts";
import { SecretField } from "./secret-field.tsx";
import { NameField } from "./sign-in-form.tsx";

/** The one-time link of the first start: makes the first administrator. */
export function LinkForm({ token }: { token: string }) {
  const { say } = useText();
  const [username, setUsername] = useState("");
  const [twice, setTwice] = useState(blankTwice);
  const entering = useEntry(enterByLink);
  const isOver = entering.error instanceof ApiError && entering.error.status === 401;
  const name = username.trim() === "" ? {} : { username: username.trim() };
  return (
    <>
      <p className="entry-lead">{say("auth.linkHint")}</p>
      <EntryForm
        action={say("auth.linkSubmit")}
        isBusy={entering.isPending}
        isReady={isTwice(twice)}
        error={entering.error}
        onSubmit={() => entering.mutate({ token, password: twice.next, ...name })}
      >
        <NameField
          label={say("auth.linkUsername")}
          value={username}
          onChange={setUsername}
          error={toldOf(entering.error, "username")}
        />
        <NewPassword
          {...{ twice, onChange: setTwice, error: entering.error }}
          field="password"
          length={standardPolicy.passwordLength}
        />
      </EntryForm>
      {isOver && (
        <p className="entry-help">
          {say("auth.linkOver")} <a href="/sign-in">{say("auth.toSignIn")}</a>
        </p>
      )}
    </>
  );
}

/** Sets a password of one's own; also where it must be done before anything else. */
export function PasswordForm({ length, onDone }: { length: number; onDone?: () => void }) {
  const { say } = useText();
  const [current, setCurrent] = useState("");
  const [twice, setTwice] = useState(blankTwice);
  const changing = useEntry(changePassword);
  const submit = () =>
    changing.mutate(
      { currentPassword: current, newPassword: twice.next },
      {
        onSuccess: () => {
          setCurrent("");
          setTwice(blankTwice);
          onDone?.();
        },
      },
    );
  return (
    <EntryForm
      action={say("auth.changeSubmit")}
      isBusy={changing.isPending}
      isFirst={onDone === undefined}
      isReady={current !== "" && isTwice(twice)}
      error={changing.error}
      onSubmit={submit}
    >
      <SecretField
        label={say("auth.current")}
        kind="current-password"
        error={toldOf(changing.error, "currentPassword")}
        value={current}
        onChange={setCurrent}
      />
      <NewPassword {...{ twice, onChange: setTwice, length, error: changing.error }} field="newPassword" />
    </EntryForm>
  );
}
