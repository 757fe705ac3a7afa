import { may } from "@yuanbiao/core/access";
import { todayInShanghai } from "../features/account/standing-of.ts";
import { OwnAccount } from "../features/auth/own-account.tsx";
import { OwnKeys } from "../features/key/own-keys.tsx";
import { useSession } from "../features/session/session.ts";
import { SignedIn } from "../features/session/signed-in.tsx";

/** One's own account, with the keys that one has made. */
export function OwnAccountPage() {
  const person = useSession();
  return (
    <SignedIn right="session.own">
      {(actor) =>
        person != null && (
          <OwnAccount {...person}>
            {may(actor, "key.own") && <OwnKeys actor={actor} today={todayInShanghai()} />}
          </OwnAccount>
        )
      }
    </SignedIn>
  );
}
