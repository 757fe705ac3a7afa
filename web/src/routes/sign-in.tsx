import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { landingOf } from "../features/auth/landing.ts";
import { SignInFrame } from "../features/auth/sign-in-page.tsx";
import { useSession } from "../features/session/session.ts";
import { useText } from "../text/text.ts";
import { LanguageSwitch } from "./language-switch.tsx";

const route = getRouteApi("/sign-in");

/** The way in; whoever is in already is led on. */
export function SignInPage() {
  const { language } = useText();
  const { next, link, error } = route.useSearch();
  const person = useSession();
  const navigate = useNavigate();
  const changeTo = person?.mustChangePassword === true ? person.policy.passwordLength : undefined;
  const onward = person == null || changeTo !== undefined ? undefined : landingOf(person.actor, next);
  useEffect(() => {
    if (onward !== undefined) void navigate({ href: onward, replace: true });
  }, [navigate, onward]);
  return <SignInFrame {...{ next, link, error, changeTo }} corner={<LanguageSwitch language={language} />} />;
}
