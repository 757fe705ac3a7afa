import { accountStatement } from "../account-row.ts";
import type { Context } from "../context.ts";
import { endSessions } from "../credentials.ts";
import type { Identity } from "../identity.ts";
import { type Attempt, again, askerOfAccount, callLibrary, freshAccount, settle } from "./settle.ts";

/** Ends this session; the cookies that the browser shall forget. */
export async function signOut(context: Context, attempt: Attempt, identity: Identity): Promise<readonly string[]> {
  const { response, work } = await callLibrary(context, () => context.library().signOut(attempt.headers));
  const asker = askerOfAccount(identity.account, attempt.address);
  const entry = { action: "sign-out", subject: identity.account.id };
  await settle(context, asker, { statements: work.statements(), entry });
  return response.headers.getSetCookie();
}

/** Ends every session of the account, this one too. */
export async function signOutEverywhere(
  context: Context,
  attempt: Attempt,
  identity: Identity,
): Promise<readonly string[]> {
  const { response } = await callLibrary(context, () => context.library().signOut(attempt.headers));
  await again(async () => {
    const account = await freshAccount(context, identity.account.id);
    const statements = await endSessions(context, account.id);
    const sessionsFrom = context.clock().toISOString();
    const entry = { action: "sign-out-everywhere", subject: account.id };
    const ended = [...statements, accountStatement(account, { sessionsFrom })];
    await settle(context, askerOfAccount(account, attempt.address), { statements: ended, entry });
  });
  return response.headers.getSetCookie();
}
