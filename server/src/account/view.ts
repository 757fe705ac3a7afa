import type { AccountRow } from "@yuanbiao/db/queries/account";
import { findAccount, listAccounts } from "@yuanbiao/db/queries/account";
import type { z } from "zod";
import { isLocked } from "../account-row.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeCursor, malformedCursor, parseCursor } from "../page.ts";
import type { AccountList, AccountView } from "./shape.ts";

/** An account as administrators see it: nothing of its passwords. */
export function accountView(row: AccountRow, now: Date): AccountView {
  const { id, name, office, phone, grants, disabled, expiresOn, mustChangePassword } = row;
  return {
    ...{ account: id, name, office, phone, disabled, expiresOn, mustChangePassword },
    grants: grants.map((grant) => ({ ...grant, areas: [...grant.areas] })),
    lockedUntil: isLocked(row, now) ? row.lockedUntil : null,
    lastSignInAt: row.lastSignInAt,
    secondFactor: row.twoFactorEnabled,
    singleSignOn: row.singleSignOn,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    version: row.version,
  };
}

export async function getAccount({ store }: Context, id: string): Promise<AccountRow> {
  const found = await findAccount(store, id);
  if (found === undefined) throw new Refusal(404, "unknown-account");
  return found;
}

/** The account as the writer has seen it; 412 where it is another version by now. */
export async function getAccountAt(context: Context, id: string, version: number): Promise<AccountRow> {
  const found = await getAccount(context, id);
  if (found.version !== version) throw new Refusal(412, "stale-version");
  return found;
}

/** Accounts, by user name. */
export async function listAccountViews(
  { store, clock }: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<z.infer<typeof AccountList>> {
  const [after] = cursor === undefined ? [] : parseCursor(cursor, 1);
  if (after !== undefined && (await findAccount(store, after)) === undefined) throw malformedCursor();
  const rows = await listAccounts(store, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items: shown.map((row) => accountView(row, clock())), nextCursor: isMore ? makeCursor([last.id]) : null };
}
