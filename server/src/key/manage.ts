import { shanghaiDay } from "@yuanbiao/core/day";
import { type ApiKeyRow, findKey, listKeys } from "@yuanbiao/db/queries/account";
import type { z } from "zod";
import { keyPrefix } from "../actor.ts";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeCursor, malformedCursor, parseCursor } from "../page.ts";
import { hashToken, makeToken } from "../session.ts";
import type { KeyList, KeyView, NewKeyBody } from "./shape.ts";

const longestDays = 366;
const shownLetters = 8;
const day = 86_400_000;

export function keyView({ hash: _hash, ...key }: ApiKeyRow): KeyView {
  return key;
}

/** Keys, by id; of one account where it is named. */
export async function listKeyViews(
  { store }: Context,
  { account, cursor, limit }: { account?: string; cursor?: string | undefined; limit: number },
): Promise<z.infer<typeof KeyList>> {
  const [after] = cursor === undefined ? [] : parseCursor(cursor, 1);
  if (after !== undefined && (await findKey(store, after)) === undefined) throw malformedCursor();
  const rows = await listKeys(store, { account, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items: shown.map(keyView), nextCursor: isMore ? makeCursor([last.id]) : null };
}

/** Makes a key of whoever asks, for data exchange; it is told once and stored as a hash. */
export async function createKey(
  context: Context,
  asker: Asker,
  { name, scope, expiresOn }: NewKeyBody,
): Promise<{ key: KeyView; secret: string }> {
  const { account } = asker.actor;
  const now = context.clock();
  const last = shanghaiDay(new Date(now.getTime() + longestDays * day));
  if (expiresOn < shanghaiDay(now) || expiresOn > last) {
    throw new Refusal(422, "key-expiry", [{ field: "expiresOn", code: "key-expiry" }]);
  }
  const secret = `${keyPrefix}${makeToken()}`;
  const row: ApiKeyRow = {
    ...{ id: crypto.randomUUID(), name, account, scope, expiresOn, revoked: false, lastUsedAt: null },
    hash: hashToken(secret),
    prefix: secret.slice(0, shownLetters),
    createdAt: now.toISOString(),
    createdBy: account,
  };
  await change(context, asker, {
    statements: [{ insert: "apiKey", rows: [row] }],
    entries: [{ area: systemArea, action: "key-create", subject: row.id, after: { name, account, scope, expiresOn } }],
  });
  return { key: keyView(row), secret };
}

/** Ends a key at once; where an account is named, none but its own. */
export async function revokeKey(
  context: Context,
  asker: Asker,
  { id, account }: { id: string; account?: string },
): Promise<KeyView> {
  const row = await findKey(context.store, id);
  if (row === undefined || (account !== undefined && row.account !== account)) throw new Refusal(404, "unknown-key");
  await change(context, asker, {
    statements: [{ update: "apiKey", key: { id }, set: { revoked: true } }],
    entries: [
      { area: systemArea, action: "key-revoke", subject: id, before: { name: row.name, account: row.account } },
    ],
  });
  return keyView({ ...row, revoked: true });
}
