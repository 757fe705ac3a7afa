import { setTimeout as sleep } from "node:timers/promises";
import { countFailure } from "@yuanbiao/core/security-policy";
import type { Statement } from "@yuanbiao/db/commit";
import { type AccountRow, findAccount, findPassword, getPolicy } from "@yuanbiao/db/queries/account";
import { listSessions } from "@yuanbiao/db/queries/session";
import { accountStatement, isLocked, mayBeUsed } from "../account-row.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { verifyNothing } from "../hashing.ts";
import { isHeldBack } from "./limiter.ts";
import { type Attempt, again, askerOfAccount, callLibrary, settle, strangerAt } from "./settle.ts";

/** What a sign-in led to: a session, or the question for the code of the second factor. */
export interface SignedIn {
  readonly cookies: readonly string[];
  readonly isSecondFactorNeeded: boolean;
}

/**
 * Signs an account in by its password. A name that is not there, a locked, disabled or expired account and a wrong
 * password get one answer, after the same time.
 */
export async function signIn(
  context: Context,
  attempt: Attempt,
  { username, password }: { username: string; password: string },
): Promise<SignedIn> {
  await refuseHeldBack(context, attempt);
  const least = sleep(leastMilliseconds);
  const id = username.trim().toLowerCase();
  try {
    return await again(() => signInOnce(context, attempt, { username: id, password }));
  } catch (error) {
    await least;
    throw error;
  }
}

/** A refusal takes at least this long, well above what finding the reason takes: its time says nothing of the reason. */
const leastMilliseconds = 60;

export async function refuseHeldBack(context: Context, { address }: Attempt): Promise<void> {
  if (await isHeldBack(context, address)) throw new Refusal(429, "too-many-attempts");
}

async function signInOnce(
  context: Context,
  attempt: Attempt,
  body: { username: string; password: string },
): Promise<SignedIn> {
  const account = await findAccount(context.store, body.username);
  const reason = await standsAgainst(context, account);
  if (account === undefined || reason !== undefined) {
    await verifyNothing(body.password);
    return refuseSignIn(context, attempt, { account, reason: reason ?? "unknown-account" });
  }
  const { response, work } = await callLibrary(context, () => context.library().signIn(body, attempt.headers));
  if (!response.ok) return refuseSignIn(context, attempt, { account, reason: "wrong-password" });
  const answer: unknown = await response.json();
  const isSecondFactorNeeded = typeof answer === "object" && answer !== null && "twoFactorRedirect" in answer;
  const asker = isSecondFactorNeeded ? strangerAt(attempt.address) : askerOfAccount(account, attempt.address);
  const own = isSecondFactorNeeded ? [] : await enteredStatements(context, account);
  const after = isSecondFactorNeeded ? { step: "second-factor" } : undefined;
  const entry = { action: isSecondFactorNeeded ? "sign-in-step" : "sign-in", subject: account.id, after };
  await settle(context, asker, { statements: [...work.statements(), ...own], entry });
  return { cookies: response.headers.getSetCookie(), isSecondFactorNeeded };
}

/** Why an account may not sign in, whatever its password. */
async function standsAgainst({ store, clock }: Context, account: AccountRow | undefined): Promise<string | undefined> {
  if (account === undefined) return "unknown-account";
  if (isLocked(account, clock())) return "locked";
  if (!mayBeUsed(account, clock())) return account.disabled ? "disabled" : "expired";
  const credential = await findPassword(store, account.id);
  return credential?.password == null ? "no-password" : undefined;
}

/** Counts the failure of a wrong password, keeps it in the trail, and refuses. */
async function refuseSignIn(
  context: Context,
  attempt: Attempt,
  { account, reason }: { account: AccountRow | undefined; reason: string },
): Promise<never> {
  const statements =
    account !== undefined && reason === "wrong-password" ? [await failureStatement(context, account)] : [];
  // A name that is no account may be a password that was typed into the wrong field: it is not kept.
  const entry = { action: "sign-in", subject: account?.id ?? null, result: "failed" as const, after: { reason } };
  await settle(context, strangerAt(attempt.address), { statements, entry });
  throw new Refusal(401, "sign-in-refused");
}

/** One failure more; the last allowed one locks the account. */
export async function failureStatement({ store, clock }: Context, account: AccountRow): Promise<Statement> {
  return accountStatement(account, countFailure(account.failures, await getPolicy(store), clock()));
}

/** An account that has signed in: failures forgotten, and a few of its sessions at most. */
export async function enteredStatements({ store, clock }: Context, account: AccountRow): Promise<Statement[]> {
  const sessions = await listSessions(store, account.id);
  const oldest = sessions.slice(mostSessions - 1);
  return [
    accountStatement(account, { failures: 0, lockedUntil: null, lastSignInAt: clock().toISOString() }),
    ...oldest.map(({ id }): Statement => ({ remove: "session", key: { id } })),
  ];
}

const mostSessions = 10;
