import { setTimeout as sleep } from "node:timers/promises";
import { findAccount, listCredentials } from "@yuanbiao/db/queries/account";
import type { Store } from "@yuanbiao/db/store";
import { isLocked, mayBeUsed } from "../account-row.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type Library, oidcProvider } from "./library.ts";
import { type Attempt, again, askerOfAccount, callLibrary, freshAccount, settle, strangerAt } from "./settle.ts";
import { enteredStatements } from "./sign-in.ts";

/** Where the browser goes on to, with the cookies that it takes along. */
export interface Onward {
  readonly location: string;
  readonly cookies: readonly string[];
}

/**
 * Whether a subject of single sign-on may use an account: the administrator has opened it, and it is linked to this
 * subject or, so far, to none.
 */
export async function admitsSubject(
  { store, clock }: { store: Store; clock: () => Date },
  id: string,
  subject: string,
): Promise<boolean> {
  const account = await findAccount(store, id);
  if (account === undefined || !account.singleSignOn || !mayBeUsed(account, clock())) return false;
  const linked = (await listCredentials(store, id)).find(({ provider }) => provider === oidcProvider);
  return (linked === undefined || linked.subject === subject) && !isLocked(account, clock());
}

function libraryOf({ singleSignOn }: Context): Library {
  if (singleSignOn === null) throw new Refusal(404, "single-sign-on-off");
  return singleSignOn();
}

const patienceMilliseconds = 10_000;
function unreachable(): never {
  throw new Refusal(502, "provider-unreachable");
}

/** Where a sign-in with the provider begins. */
export async function startSingleSignOn(context: Context, attempt: Attempt): Promise<Onward> {
  const library = libraryOf(context);
  const called = callLibrary(context, () => library.startSingleSignOn("/", attempt.headers));
  const { response } = await Promise.race([called, sleep(patienceMilliseconds).then(unreachable)]);
  const answer: unknown = await response.json();
  const location: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "url") : undefined;
  if (!response.ok || typeof location !== "string") return unreachable();
  return { location, cookies: response.headers.getSetCookie() };
}

/** What the provider sends back: a session, or the sign-in page with the reason. */
export async function finishSingleSignOn(
  context: Context,
  { address }: Pick<Attempt, "address">,
  request: Request,
): Promise<Onward> {
  const library = libraryOf(context);
  const { response, work } = await callLibrary(context, () => library.finishSingleSignOn(request));
  const cookies = response.headers.getSetCookie();
  const [session] = work.added("session");
  if (session === undefined) {
    const entry = { action: "sign-in", subject: null, result: "failed" as const, after: { reason: "single-sign-on" } };
    await settle(context, strangerAt(address), { statements: [], entry });
    return { location: "/sign-in?error=single-sign-on", cookies: [] };
  }
  await again(async () => {
    const account = await freshAccount(context, String(session["account"]));
    const statements = [...work.statements(), ...(await enteredStatements(context, account))];
    const entry = { action: "sign-in", subject: account.id, after: { singleSignOn: true } };
    await settle(context, askerOfAccount(account, address), { statements, entry });
  });
  return { location: response.headers.get("location") ?? "/", cookies };
}
