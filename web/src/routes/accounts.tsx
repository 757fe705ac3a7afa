import { useNavigate } from "@tanstack/react-router";
import { type Actor, may } from "@yuanbiao/core/access";
import { AccountList } from "../features/account/account-list.tsx";
import { accountSentence, NoSecurity } from "../features/account/account-sentence.tsx";
import { type Reaches, useAccounts, useReaches } from "../features/account/query.ts";
import type { Account } from "../features/account/request.ts";
import { todayInShanghai } from "../features/account/standing-of.ts";
import "../features/account/account.css";
import { KeyList } from "../features/key/key-list.tsx";
import { FailureList } from "../features/policy/failure-list.tsx";
import { PolicySection } from "../features/policy/policy-form.tsx";
import { SignedIn } from "../features/session/signed-in.tsx";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/state.tsx";
import { Toggle } from "../ui/toggle.tsx";

/** Accounts and their roles; keys, policy and failed sign-ins beside them. */
export function AccountsPage() {
  return <SignedIn right="account.read">{(actor) => <Read actor={actor} />}</SignedIn>;
}

function Read({ actor }: { actor: Actor }) {
  const accounts = useAccounts();
  const reaches = useReaches();
  return (
    <Loaded query={accounts} lines={12} height={480}>
      {(items) => (
        <Loaded query={reaches} lines={12} height={480}>
          {(found) => <Desk accounts={items} reaches={found} actor={actor} />}
        </Loaded>
      )}
    </Loaded>
  );
}

const views = ["accounts", "keys", "policy", "failures"] as const;
type DeskView = (typeof views)[number];

function Desk({ accounts, reaches, actor }: { accounts: readonly Account[]; reaches: Reaches; actor: Actor }) {
  const { say } = useText();
  const { view } = useView();
  const navigate = useNavigate();
  const open = views.filter((name) => name !== "keys" || may(actor, "key.manage"));
  const shown = open.find((name) => name === view) ?? "accounts";
  const choose = (next: DeskView) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, view: next === "accounts" ? undefined : next }),
      resetScroll: false,
    });
  return (
    <Page name={say("account.name")} sentence={accountSentence(accounts, say)}>
      <NoSecurity accounts={accounts} actor={actor} />
      <Toggle
        label={say("account.views.label")}
        value={shown}
        options={open.map((value) => ({ value, label: say(`account.views.${value}`) }))}
        onChange={choose}
      />
      {shown === "accounts" && <AccountList {...{ accounts, reaches, actor }} />}
      {shown === "keys" && <KeyList accounts={accounts} today={todayInShanghai()} />}
      {shown === "policy" && <PolicySection isFixed={!may(actor, "policy.manage")} />}
      {shown === "failures" && <FailureList />}
    </Page>
  );
}
