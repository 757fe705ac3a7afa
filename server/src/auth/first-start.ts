import { passwordFaultsOf } from "@yuanbiao/core/password";
import type { Statement } from "@yuanbiao/db/commit";
import { findChallenge, getPolicy, listAccounts } from "@yuanbiao/db/queries/account";
import { hasRole, isAdministrator, newAccount, usernamePattern } from "../account-row.ts";
import type { Asker } from "../asker.ts";
import type { Config } from "../config.ts";
import type { Context } from "../context.ts";
import { credentialRow } from "../credentials.ts";
import { hashPassword } from "../hashing.ts";
import { hashToken, makeToken } from "../session.ts";

import { again, settle } from "./settle.ts";

/** What a start without an administrator leads to: the token of a one-time link, nothing, or why it cannot be. */
export type FirstStart = { readonly token: string | null } | { readonly refusal: string };

const system: Asker = {
  actor: { account: "system", name: "", grants: [], keyScope: null, keyId: null },
  address: null,
  repeat: null,
};
const linkIdentifier = "first-administrator";
const day = 86_400_000;

/**
 * Sees to it that there is an administrator who can sign in, or a way to become one. Where there ever was one, what the
 * environment says of a first password has had its time: then there is a link alone.
 */
export async function startFirst(context: Context, admin: Config["admin"]): Promise<FirstStart> {
  // Another process that starts at the same moment may have done it.
  return again(() => startOnce(context, admin));
}

async function startOnce(context: Context, { username, password }: Config["admin"]): Promise<FirstStart> {
  const accounts = await listAccounts(context.store);
  if (accounts.some((account) => isAdministrator(account, context.clock()))) return { token: null };
  const id = username.toLowerCase();
  if (!usernamePattern.test(id)) return { refusal: refused("ADMIN_USERNAME") };
  if (password === null || accounts.some((account) => account.id === id || hasRole(account, "admin")))
    return { token: await makeLink(context, id) };
  const { passwordLength } = await getPolicy(context.store);
  if (passwordFaultsOf(password, id, passwordLength).length > 0) return { refusal: refused("ADMIN_PASSWORD") };
  const statements = await administratorStatements(context, { id, password });
  await settle(context, system, {
    statements,
    entry: { action: "account-create", subject: id, after: { role: "admin" } },
  });
  return { token: null };
}

function refused(name: string): string {
  if (name === "ADMIN_USERNAME")
    return "ADMIN_USERNAME 须为 2 至 32 个小写字母、数字、点、连字符或下划线。ADMIN_USERNAME has 2 to 32 small letters, digits, dots, hyphens or underscores.";
  return "ADMIN_PASSWORD 过弱：至少 10 个字符并含大写、小写、数字、符号中的三类（或 16 个字符以上），不含用户名，也不是常见密码。ADMIN_PASSWORD is too weak: at least 10 characters of three of four classes, or 16, without the user name, and not a common one.";
}

/** Statements that make the first administrator. */
export async function administratorStatements(
  { clock }: Context,
  { id, password }: { id: string; password: string },
): Promise<Statement[]> {
  const hash = await hashPassword(password);
  const now = clock();
  const grants = [{ role: "admin" as const, areas: [], department: null }];
  const account = newAccount({ id, name: id, createdBy: "system", grants }, now);
  const known = { passwordHistory: [hash], passwordChangedAt: now.toISOString() };
  return [
    { insert: "account", rows: [{ ...account, ...known }] },
    { insert: "credential", rows: [credentialRow(id, hash, now)] },
  ];
}

/** A link that works once and for a day; one that was made before works no longer. */
async function makeLink(context: Context, id: string): Promise<string> {
  const token = makeToken();
  const now = context.clock();
  const known = await findChallenge(context.store, linkIdentifier);
  const row = {
    id: crypto.randomUUID(),
    identifier: linkIdentifier,
    value: JSON.stringify({ hash: hashToken(token), username: id }),
    expiresAt: new Date(now.getTime() + day).toISOString(),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  const removed: Statement[] = known === undefined ? [] : [{ remove: "challenge", key: { id: known.id } }];
  const statements: Statement[] = [...removed, { insert: "challenge", rows: [row] }];
  await settle(context, system, { statements, entry: { action: "first-link", subject: id } });
  return token;
}

/** The user name that a link makes an administrator of, with the challenge that it takes; undefined where it is none. */
export async function findLink(
  { store, clock }: Context,
  token: string,
): Promise<{ username: string; statements: readonly Statement[] } | undefined> {
  const found = await findChallenge(store, linkIdentifier);
  if (found === undefined || found.expiresAt <= clock().toISOString()) return undefined;
  const { hash, username } = JSON.parse(found.value);
  if (hash !== hashToken(token)) return undefined;
  const { id, value, updatedAt } = found;
  return {
    username: String(username),
    statements: [
      { update: "challenge", key: { id }, set: { updatedAt }, expected: { value } },
      { remove: "challenge", key: { id } },
    ],
  };
}
