import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { OnceShown } from "../../ui/once-shown.tsx";
import type { Account } from "./request.ts";

interface FirstParts {
  readonly account: Account;
  readonly firstPassword: string;
  readonly onClose: () => void;
}

/** The first password of an account, shown once. */
export function FirstPassword({ account: { account, name }, firstPassword, onClose }: FirstParts) {
  const { say } = useText();
  return (
    <Dialog title={say("account.firstPassword")} action={say("account.done")} onAction={onClose} onClose={onClose}>
      <p>{say("account.firstPasswordHint", { name, account })}</p>
      <OnceShown label={say("account.firstPassword")} text={firstPassword} />
    </Dialog>
  );
}
