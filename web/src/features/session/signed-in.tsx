import { useNavigate } from "@tanstack/react-router";
import { type Actor, may, type Right } from "@yuanbiao/core/access";
import { type ReactNode, useEffect } from "react";
import { useText } from "../../text/text.ts";
import { useTitle } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/state.tsx";
import { useSession } from "./session.ts";

export const signInPath = "/sign-in";

/** Leads whoever is not signed in to the sign-in page, and back afterwards. */
export function SignedOut() {
  const { say } = useText();
  const navigate = useNavigate();
  const [path, search] = [window.location.pathname, window.location.search];
  const href = `${signInPath}?next=${encodeURIComponent(path + search)}`;
  useTitle(say("page.signedOut"));
  useEffect(() => void navigate({ href, replace: true }), [navigate, href]);
  return (
    <div className="failure">
      <h1 className="failure-title">{say("page.signedOut")}</h1>
      <p>{say("page.signedOutHint")}</p>
      <a className="button" href={href}>
        {say("page.signIn")}
      </a>
    </div>
  );
}

/** A page for those who have a right; whoever has not is told so. */
export function SignedIn({ right, children }: { right: Right; children: (actor: Actor) => ReactNode }) {
  const person = useSession();
  if (person === undefined) return <Skeleton lines={12} height={480} />;
  if (person === null) return <SignedOut />;
  return may(person.actor, right) ? children(person.actor) : <NotForYou />;
}

/** Who has signed in and has been given no role: there is nothing to be read, and somebody to be asked. */
export function NoRole() {
  const { say } = useText();
  useTitle(say("page.noRole"));
  return (
    <div className="failure" role="alert">
      <h1 className="failure-title">{say("page.noRole")}</h1>
      <p>{say("page.noRoleHint")}</p>
    </div>
  );
}

function NotForYou() {
  const { say } = useText();
  useTitle(say("page.notForYou"));
  return (
    <div className="failure" role="alert">
      <h1 className="failure-title">{say("page.notForYou")}</h1>
      <p>{say("page.notForYouHint")}</p>
    </div>
  );
}
