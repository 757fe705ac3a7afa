import { and, eq, lt, or, sql } from "drizzle-orm";
import type { Store } from "./store.ts";
import { engineOf } from "./store.ts";

/**
 * What is noted without an audit entry, as it changes nothing that anybody relies on: when a session or a key was last
 * used, and the answer that a write got, for whoever asks again with its Idempotency-Key. Nobody waits until it is on disk:
 * where a fault undoes it, that key stands without an answer, which says that the write was done.
 */
export async function touchSession(store: Store, id: string, at: string): Promise<void> {
  const { session } = store.schema;
  await store[engineOf].transact(
    (connection) => connection.run(sql`update ${session} set "last_seen_at" = ${at} where ${eq(session.id, id)}`),
    "later",
  );
}

export async function touchKey(store: Store, id: string, at: string): Promise<void> {
  const { apiKey } = store.schema;
  await store[engineOf].transact(
    (connection) => connection.run(sql`update ${apiKey} set "last_used_at" = ${at} where ${eq(apiKey.id, id)}`),
    "later",
  );
}

export async function keepAnswer(
  store: Store,
  { account, key }: { account: string; key: string },
  { status, body }: { status: number; body: string },
): Promise<void> {
  const { idempotency } = store.schema;
  const where = and(eq(idempotency.account, account), eq(idempotency.key, key));
  await store[engineOf].transact(
    (connection) =>
      connection.run(sql`update ${idempotency} set "status" = ${status}, "body" = ${body} where ${where}`),
    "later",
  );
}

/** Forgets the answers of writes that were made before an instant; gives how many they were. */
export async function forgetAnswers(store: Store, before: string): Promise<number> {
  const { idempotency } = store.schema;
  const where = lt(idempotency.createdAt, before);
  return store[engineOf].transact((connection) => connection.run(sql`delete from ${idempotency} where ${where}`));
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

/** Forgets which account and session was changed when, but for the newest changes; gives how many they were. */
export async function forgetIdentityMarks(store: Store): Promise<number> {
  const { identityMark } = store.schema;
  const { identityVersion } = await store.readHead();
  const where = lt(identityMark.version, identityVersion - keptMarks);
  return store[engineOf].transact((connection) => connection.run(sql`delete from ${identityMark} where ${where}`));
}
const keptMarks = 10_000;
