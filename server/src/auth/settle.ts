import type { Actor } from "@yuanbiao/core/access";
import { type AuthWork, makeAuthWork, runWith } from "@yuanbiao/db/auth-work";
import type { Statement } from "@yuanbiao/db/commit";
import type { AccountRow } from "@yuanbiao/db/queries/account";
import { findAccount, listDeadChallenges } from "@yuanbiao/db/queries/account";
import type { Asker } from "../asker.ts";
import type { ChangeEntry } from "../change.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";

/** What an attempt to sign in brings along. */
export interface Attempt {
  readonly headers: Headers;
  readonly address: string | null;
}

const nobody: Actor = { account: "anonymous", name: "", grants: [], keyScope: null, keyId: null };

/** Who has not signed in yet. */
export function strangerAt(address: string | null): Asker {
  return { actor: nobody, address, repeat: null };
}

/** An account as the one who acts: by signing in it has just proved itself. */
export function askerOfAccount({ id, name, grants }: AccountRow, address: string | null): Asker {
  return { actor: { account: id, name, grants, keyScope: null, keyId: null }, address, repeat: null };
}

/** Calls the library; what it changed waits in the work until it is settled. */
export async function callLibrary(
  { store, clock }: Context,
  call: (work: AuthWork) => Promise<Response>,
): Promise<{ response: Response; work: AuthWork }> {
  const work = makeAuthWork(store, clock());
  const response = await runWith(work, () => call(work));
  return { response, work };
}

/** Writes what the library changed and what goes with it in one transaction with its audit entry. */
export async function settle(
  context: Context,
  asker: Asker,
  { statements, entry }: { statements: readonly Statement[]; entry: Omit<ChangeEntry, "area"> },
): Promise<void> {
  const dead = await listDeadChallenges(context.store, context.clock().toISOString(), 50);
  const cleaned = dead.map(({ id }): Statement => ({ remove: "challenge", key: { id } }));
  await change(context, asker, {
    statements: [...statements, ...cleaned],
    entries: [{ area: systemArea, ...entry }],
  });
}

const mostTries = 20;

/** Does something again where somebody else changed the same account in between. */
export async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (round === mostTries || !(error instanceof Refusal) || error.code !== "stale-version") throw error;
    }
  }
}

/** The account as it stands at this moment. */
export async function freshAccount({ store }: Context, id: string): Promise<AccountRow> {
  const account = await findAccount(store, id);
  if (account === undefined) throw new Refusal(404, "unknown-account");
  return account;
}
