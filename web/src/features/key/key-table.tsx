import { type ReactNode, useState } from "react";
import { type Say, useText } from "../../text/text.ts";
import { dayName, instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useKeyChange } from "./query.ts";
import type { Key } from "./request.ts";

/** So much of a key's number stands in the trail. */
const shownOfId = 8;

type RevokeKey = (id: string) => Promise<unknown>;

interface TableParts {
  readonly name: string;
  readonly rows: readonly Key[];
  readonly today: string;
  readonly empty: ReactNode;
  /** Left out where all are the reader's own. */
  readonly ownerOf?: (key: Key) => string;
  readonly revoke: RevokeKey;
}

/** Keys of interfaces: what for, whose rights, until when; each can be ended. */
export function KeyTable({ name, rows, today, empty, ownerOf, revoke }: TableParts) {
  const { say, language } = useText();
  const [ended, setEnded] = useState<Key | null>(null);
  const day = (text: string) => dayName(text, language);
  const owner: Column<Key>[] = ownerOf === undefined ? [] : [{ id: "owner", head: say("key.account"), text: ownerOf }];
  const [purpose, ...others] = columnsOf({ say, day, today, onEnd: setEnded });
  return (
    <>
      <DataTable
        name={name}
        columns={purpose === undefined ? owner : [purpose, ...owner, ...others]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={empty}
      />
      {ended !== null && <Revoke found={ended} revoke={revoke} onClose={() => setEnded(null)} />}
    </>
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
    { id: "scope", head: say("key.scope"), text: ({ scope }) => say(`key.scopes.${scope}`) },
    { id: "id", head: say("key.id"), text: ({ id }) => id.slice(0, shownOfId) },
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
        stateOf(key) === "active" ? (
          <button
            type="button"
            className="button"
            aria-label={say("key.revokeOf", { name: key.name })}
            onClick={() => onEnd(key)}
          >
            {say("key.revoke")}
          </button>
        ) : (
          say("page.none")
        ),
    },
  ];
}

function Revoke({ found: { id, name }, revoke, onClose }: { found: Key; revoke: RevokeKey; onClose: () => void }) {
  const { say } = useText();
  const ending = useKeyChange(revoke);
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
