import { passwordFaultsOf } from "@yuanbiao/core/password";
import type { Statement } from "@yuanbiao/db/commit";
import {
  type AccountRow,
  type CredentialRow,
  findPassword,
  getPolicy,
  passwordProvider,
} from "@yuanbiao/db/queries/account";
import { listSessions } from "@yuanbiao/db/queries/session";
import { accountStatement } from "./account-row.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";
import { hashPassword } from "./hashing.ts";

const remembered = 5;

/** Refuses a password that the rules do not allow, with everything that stands against it. */
export async function requireAcceptable(
  { store }: Context,
  { password, username, field }: { password: string; username: string; field: string },
): Promise<void> {
  const { passwordLength } = await getPolicy(store);
  const faults = passwordFaultsOf(password, username, passwordLength);
  if (faults.length > 0)
    throw new Refusal(
      422,
      "password-weak",
      faults.map((code) => ({ field, code })),
    );
}

/** Statements that give an account this password, and what else shall be so of it. */
export async function passwordStatements(
  { store, clock }: Context,
  account: AccountRow,
  { password, set: more }: { password: string; set: Partial<AccountRow> },
): Promise<Statement[]> {
  const hash = await hashPassword(password);
  const now = clock().toISOString();
  const known = await findPassword(store, account.id);
  const credential: Statement =
    known === undefined
      ? { insert: "credential", rows: [credentialRow(account.id, hash, clock())] }
      : { update: "credential", key: { id: known.id }, set: { password: hash, updatedAt: now } };
  const passwordHistory = [hash, ...account.passwordHistory].slice(0, remembered);
  const set = { passwordHistory, passwordChangedAt: now, failures: 0, lockedUntil: null, ...more };
  return [credential, accountStatement(account, set)];
}

/** The row of an account's first password. */
export function credentialRow(account: string, password: string, now: Date): CredentialRow {
  const at = now.toISOString();
  const own = { id: crypto.randomUUID(), account, provider: passwordProvider, subject: account, password };
  return { ...own, createdAt: at, updatedAt: at };
}

/** Ends the sessions of an account; but one, where it is named. */
export async function endSessions({ store }: Context, account: string, but?: string): Promise<Statement[]> {
  const sessions = await listSessions(store, account);
  return sessions.flatMap(({ id }): Statement[] => (id === but ? [] : [{ remove: "session", key: { id } }]));
}
