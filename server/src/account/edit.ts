import type { Statement } from "@yuanbiao/db/commit";
import { type AccountRow, findSecondFactor, listAccounts } from "@yuanbiao/db/queries/account";
import { accountStatement, hasRole, holdAccount, isAdministrator, mayBeUsed } from "../account-row.ts";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { endSessions, passwordStatements } from "../credentials.ts";
import { Refusal } from "../errors.ts";
import { makeFirstPassword } from "./first-password.ts";
import type { AccountChangeBody, AccountView } from "./shape.ts";
import { accountView, getAccount, getAccountAt } from "./view.ts";

/** The part of an account that the trail shows; nothing of its passwords. */
const shown = ({ name, office, phone, expiresOn, singleSignOn, disabled }: AccountRow) => ({
  ...{ name, office, phone, expiresOn, singleSignOn, disabled },
});

/** Changes what is known of an account, or disables it, which ends its sessions. */
export async function editAccount(
  context: Context,
  asker: Asker,
  { id, version, body }: { id: string; version: number; body: AccountChangeBody },
): Promise<AccountView> {
  const before = await getAccountAt(context, id, version);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const after: AccountRow = { ...before, ...given };
  const held = mayBeUsed(after, context.clock()) ? [] : await holdOtherAdministrator(context, before);
  const ended = after.disabled ? await endSessions(context, id) : [];
  const action =
    after.disabled === before.disabled ? "account-edit" : after.disabled ? "account-disable" : "account-enable";
  await change(context, asker, {
    statements: [accountStatement(before, shown(after)), ...held, ...ended],
    entries: [{ area: systemArea, action, subject: id, before: shown(before), after: shown(after) }],
  });
  return accountView(await getAccount(context, id), context.clock());
}

/**
 * Refuses to lose the last administrator who can sign in: nobody could let others in any more. The one who remains is
 * held in the same transaction, so that of two administrators who end each other at once only one is ended.
 */
export async function holdOtherAdministrator({ store, clock }: Context, account: AccountRow): Promise<Statement[]> {
  if (!hasRole(account, "admin")) return [];
  const accounts = await listAccounts(store);
  const other = accounts.find((one) => one.id !== account.id && isAdministrator(one, clock()));
  if (other === undefined) throw new Refusal(409, "last-administrator");
  return [holdAccount(other)];
}

/** Gives a new first password, which is told once; sessions end, locks are lifted. */
export async function resetPassword(
  context: Context,
  asker: Asker,
  id: string,
): Promise<{ account: AccountView; firstPassword: string }> {
  const account = await getAccount(context, id);
  if (id === asker.actor.account) throw new Refusal(409, "own-account");
  const firstPassword = makeFirstPassword();
  const now = context.clock();
  const set = { mustChangePassword: true, sessionsFrom: now.toISOString() };
  await change(context, asker, {
    statements: [
      ...(await passwordStatements(context, account, { password: firstPassword, set })),
      ...(await endSessions(context, id)),
    ],
    entries: [{ area: systemArea, action: "password-reset", subject: id }],
  });
  return { account: accountView(await getAccount(context, id), now), firstPassword };
}

/** Lifts a lock before its time. */
export async function unlockAccount(context: Context, asker: Asker, id: string): Promise<AccountView> {
  const account = await getAccount(context, id);
  await change(context, asker, {
    statements: [accountStatement(account, { failures: 0, lockedUntil: null })],
    entries: [{ area: systemArea, action: "account-unlock", subject: id }],
  });
  return accountView(await getAccount(context, id), context.clock());
}

/** Takes the second factor off an account whose device is lost; sessions end. */
export async function removeSecondFactor(context: Context, asker: Asker, id: string): Promise<AccountView> {
  const account = await getAccount(context, id);
  if (id === asker.actor.account) throw new Refusal(409, "own-account");
  const factor = await findSecondFactor(context.store, id);
  const removed: Statement[] = factor === undefined ? [] : [{ remove: "secondFactor", key: { id: factor.id } }];
  await change(context, asker, {
    statements: [
      ...removed,
      accountStatement(account, { twoFactorEnabled: false }),
      ...(await endSessions(context, id)),
    ],
    entries: [{ area: systemArea, action: "second-factor-remove", subject: id }],
  });
  return accountView(await getAccount(context, id), context.clock());
}
