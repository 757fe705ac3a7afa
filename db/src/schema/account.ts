import { Grant, keyScopes } from "@yuanbiao/core/access";
import { z } from "zod";
import type { Kit } from "../kit.ts";

const Hashes = z.array(z.string());

/** Who may sign in; the id is the user name. Rows are changed in place; their history is the audit trail. */
export function defineAccount(kit: Kit) {
  return kit.table(
    "account",
    {
      id: kit.id("id").notNull(),
      name: kit.text("name").notNull(),
      /** Where the person works, as text. */
      office: kit.text("office"),
      phone: kit.text("phone"),
      grants: kit.json("grants", z.array(Grant)).notNull(),
      disabled: kit.flag("disabled").notNull(),
      /** The last day on which the account may be used. */
      expiresOn: kit.day("expires_on"),
      mustChangePassword: kit.flag("must_change_password").notNull(),
      passwordHistory: kit.json("password_history", Hashes).notNull(),
      passwordChangedAt: kit.instant("password_changed_at"),
      /** Whether a subject of single sign-on may be linked to this account. */
      singleSignOn: kit.flag("single_sign_on").notNull(),
      twoFactorEnabled: kit.flag("two_factor_enabled").notNull(),
      failures: kit.integer("failures").notNull(),
      lockedUntil: kit.instant("locked_until"),
      lastSignInAt: kit.instant("last_sign_in_at"),
      /** Sessions that began before have ended. */
      sessionsFrom: kit.instant("sessions_from"),
      createdAt: kit.instant("created_at").notNull(),
      createdBy: kit.id("created_by").notNull(),
      version: kit.integer("version").notNull(),
    },
    (table) => [kit.primaryKey({ name: "account_key", columns: [table.id] })],
  );
}

/** How an account proves itself: a password, or a subject of single sign-on. */
export function defineCredential(kit: Kit) {
  return kit.table(
    "credential",
    {
      id: kit.id("id").notNull(),
      account: kit.id("account").notNull(),
      provider: kit.id("provider").notNull(),
      subject: kit.id("subject").notNull(),
      password: kit.text("password"),
      createdAt: kit.instant("created_at").notNull(),
      updatedAt: kit.instant("updated_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "credential_key", columns: [table.id] }),
      kit.uniqueIndex("credential_by_account").on(table.account, table.provider),
      kit.uniqueIndex("credential_by_subject").on(table.provider, table.subject),
    ],
  );
}

/** Who is signed in; the id is the SHA-256 of the token that the browser holds. */
export function defineSession(kit: Kit) {
  return kit.table(
    "session",
    {
      id: kit.id("id").notNull(),
      account: kit.id("account").notNull(),
      createdAt: kit.instant("created_at").notNull(),
      /** To the minute. */
      lastSeenAt: kit.instant("last_seen_at").notNull(),
      address: kit.text("address"),
      agent: kit.text("agent"),
    },
    (table) => [
      kit.primaryKey({ name: "session_key", columns: [table.id] }),
      kit.index("session_by_account").on(table.account),
    ],
  );
}

/** What was sent out and is awaited back: one-time links, second steps, states of single sign-on. */
export function defineChallenge(kit: Kit) {
  return kit.table(
    "challenge",
    {
      id: kit.id("id").notNull(),
      identifier: kit.id("identifier").notNull(),
      value: kit.text("value").notNull(),
      expiresAt: kit.instant("expires_at").notNull(),
      createdAt: kit.instant("created_at").notNull(),
      updatedAt: kit.instant("updated_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "challenge_key", columns: [table.id] }),
      kit.uniqueIndex("challenge_by_identifier").on(table.identifier),
      kit.index("challenge_by_expiry").on(table.expiresAt),
    ],
  );
}

/** The secret of an account's one-time codes, encrypted with a key that is not in the database. */
export function defineSecondFactor(kit: Kit) {
  return kit.table(
    "second_factor",
    {
      id: kit.id("id").notNull(),
      account: kit.id("account").notNull(),
      secret: kit.text("secret").notNull(),
      backupCodes: kit.text("backup_codes").notNull(),
      verified: kit.flag("verified").notNull(),
      failures: kit.integer("failures").notNull(),
      lockedUntil: kit.instant("locked_until"),
      /** The newest code that was accepted, hashed: no code is taken twice. */
      usedCode: kit.text("used_code"),
      createdAt: kit.instant("created_at").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "second_factor_key", columns: [table.id] }),
      kit.uniqueIndex("second_factor_by_account").on(table.account),
    ],
  );
}

/** A key for data exchange: what it may do is what its account may, within its scope. */
export function defineApiKey(kit: Kit) {
  return kit.table(
    "api_key",
    {
      id: kit.id("id").notNull(),
      /** SHA-256 of the key; the key itself is shown once. */
      hash: kit.id("hash").notNull(),
      /** Its first letters, to tell keys apart. */
      prefix: kit.text("prefix").notNull(),
      name: kit.text("name").notNull(),
      account: kit.id("account").notNull(),
      scope: kit.choice("scope", keyScopes).notNull(),
      expiresOn: kit.day("expires_on").notNull(),
      revoked: kit.flag("revoked").notNull(),
      lastUsedAt: kit.instant("last_used_at"),
      createdAt: kit.instant("created_at").notNull(),
      createdBy: kit.id("created_by").notNull(),
    },
    (table) => [
      kit.primaryKey({ name: "api_key_key", columns: [table.id] }),
      kit.uniqueIndex("api_key_by_hash").on(table.hash),
      kit.index("api_key_by_account").on(table.account),
    ],
  );
}

/** One row: what the security administrator set. */
export function defineSecurityPolicy(kit: Kit) {
  return kit.table(
    "security_policy",
    {
      id: kit.id("id").notNull(),
      idleMinutes: kit.integer("idle_minutes").notNull(),
      sessionHours: kit.integer("session_hours").notNull(),
      failuresAllowed: kit.integer("failures_allowed").notNull(),
      lockMinutes: kit.integer("lock_minutes").notNull(),
      passwordLength: kit.integer("password_length").notNull(),
      /** 0: passwords do not age. */
      passwordDays: kit.integer("password_days").notNull(),
      version: kit.integer("version").notNull(),
    },
    (table) => [kit.primaryKey({ name: "security_policy_key", columns: [table.id] })],
  );
}

/** A write that came with an Idempotency-Key, and the answer that it got. */
export function defineIdempotency(kit: Kit) {
  return kit.table(
    "idempotency",
    {
      account: kit.id("account").notNull(),
      key: kit.id("key").notNull(),
      /** SHA-256 of method, address and body. */
      digest: kit.id("digest").notNull(),
      /** Null until the answer is made. */
      status: kit.integer("status"),
      body: kit.text("body"),
      createdAt: kit.instant("created_at").notNull(),
    },
    (table) => [kit.primaryKey({ name: "idempotency_key", columns: [table.account, table.key] })],
  );
}
