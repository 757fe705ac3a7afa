import { may } from "@yuanbiao/core/access";
import { CheckDesk } from "../features/check/check-desk.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";

/** The checks of reports; who may not change them reads them. */
export function ChecksPage() {
  return <SignedIn right="check.read">{(actor) => <CheckDesk isFixed={!may(actor, "check.manage")} />}</SignedIn>;
}
