import { type Actor, type KeyScope, keyScopes, may, rightNames } from "@yuanbiao/core/access";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { KeyDialog } from "./key-dialog.tsx";
import { KeyTable } from "./key-table.tsx";
import { useOwnKeys } from "./query.ts";
import { revokeOwnKey } from "./request.ts";

/** The scopes that let a key of this person do something: reading, and writing where they may write by a key. */
function scopesOf(actor: Actor): KeyScope[] {
  return keyScopes.filter(
    (scope) =>
      scope === "read" ||
      rightNames.some((right) => !right.endsWith(".read") && may({ ...actor, keyScope: scope }, right)),
  );
}

/** One's own keys for other systems: made here, shown once, ended here. */
export function OwnKeys({ actor, today }: { actor: Actor; today: string }) {
  const { say } = useText();
  const keys = useOwnKeys();
  const [isMaking, setMaking] = useState(false);
  return (
    <Section
      title={say("key.own")}
      note={say("key.ownHint")}
      tools={
        <button type="button" className="button" onClick={() => setMaking(true)}>
          {say("key.create")}
        </button>
      }
    >
      <Loaded query={keys}>
        {(rows) => (
          <KeyTable name={say("key.own")} rows={rows} today={today} empty={say("key.ownEmpty")} revoke={revokeOwnKey} />
        )}
      </Loaded>
      {isMaking && <KeyDialog scopes={scopesOf(actor)} today={today} onClose={() => setMaking(false)} />}
    </Section>
  );
}
