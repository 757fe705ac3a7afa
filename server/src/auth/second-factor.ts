import { createHash } from "node:crypto";
import type { AuthWork } from "@yuanbiao/db/auth-work";
import { findAccount, findSecondFactor } from "@yuanbiao/db/queries/account";
import { isLocked, mayBeUsed } from "../account-row.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Identity } from "../identity.ts";
import { requirePassword } from "./password.ts";
import { type Attempt, again, askerOfAccount, callLibrary, freshAccount, settle, strangerAt } from "./settle.ts";
import { enteredStatements, refuseHeldBack } from "./sign-in.ts";

/** What an authenticator needs: an address for its picture, and the secret to type. */
export interface Enrolment {
  readonly uri: string;
  readonly secret: string;
}

/** Begins to set up one-time codes; they are asked for from the first code that was confirmed on. */
export async function enableSecondFactor(
  context: Context,
  attempt: Attempt,
  { identity, password }: { identity: Identity; password: string },
): Promise<Enrolment> {
  const { id } = identity.account;
  await requirePassword(context, attempt, { id, password, field: "password" });
  const { response, work } = await callLibrary(context, () =>
    context.library().enableSecondFactor(password, attempt.headers),
  );
  const uri = uriOf(await response.json());
  if (!response.ok || uri === undefined) throw new Refusal(409, "second-factor-on");
  const entry = { action: "second-factor-begin", subject: id };
  await settle(context, askerOfAccount(identity.account, attempt.address), { statements: work.statements(), entry });
  return { uri, secret: new URL(uri).searchParams.get("secret") ?? "" };
}

function uriOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const uri: unknown = Reflect.get(answer, "totpURI");
  return typeof uri === "string" ? uri : undefined;
}

/** Turns one-time codes on by a first code; the session gets a new token. */
export async function confirmSecondFactor(
  context: Context,
  attempt: Attempt,
  { identity, code }: { identity: Identity; code: string },
): Promise<readonly string[]> {
  const { id } = identity.account;
  const { response, work } = await callLibrary(context, () => context.library().verifyCode(code, attempt.headers));
  if (!response.ok) throw new Refusal(422, "wrong-code", [{ field: "code", code: "wrong-code" }]);
  await spendCode(work, id, code);
  const entry = { action: "second-factor-on", subject: id };
  await settle(context, askerOfAccount(identity.account, attempt.address), { statements: work.statements(), entry });
  return response.headers.getSetCookie();
}

export async function disableSecondFactor(
  context: Context,
  attempt: Attempt,
  { identity, password }: { identity: Identity; password: string },
): Promise<readonly string[]> {
  const { id } = identity.account;
  await requirePassword(context, attempt, { id, password, field: "password" });
  const { response, work } = await callLibrary(context, () =>
    context.library().disableSecondFactor(password, attempt.headers),
  );
  if (!response.ok) throw new Refusal(409, "second-factor-off");
  const entry = { action: "second-factor-off", subject: id };
  await settle(context, askerOfAccount(identity.account, attempt.address), { statements: work.statements(), entry });
  return response.headers.getSetCookie();
}

/** The second step of a sign-in: a code, once. */
export async function verifySecondFactor(context: Context, attempt: Attempt, code: string): Promise<readonly string[]> {
  await refuseHeldBack(context, attempt);
  const { response, work } = await callLibrary(context, () => context.library().verifyCode(code, attempt.headers));
  const id = response.ok ? accountOf(await response.json()) : undefined;
  const account = id === undefined ? undefined : await findAccount(context.store, id);
  if (account === undefined) return refuseCode(context, attempt, work);
  const isOpen = mayBeUsed(account, context.clock()) && !isLocked(account, context.clock());
  const factor = await findSecondFactor(context.store, account.id);
  if (!isOpen || factor?.usedCode === hashOf(account.id, code)) {
    return refuseCode(context, attempt, undefined, account.id);
  }
  await spendCode(work, account.id, code);
  await again(async () => {
    const fresh = await freshAccount(context, account.id);
    const statements = [...work.statements(), ...(await enteredStatements(context, fresh))];
    const entry = { action: "sign-in", subject: fresh.id, after: { secondFactor: true } };
    await settle(context, askerOfAccount(fresh, attempt.address), { statements, entry });
  });
  return response.headers.getSetCookie();
}

function accountOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const user: unknown = Reflect.get(answer, "user");
  const id: unknown = typeof user === "object" && user !== null ? Reflect.get(user, "id") : undefined;
  return typeof id === "string" ? id : undefined;
}

/** Keeps the failed attempt, which the library has counted, in the trail. */
async function refuseCode(
  context: Context,
  attempt: Attempt,
  work: AuthWork | undefined,
  subject: string | null = null,
): Promise<never> {
  const entry = { action: "sign-in", subject, result: "failed" as const, after: { reason: "wrong-code" } };
  await settle(context, strangerAt(attempt.address), { statements: work?.statements() ?? [], entry });
  throw new Refusal(401, "sign-in-refused");
}

const hashOf = (id: string, code: string): string => createHash("sha256").update(`${id} ${code}`).digest("hex");

/** Notes a code as used: the same one is not taken again while it would still be right. */
async function spendCode(work: AuthWork, id: string, code: string): Promise<void> {
  const [factor] = await work.find("secondFactor", [{ field: "account", operator: "eq", value: id }]);
  if (factor !== undefined) work.put("secondFactor", { ...factor, usedCode: hashOf(id, code) });
}
