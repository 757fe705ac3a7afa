import { type ReactNode, useState } from "react";
import { useText } from "../../text/text.ts";
import { useTitle } from "../../ui/page.tsx";
import { EntryPicture } from "./entry-picture.tsx";
import type { SignInSearch } from "./landing.ts";
import { LinkForm, PasswordForm } from "./password-forms.tsx";
import { CodeForm, SignInForm } from "./sign-in-form.tsx";
import "./sign-in.css";

interface SignInParts extends SignInSearch {
  /** The least length of a new password, where one must be set before anything else. */
  readonly changeTo: number | undefined;
  /** Switches that stand in the corner. */
  readonly corner: ReactNode;
}

/** What everybody sees first: what this is, and the way in. */
export function SignInFrame({ changeTo, corner, ...search }: SignInParts) {
  const { say } = useText();
  const [isSecondStep, setSecondStep] = useState(false);
  const step = stepOf({ changeTo, link: search.link, isSecondStep });
  const isReturn = step === "in" && search.next !== undefined && search.next !== "/";
  const sentence = say(isReturn ? "auth.sentence.again" : `auth.sentence.${step}`);
  useTitle(sentence);
  return (
    <div className="entry">
      <Brand />
      <div className="entry-side">
        <div className="entry-corner">{corner}</div>
        <section className="entry-card" aria-labelledby="entry-title">
          <h1 id="entry-title">{sentence}</h1>
          {isReturn && <p className="entry-lead">{say("auth.ended")}</p>}
          {search.error === "single-sign-on" && step === "in" && (
            <p className="dialog-error" role="alert">
              {say("auth.errors.single-sign-on")}
            </p>
          )}
          {step === "in" && <SignInForm onSecondStep={() => setSecondStep(true)} />}
          {step === "code" && <CodeForm onRestart={() => setSecondStep(false)} />}
          {step === "link" && search.link !== undefined && <LinkForm token={search.link} />}
          {changeTo !== undefined && (
            <>
              <p className="entry-lead">{say("auth.changeHint")}</p>
              <PasswordForm length={changeTo} />
            </>
          )}
        </section>
      </div>
    </div>
  );
}

type Step = "in" | "code" | "link" | "change";

function stepOf(at: { changeTo: number | undefined; link: string | undefined; isSecondStep: boolean }): Step {
  if (at.changeTo !== undefined) return "change";
  if (at.link !== undefined) return "link";
  return at.isSecondStep ? "code" : "in";
}

function Brand() {
  const { say } = useText();
  return (
    <div className="entry-brand">
      <div className="entry-name">
        <svg className="entry-mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect className="entry-mark-ground" width="32" height="32" rx="5" />
          <rect className="entry-mark-ink" x="6" y="13" width="14" height="6" />
          <rect className="entry-mark-ink" x="23" y="8" width="2.5" height="16" />
        </svg>
        <p className="entry-product">{say("page.product")}</p>
        <p className="entry-tagline">{say("page.tagline")}</p>
      </div>
      <EntryPicture />
      <div className="entry-promise">
        <p>{say("auth.promise")}</p>
        <p className="entry-promise-hint">{say("auth.promiseHint")}</p>
      </div>
    </div>
  );
}
