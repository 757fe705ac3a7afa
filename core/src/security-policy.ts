import { z } from "zod";

const within = (least: number, most: number) =>
  z.int().refine((count) => count >= least && count <= most, "number-out-of-range");

/** No lock lasts longer. */
const longestLockMinutes = 1440;

/** What the security administrator sets: how long sessions last, when an account locks, how old a password gets. */
export const SecurityPolicy = z.strictObject({
  /** A session ends after so many minutes without a request. */
  idleMinutes: within(5, 480),
  /** A session ends so many hours after it began, whatever happens in it. */
  sessionHours: within(1, 24),
  /** So many failures in a row lock an account. */
  failuresAllowed: within(3, 10),
  lockMinutes: within(5, longestLockMinutes),
  passwordLength: within(10, 64),
  /** After so many days a password must be changed; 0 never. */
  passwordDays: within(0, 366),
});
export type SecurityPolicy = z.infer<typeof SecurityPolicy>;

export const standardPolicy: SecurityPolicy = {
  idleMinutes: 30,
  sessionHours: 12,
  failuresAllowed: 5,
  lockMinutes: 15,
  passwordLength: 10,
  passwordDays: 0,
};

const minute = 60_000;

/** When a session has begun and was last seen, as instants in UTC. */
export interface SessionTimes {
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/**
 * Whether a session is over at an instant: idle for too long, or too old (an end that falls on the instant counts). One
 * that lies as far ahead is over as well: the clock was set back, and nobody knows how old it is.
 */
export function isOver({ createdAt, lastSeenAt }: SessionTimes, policy: SecurityPolicy, now: Date): boolean {
  const idle = Math.abs(now.getTime() - Date.parse(lastSeenAt));
  const age = Math.abs(now.getTime() - Date.parse(createdAt));
  return idle >= policy.idleMinutes * minute || age >= policy.sessionHours * 60 * minute;
}

/** Whether a lock holds at an instant. One that ends later than any can was set by a clock that ran ahead. */
export function holdsLock(lockedUntil: string | null, now: Date): boolean {
  if (lockedUntil === null) return false;
  const left = Date.parse(lockedUntil) - now.getTime();
  return left > 0 && left <= longestLockMinutes * minute;
}

/** Whether a password is older than the policy allows; one of unknown age is not. */
export function isAged(changedAt: string | null, { passwordDays }: SecurityPolicy, now: Date): boolean {
  if (passwordDays === 0 || changedAt === null) return false;
  return now.getTime() - Date.parse(changedAt) >= passwordDays * 1440 * minute;
}

/** What an account's failures become after one more: a count, and from the last allowed one the instant of the lock's end. */
export function countFailure(
  failures: number,
  { failuresAllowed, lockMinutes }: SecurityPolicy,
  now: Date,
): { failures: number; lockedUntil: string | null } {
  const count = failures + 1;
  if (count < failuresAllowed) return { failures: count, lockedUntil: null };
  return { failures: 0, lockedUntil: new Date(now.getTime() + lockMinutes * minute).toISOString() };
}
