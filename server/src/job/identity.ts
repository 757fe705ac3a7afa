import { clearanceOf } from "@yuanbiao/core/access";
import { findAccount } from "@yuanbiao/db/queries/account";
import { mayBeUsed } from "../account-row.ts";
import type { Context } from "../context.ts";
import type { Identity } from "../identity.ts";

/** The account of a job as it stands when the job is done: a right that was withdrawn in between is not used any more. */
export async function identityOfAccount({ store, clock }: Context, id: string): Promise<Identity | null> {
  const account = await findAccount(store, id);
  if (account === undefined || !mayBeUsed(account, clock())) return null;
  const { name, grants, mustChangePassword } = account;
  const actor = { account: id, name, grants, keyScope: null, keyId: null };
  return { actor, account, session: null, mustChangePassword, clearance: clearanceOf(actor) };
}
