import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { FirstPassword } from "./first-password.tsx";
import { useAccountChange } from "./query.ts";
import { type Account, editAccount, removeSecondFactor, resetPassword, unlockAccount } from "./request.ts";

type Asked = "reset" | "disable" | "removeFactor";

/** What an administrator does with an account; what cannot be taken back is asked first. */
export function AccountActions({ account }: { account: Account }) {
  const { say } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const unlocking = useAccountChange(() => unlockAccount(account));
  const enabling = useAccountChange(() => editAccount(account, { disabled: false }));
  const error = unlocking.error ?? enabling.error;
  const close = () => setAsked(null);
  return (
    <>
      <div className="account-actions">
        {account.lockedUntil !== null && (
          <button type="button" className="button button-primary" onClick={() => unlocking.mutate(undefined)}>
            {say("account.unlock")}
          </button>
        )}
        <button type="button" className="button" onClick={() => setAsked("reset")}>
          {say("account.reset")}
        </button>
        {account.secondFactor && (
          <button type="button" className="button" onClick={() => setAsked("removeFactor")}>
            {say("account.removeFactor")}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => (account.disabled ? enabling.mutate(undefined) : setAsked("disable"))}
        >
          {say(account.disabled ? "account.enable" : "account.disable")}
        </button>
      </div>
      {error !== null && (
        <p className="field-error" role="alert">
          {error.message}
        </p>
      )}
      {asked === "reset" && <Reset account={account} onClose={close} />}
      {asked === "disable" && (
        <Confirm
          word="disable"
          account={account}
          act={() => editAccount(account, { disabled: true })}
          onClose={close}
        />
      )}
      {asked === "removeFactor" && (
        <Confirm word="removeFactor" account={account} act={() => removeSecondFactor(account)} onClose={close} />
      )}
    </>
  );
}

interface ConfirmParts {
  readonly word: "disable" | "removeFactor";
  readonly account: Account;
  readonly act: () => Promise<unknown>;
  readonly onClose: () => void;
}

function Confirm({ word, account: { name }, act, onClose }: ConfirmParts) {
  const { say } = useText();
  const acting = useAccountChange(act);
  return (
    <Dialog
      title={say(`account.${word}`)}
      action={say(`account.${word}`)}
      isBusy={acting.isPending}
      onAction={() => acting.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
      {...(acting.error !== null && { error: acting.error.message })}
    >
      <p>{say(`account.${word}Ask`, { name })}</p>
    </Dialog>
  );
}

function Reset({ account, onClose }: { account: Account; onClose: () => void }) {
  const { say } = useText();
  const resetting = useAccountChange(() => resetPassword(account));
  if (resetting.data !== undefined) return <FirstPassword {...resetting.data} onClose={onClose} />;
  return (
    <Dialog
      title={say("account.reset")}
      action={say("account.reset")}
      isBusy={resetting.isPending}
      onAction={() => resetting.mutate(undefined)}
      onClose={onClose}
      {...(resetting.error !== null && { error: resetting.error.message })}
    >
      <p>{say("account.resetAsk", { name: account.name })}</p>
    </Dialog>
  );
}
