import { type Actor, may } from "@yuanbiao/core/access";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { Facts } from "../../ui/page.tsx";
import { AccountActions } from "./account-actions.tsx";
import { GrantEditor } from "./grant-editor.tsx";
import { bodyOf, ParticularFields } from "./particulars.tsx";
import { type Reaches, useAccountChange } from "./query.ts";
import { type Account, editAccount } from "./request.ts";
import { Standing } from "./standing.tsx";

interface DrawerParts {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly reaches: Reaches;
  readonly actor: Actor;
  readonly onClose: () => void;
}

/** One account: how it stands, what can be done with it, its roles and particulars, by the rights of the reader. */
export function AccountDrawer({ account, accounts, reaches, actor, onClose }: DrawerParts) {
  const { say } = useText();
  const { name, lastSignInAt, createdAt, createdBy, secondFactor } = account;
  const isManager = may(actor, "account.manage");
  const isOwn = account.account === actor.account;
  return (
    <Drawer title={name} onClose={onClose}>
      <Facts
        items={[
          [say("account.account"), account.account],
          [say("account.state"), <Standing key="state" account={account} />],
          [say("account.secondFactor"), say(secondFactor ? "account.on" : "account.off")],
          [say("account.lastSignIn"), lastSignInAt === null ? say("account.never") : instantName(lastSignInAt)],
          [say("account.created"), say("account.createdBy", { at: instantName(createdAt), by: createdBy })],
        ]}
      />
      {isManager && (
        <>
          <h3 className="subhead">{say("account.actions")}</h3>
          {isOwn ? <p>{say("account.self")}</p> : <AccountActions account={account} />}
        </>
      )}
      <h3 className="subhead">{say("account.grants.title")}</h3>
      <GrantEditor key={`${account.account}-${account.version}`} {...{ account, accounts, reaches, actor }} />
      {isManager && (
        <>
          <h3 className="subhead">{say("account.edit")}</h3>
          <Edit key={account.account} account={account} />
        </>
      )}
    </Drawer>
  );
}

function Edit({ account }: { account: Account }) {
  const { say } = useText();
  const { name, office, phone, expiresOn, singleSignOn } = account;
  const [person, setPerson] = useState({
    ...{ name, office: office ?? "", phone: phone ?? "", expiresOn: expiresOn ?? "", singleSignOn },
  });
  const editing = useAccountChange(() => editAccount(account, bodyOf(person)));
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        editing.mutate(undefined);
      }}
    >
      <ParticularFields value={person} onChange={setPerson} error={editing.error} />
      {editing.error !== null && (
        <p className="field-error" role="alert">
          {editing.error.message}
        </p>
      )}
      <div className="account-foot">
        {editing.isSuccess && <span role="status">{say("account.saved")}</span>}
        <button type="submit" className="button" disabled={editing.isPending}>
          {say("account.save")}
        </button>
      </div>
    </form>
  );
}
