import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { KeyTable } from "./key-table.tsx";
import { useKeys } from "./query.ts";
import { type Key, revokeKey } from "./request.ts";

interface KeyListParts {
  /** Those whose keys they are. */
  readonly accounts: readonly { readonly account: string; readonly name: string }[];
  readonly today: string;
}

/** Everybody's keys, to be ended where they are suspect or of no use; each is made by its owner alone. */
export function KeyList({ accounts, today }: KeyListParts) {
  const { say } = useText();
  const keys = useKeys();
  const names = new Map(accounts.map(({ account, name }) => [account, name]));
  const ownerOf = ({ account }: Key): string => [names.get(account), account].filter(Boolean).join(" ");
  return (
    <Section title={say("account.views.keys")} note={say("key.hint")}>
      <Loaded query={keys}>
        {(rows) => (
          <KeyTable
            name={say("account.views.keys")}
            rows={rows}
            today={today}
            empty={say("key.empty")}
            ownerOf={ownerOf}
            revoke={revokeKey}
          />
        )}
      </Loaded>
    </Section>
  );
}
