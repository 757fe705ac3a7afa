import type { AccountRole, Grant } from "@yuanbiao/core/access";
import { commit } from "@yuanbiao/db/commit";
import type { Context } from "@yuanbiao/server/context";
import { cookieName, makeToken, sessionStatement, signToken } from "@yuanbiao/server/session";

/** What a role is given for; a clerk or approver of one park, a verifier of one department, unless it is said. */
export interface Grants {
  readonly account?: string;
  readonly areas?: readonly string[];
  readonly department?: string;
}

const park = "liuzhou-hitech";
const department = "lz-sti";
let made = 0;

function grantOf(role: AccountRole, { areas, department: given }: Grants): Grant {
  const isOfPark = role === "clerk" || role === "approver";
  return {
    role,
    areas: [...(areas ?? (isOfPark ? [park] : []))],
    department: role === "verifier" ? (given ?? department) : null,
  };
}

/** Stores an account without a password, and a session of it. */
export async function signIn(
  context: Context,
  role: AccountRole | null,
  grants: Grants,
): Promise<{ account: string; cookie: string }> {
  made += 1;
  const { account = `${role ?? "none"}-${made}` } = grants;
  const now = context.clock();
  const row = {
    id: account,
    name: `测试 ${account}`,
    office: null,
    phone: null,
    grants: role === null ? [] : [grantOf(role, grants)],
    disabled: false,
    expiresOn: null,
    mustChangePassword: false,
    passwordHistory: [],
    passwordChangedAt: null,
    singleSignOn: false,
    twoFactorEnabled: false,
    failures: 0,
    lockedUntil: null,
    lastSignInAt: null,
    sessionsFrom: null,
    createdAt: now.toISOString(),
    createdBy: "test",
    version: 1,
  };
  const token = makeToken();
  const session = sessionStatement(token, { account, address: null, agent: null }, now);
  const done = await commit(context.store, {
    actor: "test",
    role: null,
    address: null,
    statements: [{ insert: "account", rows: [row] }, session],
    audit: [{ area: "system", action: "account-create", subject: account, detail: {} }],
  });
  if (!done.ok) throw new Error(`account ${account}: ${done.code}`);
  return { account, cookie: `${cookieName(context.door.isSecure)}=${signToken(token, context.secret)}` };
}
