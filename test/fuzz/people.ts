import type { Actor, KeyScope } from "@yuanbiao/core/access";
import { commit, type Statement } from "@yuanbiao/db/commit";
import { findAccount, listKeys } from "@yuanbiao/db/queries/account";
import { demoParks } from "@yuanbiao/seeds/demo-places";
import { newAccount } from "@yuanbiao/server/account-row";
import type { Context } from "@yuanbiao/server/context";
import { demoPeople } from "@yuanbiao/server/demo/people";
import { cookieName, hashToken, makeToken, sessionStatement, signToken } from "@yuanbiao/server/session";

/** Nobody: a request without a cookie. */
export const nobody = "nobody";
/** Signed in, without any role. */
const roleless = "roleless";
const people = demoPeople(demoParks).map(({ id }) => id);
const keyOwners = ["clerk", "approver2", "verifier2", "coordinator", "assessor", "expert", "leader"];
const keys = keyOwners.flatMap((owner) => [`${owner}:read`, `${owner}:report`]);
/** Everybody who asks: accounts, keys as `owner:scope`, the one without a role, and nobody. */
export const askers: readonly string[] = [...people, ...keys, roleless, nobody];

export interface People {
  /** The headers by which somebody is known; a session is made where there is none. */
  headersOf(asker: string): Promise<Record<string, string>>;
  /** Whether somebody has a session or key already, so that asking writes nothing by itself. */
  isKnown(asker: string): boolean;
  /** Who that is at this moment, with the rights that the store says; null for nobody. */
  actorOf(asker: string): Promise<Actor | null>;
  /** Forgets a session that was ended, or the rights that a change may have moved. */
  forget(asker?: string): void;
  /** What must stand in no answer: tokens and keys, and what the store keeps of them. */
  readonly secrets: string[];
}

async function store(context: Context, statements: readonly Statement[]): Promise<void> {
  const entry = { area: "system", action: "sign-in", subject: "fuzz", detail: {} };
  const done = await commit(context.store, { actor: "fuzz", statements, audit: [entry] });
  if (!done.ok) throw new Error(`the store refused: ${done.code}`);
}

async function makeRoleless(context: Context): Promise<void> {
  const person = { id: roleless, name: "无角色", office: null, grants: [], createdBy: "system" };
  await store(context, [{ insert: "account", rows: [newAccount(person, context.clock())] }]);
}

export async function gather(context: Context): Promise<People> {
  await makeRoleless(context);
  const known = new Map<string, Record<string, string>>();
  const actors = new Map<string, Actor>();
  const secrets: string[] = [context.secret];
  const sessionOf = async (account: string): Promise<Record<string, string>> => {
    const token = makeToken();
    await store(context, [sessionStatement(token, { account, address: null, agent: "fuzz" }, context.clock())]);
    secrets.push(token, hashToken(token));
    return { cookie: `${cookieName(context.door.isSecure)}=${signToken(token, context.secret)}` };
  };
  const keyOf = async (account: string, scope: "read" | "report"): Promise<Record<string, string>> => {
    const text = `yb_${makeToken()}`;
    const row = { id: crypto.randomUUID(), account, name: "fuzz", scope, hash: hashToken(text), revoked: false };
    const own = { prefix: text.slice(0, 8), expiresOn: "2027-06-30", lastUsedAt: null, createdBy: account };
    const createdAt = context.clock().toISOString();
    await store(context, [{ insert: "apiKey", rows: [{ ...row, ...own, createdAt }] }]);
    secrets.push(text, hashToken(text));
    return { authorization: `Bearer ${text}` };
  };
  const make = async (asker: string): Promise<Record<string, string>> => {
    if (asker === nobody) return {};
    const [account = "", scope] = asker.split(":");
    return scope === "read" || scope === "report" ? keyOf(account, scope) : sessionOf(account);
  };
  return {
    secrets,
    isKnown: (asker) => known.has(asker),
    async headersOf(asker) {
      const headers = known.get(asker) ?? (await make(asker));
      known.set(asker, headers);
      return headers;
    },
    async actorOf(asker) {
      if (asker === nobody) return null;
      const seen = actors.get(asker);
      if (seen !== undefined) return seen;
      const [account = "", scope] = asker.split(":");
      const row = await findAccount(context.store, account);
      if (row === undefined) return null;
      const keyScope: KeyScope | null = scope === "read" || scope === "report" ? scope : null;
      const actor: Actor = { account, name: row.name, grants: row.grants, keyScope, keyId: keyScope };
      actors.set(asker, actor);
      return actor;
    },
    forget(asker) {
      if (asker === undefined) actors.clear();
      else known.delete(asker);
    },
  };
}

/** The ids of the keys that stand in the store. */
export async function keyIds({ store: reader }: Context): Promise<string[]> {
  return (await listKeys(reader, {})).map(({ id }) => id);
}
