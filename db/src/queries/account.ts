import { type SecurityPolicy, standardPolicy } from "@yuanbiao/core/security-policy";
import { and, eq, gt, lte } from "drizzle-orm";
import type { RowOf } from "../rows.ts";
import type { Reader, Schema } from "../store.ts";
import { selectRows } from "./versions.ts";

export type AccountRow = RowOf<Schema["account"]>;
export type CredentialRow = RowOf<Schema["credential"]>;
export type ChallengeRow = RowOf<Schema["challenge"]>;
export type SecondFactorRow = RowOf<Schema["secondFactor"]>;
export type ApiKeyRow = RowOf<Schema["apiKey"]>;
export type IdempotencyRow = RowOf<Schema["idempotency"]>;

/** How an account signs in with a password; the other providers are those of single sign-on. */
export const passwordProvider = "credential";
export const policyId = "policy";

export async function findAccount(reader: Reader, id: string): Promise<AccountRow | undefined> {
  const { account } = reader.schema;
  const [row] = await selectRows(reader, account, { where: eq(account.id, id), orderBy: [account.id] });
  return row;
}

/** Accounts, by user name. */
export async function listAccounts(
  reader: Reader,
  { after, limit }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<AccountRow[]> {
  const { account } = reader.schema;
  const where = after === undefined ? undefined : gt(account.id, after);
  return selectRows(reader, account, { where, orderBy: [account.id], limit });
}

/** What an account signs in with, by provider. */
export async function listCredentials(reader: Reader, account: string): Promise<CredentialRow[]> {
  const { credential } = reader.schema;
  return selectRows(reader, credential, { where: eq(credential.account, account), orderBy: [credential.provider] });
}

export async function findPassword(reader: Reader, account: string): Promise<CredentialRow | undefined> {
  const found = await listCredentials(reader, account);
  return found.find(({ provider }) => provider === passwordProvider);
}

export async function findSecondFactor(reader: Reader, account: string): Promise<SecondFactorRow | undefined> {
  const { secondFactor } = reader.schema;
  const where = eq(secondFactor.account, account);
  const [row] = await selectRows(reader, secondFactor, { where, orderBy: [secondFactor.id] });
  return row;
}

export async function findChallenge(reader: Reader, identifier: string): Promise<ChallengeRow | undefined> {
  const { challenge } = reader.schema;
  const where = eq(challenge.identifier, identifier);
  const [row] = await selectRows(reader, challenge, { where, orderBy: [challenge.id] });
  return row;
}

/** Challenges whose time was over at an instant. */
export async function listDeadChallenges(reader: Reader, now: string, limit: number): Promise<ChallengeRow[]> {
  const { challenge } = reader.schema;
  return selectRows(reader, challenge, { where: lte(challenge.expiresAt, now), orderBy: [challenge.id], limit });
}

/** What the security administrator set, with the version that a change must name; 0 where nothing was set yet. */
export async function getPolicy(reader: Reader): Promise<SecurityPolicy & { readonly version: number }> {
  const { securityPolicy } = reader.schema;
  const [row] = await selectRows(reader, securityPolicy, { where: undefined, orderBy: [securityPolicy.id] });
  if (row === undefined) return { ...standardPolicy, version: 0 };
  const { id: _id, ...policy } = row;
  return policy;
}

/** Keys, by id; of one account where it is given. */
export async function listKeys(
  reader: Reader,
  { account, after, limit }: { account?: string | undefined; after?: string | undefined; limit?: number | undefined },
): Promise<ApiKeyRow[]> {
  const { apiKey } = reader.schema;
  const where = and(
    account === undefined ? undefined : eq(apiKey.account, account),
    after === undefined ? undefined : gt(apiKey.id, after),
  );
  return selectRows(reader, apiKey, { where, orderBy: [apiKey.id], limit });
}

export async function findKey(reader: Reader, id: string): Promise<ApiKeyRow | undefined> {
  const { apiKey } = reader.schema;
  const [row] = await selectRows(reader, apiKey, { where: eq(apiKey.id, id), orderBy: [apiKey.id] });
  return row;
}

/** The write of an account that came with this Idempotency-Key. */
export async function findIdempotency(
  reader: Reader,
  { account, key }: { account: string; key: string },
): Promise<IdempotencyRow | undefined> {
  const { idempotency } = reader.schema;
  const where = and(eq(idempotency.account, account), eq(idempotency.key, key));
  const [row] = await selectRows(reader, idempotency, { where, orderBy: [idempotency.key] });
  return row;
}
