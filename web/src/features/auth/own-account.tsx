import { useMutation } from "@tanstack/react-query";
import type { Actor } from "@yuanbiao/core/access";
import { type ReactNode, useState } from "react";
import { roleWords } from "../../text/role-words.ts";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Columns, Facts, Page, Section } from "../../ui/page.tsx";
import { leave } from "./entry.ts";
import { PasswordForm } from "./password-forms.tsx";
import { signOutEverywhere } from "./request.ts";
import { SecondFactor } from "./second-factor.tsx";
import "./sign-in.css";
import "./own-account.css";

interface OwnParts {
  readonly actor: Actor;
  readonly secondFactor: boolean;
  readonly lastSignInAt: string | null;
  readonly policy: { readonly idleMinutes: number; readonly sessionHours: number; readonly passwordLength: number };
  /** What else is the account's own. */
  readonly children?: ReactNode;
}

/** One's own account: password, one-time codes, sessions. */
export function OwnAccount({ actor, secondFactor, lastSignInAt, policy, children }: OwnParts) {
  const { say } = useText();
  const roles = roleWords(actor.grants, say);
  const { idleMinutes: minutes, sessionHours: hours } = policy;
  return (
    <Page
      name={say("auth.own.name")}
      sentence={say("auth.own.sentence", { name: actor.name, account: actor.account, roles })}
    >
      <Columns>
        <ChangeSection length={policy.passwordLength} />
        <div className="stack">
          <Section title={say("auth.own.facts")}>
            <Facts
              items={[
                [say("auth.own.account"), actor.account],
                [say("auth.own.roles"), roles],
                [say("auth.own.lastSignIn"), lastSignInAt === null ? say("page.none") : instantName(lastSignInAt)],
                [say("auth.own.ends"), say("auth.own.endsValue", { minutes, hours })],
              ]}
            />
          </Section>
          <SecondFactor isOn={secondFactor} />
          <Everywhere />
        </div>
      </Columns>
      {children}
    </Page>
  );
}

function ChangeSection({ length }: { length: number }) {
  const { say } = useText();
  const [isDone, setDone] = useState(false);
  return (
    <Section title={say("auth.own.password")}>
      {isDone && (
        <p className="own-done" role="status">
          {say("auth.changed")}
        </p>
      )}
      <div className="own-form">
        <PasswordForm length={length} onDone={() => setDone(true)} />
      </div>
    </Section>
  );
}

function Everywhere() {
  const { say } = useText();
  const [isAsked, setAsked] = useState(false);
  const leaving = useMutation({ mutationFn: () => signOutEverywhere(), onSuccess: leave });
  return (
    <Section
      title={say("auth.own.everywhere")}
      tools={
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {say("auth.own.everywhereSubmit")}
        </button>
      }
    >
      <p>{say("auth.own.everywhereHint")}</p>
      {isAsked && (
        <Dialog
          title={say("auth.own.everywhere")}
          action={say("auth.own.everywhereSubmit")}
          isBusy={leaving.isPending}
          onAction={() => leaving.mutate()}
          onClose={() => setAsked(false)}
          {...(leaving.error !== null && { error: leaving.error.message })}
        >
          <p>{say("auth.own.everywhereHint")}</p>
        </Dialog>
      )}
    </Section>
  );
}
