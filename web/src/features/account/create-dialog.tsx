import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { FirstPassword } from "./first-password.tsx";
import { blankParticulars, bodyOf, ParticularFields } from "./particulars.tsx";
import { useAccountChange } from "./query.ts";
import { makeAccount } from "./request.ts";

/** A new account; then its first password, once. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { say } = useText();
  const [account, setAccount] = useState("");
  const [person, setPerson] = useState(blankParticulars);
  const making = useAccountChange(makeAccount);
  if (making.data !== undefined) return <FirstPassword {...making.data} onClose={onClose} />;
  return (
    <Dialog
      title={say("account.create")}
      action={say("account.createSubmit")}
      isBusy={making.isPending}
      onAction={() => making.mutate({ account: account.trim(), ...bodyOf(person) })}
      onClose={onClose}
      {...(making.error !== null && { error: making.error.message })}
    >
      <p className="quiet">{say("account.createHint")}</p>
      <TextField
        label={say("account.account")}
        hint={say("account.accountHint")}
        error={toldOf(making.error, "account")}
        most={32}
        isRequired
        value={account}
        onChange={setAccount}
      />
      <ParticularFields value={person} onChange={setPerson} error={making.error} />
    </Dialog>
  );
}
