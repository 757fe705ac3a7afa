import { listAccounts } from "@yuanbiao/db/queries/account";
import { isAdministrator, usernamePattern } from "../account-row.ts";
import type { Context } from "../context.ts";
import { requireAcceptable } from "../credentials.ts";
import { Refusal } from "../errors.ts";
import { administratorStatements, findLink } from "./first-start.ts";
import { type Attempt, settle, strangerAt } from "./settle.ts";
import { refuseHeldBack, type SignedIn, signIn } from "./sign-in.ts";

/** Makes an administrator by the one-time link of a start without one, and signs them in. */
export async function useLink(
  context: Context,
  attempt: Attempt,
  { token, password, username }: { token: string; password: string; username?: string | undefined },
): Promise<SignedIn> {
  await refuseHeldBack(context, attempt);
  const link = await findLink(context, token);
  const accounts = await listAccounts(context.store);
  const isLate = accounts.some((account) => isAdministrator(account, context.clock()));
  if (link === undefined || isLate) {
    const entry = { action: "first-link", subject: null, result: "failed" as const };
    await settle(context, strangerAt(attempt.address), { statements: [], entry });
    throw new Refusal(401, "link-over");
  }
  const id = (username ?? link.username).toLowerCase();
  if (!usernamePattern.test(id))
    throw new Refusal(422, "malformed-username", [{ field: "username", code: "malformed-username" }]);
  // Whose name it was, disabled or of another role, stays what it is: the trail would take one person for the other.
  if (accounts.some((account) => account.id === id))
    throw new Refusal(409, "account-taken", [{ field: "username", code: "account-taken" }]);
  await requireAcceptable(context, { password, username: id, field: "password" });
  const made = await administratorStatements(context, { id, password });
  const entry = { action: "account-create", subject: id, after: { role: "admin" } };
  await settle(context, strangerAt(attempt.address), { statements: [...link.statements, ...made], entry });
  return signIn(context, attempt, { username: id, password });
}
