import { type Actor, may } from "@yuanbiao/core/access";
import { useState } from "react";
import { type Say, useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { AccountDrawer } from "./account-drawer.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import type { Reaches } from "./query.ts";
import { reachWords } from "./reach-words.ts";
import type { Account } from "./request.ts";
import { Standing } from "./standing.tsx";
import { standingOf } from "./standing-of.ts";

interface ListParts {
  readonly accounts: readonly Account[];
  readonly reaches: Reaches;
  readonly actor: Actor;
}

/** All accounts with their roles and how they stand; each opens to be managed. */
export function AccountList({ accounts, reaches, actor }: ListParts) {
  const { say } = useText();
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const columns = columnsOf({ say, reaches, onOpen: setOpened });
  const shown = accounts.filter((account) => columns.some((column) => column.text(account).includes(text)));
  const account = accounts.find((one) => one.account === opened);
  return (
    <Section
      title={say("account.table")}
      tools={
        <>
          <SearchField label={say("account.search")} value={text} onChange={setText} />
          {may(actor, "account.manage") && (
            <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
              {say("account.create")}
            </button>
          )}
        </>
      }
    >
      <DataTable
        name={say("account.table")}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.account}
        first={100}
        empty={say("account.none")}
      />
      {account !== undefined && (
        <AccountDrawer {...{ account, accounts, reaches, actor }} onClose={() => setOpened(null)} />
      )}
      {isMaking && <CreateDialog onClose={() => setMaking(false)} />}
    </Section>
  );
}

interface ColumnParts {
  readonly say: Say;
  readonly reaches: Reaches;
  readonly onOpen: (account: string) => void;
}

function columnsOf({ say, reaches, onOpen }: ColumnParts): Column<Account>[] {
  const roles = ({ grants }: Account): string =>
    grants.map((grant) => say(`role.${grant.role}`) + reachWords(grant, reaches, say)).join(say("page.semicolon"));
  return [
    { id: "name", head: say("account.person"), text: ({ name }) => name, heading: true },
    { id: "account", head: say("account.account"), text: ({ account }) => account },
    { id: "office", head: say("account.office"), text: ({ office }) => office ?? "", minor: true },
    { id: "roles", head: say("account.roles"), text: roles, wide: true },
    {
      id: "state",
      head: say("account.state"),
      text: (account) => standingWords(account, say),
      cell: (account) => <Standing account={account} />,
    },
    {
      id: "last",
      head: say("account.lastSignIn"),
      text: ({ lastSignInAt }) => (lastSignInAt === null ? say("account.never") : instantName(lastSignInAt)),
    },
    {
      id: "open",
      head: say("account.open"),
      text: () => "",
      cell: ({ account, name }) => (
        <button
          type="button"
          className="button"
          aria-label={say("account.openOf", { name })}
          onClick={() => onOpen(account)}
        >
          {say("account.open")}
        </button>
      ),
    },
  ];
}

const standingWords = (account: Account, say: Say): string =>
  standingOf(account, say)
    .map(({ word }) => word)
    .join(say("page.semicolon"));
