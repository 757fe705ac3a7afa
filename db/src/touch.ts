import { and, eq, lt, or, sql } from "drizzle-orm";
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

/** Forgets sessions that are over by their beginning or by their last use: nobody is signed in by them any more. */
export async function forgetSessions(
  store: Store,
  { createdBefore, seenBefore }: { createdBefore: string; seenBefore: string },
): Promise<number> {
  const { session } = store.schema;
  const where = or(lt(session.createdAt, createdBefore), lt(session.lastSeenAt, seenBefore));
  return store[engineOf].transact((connection) => connection.run(sql`delete from ${session} where ${where}`));
}
