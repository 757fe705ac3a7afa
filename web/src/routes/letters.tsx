import { LetterList } from "../features/letter/letter-list.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";

/** The letters that were sent. */
export function LettersPage() {
  return <SignedIn right="letter.read">{() => <LetterList />}</SignedIn>;
}
