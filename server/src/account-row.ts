import type { AccountRole, Grant } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import { holdsLock } from "@yuanbiao/core/security-policy";
import type { Statement } from "@yuanbiao/db/commit";
import type { AccountRow } from "@yuanbiao/db/queries/account";

export const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,31}$/;

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly grants?: Grant[] | undefined;
  readonly office?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly expiresOn?: string | null | undefined;
  readonly singleSignOn?: boolean | undefined;
}

/** The row of an account that nobody has used yet. */
export function newAccount(given: NewAccount, now: Date): AccountRow {
  const { id, name, createdBy, grants = [], office = null, phone = null } = given;
  return {
    ...{ id, name, office, phone, grants, createdBy },
    disabled: false,
    expiresOn: given.expiresOn ?? null,
    mustChangePassword: false,
    passwordHistory: [],
    passwordChangedAt: null,
    singleSignOn: given.singleSignOn ?? false,
    twoFactorEnabled: false,
    failures: 0,
    lockedUntil: null,
    lastSignInAt: null,
    sessionsFrom: null,
    createdAt: now.toISOString(),
    version: 1,
  };
}

/** An account's new state, if nobody else has changed it since it was read. */
export function accountStatement(account: AccountRow, set: Partial<AccountRow>): Statement {
  const { id, version } = account;
  return { update: "account", key: { id }, set: { ...set, version: version + 1 }, expected: { version } };
}

/** Holds an account as it was read: the commit fails where somebody has changed it since. */
export function holdAccount({ id, version }: AccountRow): Statement {
  return { update: "account", key: { id }, set: { version }, expected: { version } };
}

export function isLocked({ lockedUntil }: AccountRow, now: Date): boolean {
  return holdsLock(lockedUntil, now);
}

export function hasRole({ grants }: AccountRow, wanted: AccountRole): boolean {
  return grants.some(({ role }) => role === wanted);
}

/** Whether an account can let others in at this moment. */
export function isAdministrator(account: AccountRow, now: Date): boolean {
  return hasRole(account, "admin") && mayBeUsed(account, now);
}

/** Whether an account is neither disabled nor past its last day. */
export function mayBeUsed({ disabled, expiresOn }: AccountRow, now: Date): boolean {
  return !disabled && (expiresOn === null || shanghaiDay(now) <= expiresOn);
}
