import { type AccountRow, findPassword } from "@yuanbiao/db/queries/account";
import { isLocked } from "../account-row.ts";
import type { Context } from "../context.ts";
import { endSessions, passwordStatements, requireAcceptable } from "../credentials.ts";
import { Refusal } from "../errors.ts";
import { verifyPassword } from "../hashing.ts";
import type { Identity } from "../identity.ts";
import { type Attempt, again, askerOfAccount, freshAccount, settle } from "./settle.ts";
import { failureStatement } from "./sign-in.ts";

/** Whether it is one of an account's last five passwords. */
async function isReused({ passwordHistory }: AccountRow, password: string): Promise<boolean> {
  const found = await Promise.all(passwordHistory.map((hash) => verifyPassword({ hash, password })));
  return found.includes(true);
}

/** Checks the password of who is signed in; a wrong one counts as a failed sign-in. */
export async function requirePassword(
  context: Context,
  attempt: Attempt,
  { id, password, field }: { id: string; password: string; field: string },
): Promise<void> {
  const account = await freshAccount(context, id);
  if (isLocked(account, context.clock())) throw new Refusal(423, "account-locked");
  const credential = await findPassword(context.store, id);
  const hash = credential?.password;
  if (hash != null && (await verifyPassword({ hash, password }))) return;
  await again(async () => {
    const statements = [await failureStatement(context, await freshAccount(context, id))];
    const entry = { action: "password-check", subject: id, result: "failed" as const };
    await settle(context, askerOfAccount(account, attempt.address), { statements, entry });
  });
  throw new Refusal(422, "wrong-password", [{ field, code: "wrong-password" }]);
}

/** Changes one's own password; every other session of the account ends. */
export async function changePassword(
  context: Context,
  attempt: Attempt,
  { identity, current, next }: { identity: Identity; current: string; next: string },
): Promise<void> {
  const { id } = identity.account;
  await requirePassword(context, attempt, { id, password: current, field: "currentPassword" });
  await requireAcceptable(context, { password: next, username: id, field: "newPassword" });
  await again(async () => {
    const account = await freshAccount(context, id);
    if (await isReused(account, next)) {
      throw new Refusal(422, "password-reused", [{ field: "newPassword", code: "password-reused" }]);
    }
    const statements = [
      ...(await passwordStatements(context, account, { password: next, set: { mustChangePassword: false } })),
      ...(await endSessions(context, id, identity.session?.id)),
    ];
    const entry = { action: "password-change", subject: id };
    await settle(context, askerOfAccount(account, attempt.address), { statements, entry });
  });
}
