import { useState } from "react";
import { type Say, useText } from "../../text/text.ts";
import { dayName, instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { KeyDialog } from "./key-dialog.tsx";
import { useKeyChange, useKeys } from "./query.ts";
import { type Key, type KeyHolder, revokeKey } from "./request.ts";

/** The keys of interfaces: what for, whose rights, until when. */
export function KeyList({ accounts, today }: { accounts: readonly KeyHolder[]; today: string }) {
  const { say, language } = useText();
  const keys = useKeys();
  const [isMaking, setMaking] = useState(false);
  const [ended, setEnded] = useState<Key | null>(null);
  const day = (text: string) => dayName(text, language);
  return (
    <Section
      title={say("account.views.keys")}
      note={say("key.hint")}
      tools={
        <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
          {say("key.create")}
        </button>
      }
    >
      <Loaded query={keys}>
        {(rows) => (
          <DataTable
            name={say("account.views.keys")}
            columns={columnsOf({ say, day, today, onEnd: setEnded })}
            rows={rows}
            rowKey={({ id }) => id}
            empty={say("key.empty")}
          />
        )}
      </Loaded>
      {isMaking && <KeyDialog accounts={accounts} today={today} onClose={() => setMaking(false)} />}
      {ended !== null && <Revoke found={ended} onClose={() => setEnded(null)} />}
    </Section>
  );
}

interface ColumnParts {
  readonly say: Say;
  readonly day: (text: string) => string;
  readonly today: string;
  readonly onEnd: (key: Key) => void;
}

function columnsOf({ say, day, today, onEnd }: ColumnParts): Column<Key>[] {
  const stateOf = ({ revoked, expiresOn }: Key) => (revoked ? "revoked" : expiresOn < today ? "expired" : "active");
  return [
    { id: "name", head: say("key.name"), text: ({ name }) => name, heading: true, wide: true },
    { id: "account", head: say("key.account"), text: ({ account }) => account },
    { id: "scope", head: say("key.scope"), text: ({ scope }) => say(`key.scopes.${scope}`) },
    { id: "prefix", head: say("key.prefix"), text: ({ prefix }) => `${prefix}…`, minor: true },
    { id: "until", head: say("key.expiresOn"), text: ({ expiresOn }) => day(expiresOn) },
    {
      id: "used",
      head: say("key.lastUsed"),
      text: ({ lastUsedAt }) => (lastUsedAt === null ? say("key.never") : instantName(lastUsedAt)),
    },
    { id: "state", head: say("key.state"), text: (key) => say(`key.states.${stateOf(key)}`) },
    {
      id: "end",
      head: say("key.revoke"),
      text: () => "",
      cell: (key) =>
        stateOf(key) === "active" && (
          <button
            type="button"
            className="button"
            aria-label={say("key.revokeOf", { name: key.name })}
            onClick={() => onEnd(key)}
          >
            {say("key.revoke")}
          </button>
        ),
    },
  ];
}

function Revoke({ found: { id, name }, onClose }: { found: Key; onClose: () => void }) {
  const { say } = useText();
  const ending = useKeyChange(revokeKey);
  return (
    <Dialog
      title={say("key.revoke")}
      action={say("key.revoke")}
      isBusy={ending.isPending}
      onAction={() => ending.mutate(id, { onSuccess: onClose })}
      onClose={onClose}
      {...(ending.error !== null && { error: ending.error.message })}
    >
      <p>{say("key.revokeAsk", { name })}</p>
    </Dialog>
  );
}
