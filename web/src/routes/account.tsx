import { OwnAccount } from "../features/auth/own-account.tsx";
import { useSession } from "../features/session/session.ts";
import { SignedIn } from "../features/session/signed-in.tsx";

/** One's own account. */
export function OwnAccountPage() {
  const person = useSession();
  return <SignedIn right="session.own">{() => person != null && <OwnAccount {...person} />}</SignedIn>;
}
