import type { KeyScope } from "@yuanbiao/core/access";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { OnceShown } from "../../ui/once-shown.tsx";
import { useKeyChange } from "./query.ts";
import { makeKey, type NewKey } from "./request.ts";

interface KeyParts {
  /** What it may be used for. */
  readonly scopes: readonly KeyScope[];
  readonly today: string;
  readonly onClose: () => void;
}

const aYearOn = (today: string): string =>
  `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace("-02-29", "-02-28")}`;

/** A new key of one's own; then the key itself, once. */
export function KeyDialog({ scopes, today, onClose }: KeyParts) {
  const { say } = useText();
  const [key, setKey] = useState<NewKey>({ name: "", scope: "read", expiresOn: aYearOn(today) });
  const making = useKeyChange(makeKey);
  if (making.data !== undefined) {
    return (
      <Dialog title={say("key.secret")} action={say("account.done")} isNotice onAction={onClose} onClose={onClose}>
        <OnceShown label={say("key.secret")} text={making.data.secret} />
        <p className="quiet">{say("key.secretHint")}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={say("key.create")}
      action={say("key.createSubmit")}
      isBusy={making.isPending}
      onAction={() => making.mutate(key)}
      onClose={onClose}
      {...(making.error !== null && { error: making.error.message })}
    >
      <TextField
        label={say("key.name")}
        hint={say("key.nameHint")}
        error={toldOf(making.error, "name")}
        most={100}
        isRequired
        value={key.name}
        onChange={(name) => setKey({ ...key, name })}
      />
      <ChoiceField
        label={say("key.scope")}
        value={key.scope}
        options={scopes.map((scope) => ({ value: scope, label: say(`key.scopes.${scope}`) }))}
        onChange={(scope) => setKey({ ...key, scope })}
      />
      <TextField
        label={say("key.expiresOn")}
        type="date"
        hint={say("key.expiresHint")}
        error={toldOf(making.error, "expiresOn")}
        isRequired
        value={key.expiresOn}
        onChange={(expiresOn) => setKey({ ...key, expiresOn })}
      />
    </Dialog>
  );
}
