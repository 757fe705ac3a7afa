import { and, eq, lt, sql } from "drizzle-orm";
import type { Store } from "./store.ts";
import { engineOf } from "./store.ts";

/**
 * What is noted without an audit entry, as it changes nothing that anybody relies on: when a session or a key was last
 * used, and the answer that a write got, for whoever asks again with its Idempotency-Key; what was
 * kept before `before` goes.
 */
export async function touchSession(store: Store, id: string, at: string): Promise<void> {
  const { session } = store.schema;
  await store[engineOf].transact((connection) =>
    connection.run(sql`update ${session} set "last_seen_at" = ${at} where ${eq(session.id, id)}`),
  );
}

export async function touchKey(store: Store, id: string, at: string): Promise<void> {
  const { apiKey } = store.schema;
  await store[engineOf].transact((connection) =>
    connection.run(sql`update ${apiKey} set "last_used_at" = ${at} where ${eq(apiKey.id, id)}`),
  );
}

export async function keepAnswer(
  store: Store,
  { account, key }: { account: string; key: string },
  { status, body, before }: { status: number; body: string; before: string },
): Promise<void> {
  const { idempotency } = store.schema;
  const where = and(eq(idempotency.account, account), eq(idempotency.key, key));
  await store[engineOf].transact(async (connection) => {
    await connection.run(sql`update ${idempotency} set "status" = ${status}, "body" = ${body} where ${where}`);
    await connection.run(sql`delete from ${idempotency} where ${lt(idempotency.createdAt, before)}`);
  });
}
