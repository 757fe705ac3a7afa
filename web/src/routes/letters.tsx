import { may } from "@yuanbiao/core/access";
import { LetterList } from "../features/letter/letter-list.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";

/** The letters that were sent: all of them for who sends them, one's own for who is asked. */
export function LettersPage() {
  return <SignedIn right="letter.read">{(actor) => <LetterList isSender={may(actor, "letter.send")} />}</SignedIn>;
}
