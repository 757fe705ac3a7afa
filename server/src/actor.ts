import { type Actor, clearanceOf, may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import { isAged, isOver } from "@yuanbiao/core/security-policy";
import { accountPart, policyPart, sessionPart } from "@yuanbiao/db/identity-mark";
import type { AccountRow } from "@yuanbiao/db/queries/account";
import { type FoundSession, findKeyByHash, findSession } from "@yuanbiao/db/queries/session";
import type { Head } from "@yuanbiao/db/store";
import { touchKey, touchSession } from "@yuanbiao/db/touch";
import { LRUCache } from "lru-cache";
import { mayBeUsed } from "./account-row.ts";
import type { Context } from "./context.ts";
import type { Identity } from "./identity.ts";
import { type IdentityMarks, makeIdentityMarks } from "./identity-marks.ts";
import { cookieName, hashToken, tokenOf } from "./session.ts";

/** The two headers that can say who asks. */
export interface Claims {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

const minute = 60_000;
export const keyPrefix = "yb_";
const bearer = "Bearer ";

/**
 * Who asks, or null. What was read of a session holds until it, its account or the policy is changed, whoever does it
 * (`head` says where the commits stand): a sign-out or a withdrawn right that was acknowledged before the request arrived is seen.
 */
export async function identify(context: Context, claims: Claims, head: Head): Promise<Identity | null> {
  const { authorization, cookie } = claims;
  // A key that is no key of ours is nobody, not the session. A session's token may begin as keys do: the header tells.
  if (authorization !== undefined) return ofKey(context, authorization);
  const token = tokenOf(cookie, cookieName(context.door.isSecure));
  return token === undefined ? null : ofSession(context, token, head);
}

/** What was found for a token, with where the changes of accounts and sessions stood before it was read. */
interface KeptSession {
  readonly at: number;
  readonly found: FoundSession;
}

/** The sessions that were found, and what says whether they are still as they were. */
interface Sessions {
  readonly kept: LRUCache<string, KeptSession>;
  readonly marks: IdentityMarks;
}
const mostKept = 5000;
const sessions = new WeakMap<Context, Sessions>();

function sessionsOf(context: Context): Sessions {
  const known = sessions.get(context);
  if (known !== undefined) return known;
  const kept = new LRUCache<string, KeptSession>({ max: mostKept });
  const made = { kept, marks: makeIdentityMarks(context.store) };
  sessions.set(context, made);
  return made;
}

/** What was kept for a token, if nobody has changed the session, its account or the policy since it was read. */
async function keptSession(context: Context, token: string, now: number): Promise<KeptSession | undefined> {
  const { kept, marks } = sessionsOf(context);
  const known = kept.get(token);
  if (known === undefined) return undefined;
  const { session, account } = known.found;
  const parts = [sessionPart(session.id), accountPart(account.id), policyPart];
  return (await marks.isSame(parts, { since: known.at, now })) ? known : undefined;
}

async function ofSession(context: Context, token: string, { identityVersion: at }: Head): Promise<Identity | null> {
  const known = await keptSession(context, token, at);
  // One that seems to be over is read again: another process may have noted a later use.
  if (known !== undefined) {
    const identity = identityOf(context, known.found);
    if (identity !== null) return noteUse(context, token, { identity, known });
  }
  const found = await findSession(context.store, hashToken(token));
  if (found === undefined) return null;
  sessionsOf(context).kept.set(token, { at, found });
  const identity = identityOf(context, found);
  return identity === null ? null : noteUse(context, token, { identity, known: { at, found } });
}

/** Notes to the minute that a session is in use. */
function noteUse(
  context: Context,
  token: string,
  { identity, known: { at, found } }: { identity: Identity; known: KeptSession },
): Identity {
  const now = context.clock();
  if (now.getTime() - Date.parse(found.session.lastSeenAt) < minute) return identity;
  const lastSeenAt = now.toISOString();
  sessionsOf(context).kept.set(token, { at, found: { ...found, session: { ...found.session, lastSeenAt } } });
  note(context, touchSession(context.store, found.session.id, lastSeenAt));
  return identity;
}

function personOf({ id, name, grants }: AccountRow): Actor {
  return { account: id, name, grants, keyScope: null, keyId: null };
}

/** The account of a session that is not over, or null. */
function identityOf({ clock }: Context, { session, account, policy }: FoundSession): Identity | null {
  const now = clock();
  if (!mayBeUsed(account, now) || isOver(session, policy, now)) return null;
  if (account.sessionsFrom !== null && session.createdAt < account.sessionsFrom) return null;
  const actor = personOf(account);
  const mustChangePassword = account.mustChangePassword || isAged(account.passwordChangedAt, policy, now);
  return { actor, account, session, mustChangePassword, clearance: clearanceOf(actor) };
}

async function ofKey(context: Context, authorization: string): Promise<Identity | null> {
  if (!authorization.startsWith(bearer + keyPrefix)) return null;
  const found = await findKeyByHash(context.store, hashToken(authorization.slice(bearer.length)));
  if (found === undefined) return null;
  const { key, account } = found;
  const now = context.clock();
  if (key.revoked || key.expiresOn < shanghaiDay(now) || !mayBeUsed(account, now)) return null;
  // An account that has become an administrator's since has no key any more.
  const person = personOf(account);
  if (!may(person, "key.own")) return null;
  if (key.lastUsedAt === null || now.getTime() - Date.parse(key.lastUsedAt) >= minute) {
    note(context, touchKey(context.store, key.id, now.toISOString()));
  }
  const actor: Actor = { ...person, keyScope: key.scope, keyId: key.id };
  return { actor, account, session: null, mustChangePassword: false, clearance: clearanceOf(actor) };
}

/** That a session or key was used is noted beside the request, which does not wait for it. */
function note(context: Context, written: Promise<unknown>): void {
  written.catch((error: unknown) => context.logger.error({ err: error }));
}
