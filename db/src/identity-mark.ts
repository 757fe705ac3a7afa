import { inArray, sql } from "drizzle-orm";
import { asFields } from "./kit.ts";
import type { Connection, Schema } from "./store.ts";

/** What a kept session rests on: its own row, its account's, and the policy. */
export const policyPart = "policy";
export const accountPart = (id: string): string => `account ${id}`;
export const sessionPart = (id: string): string => `session ${id}`;

/** What of who may come in a statement of a batch changes; a session that begins is kept by nobody yet. */
function partOf(statement: object): string[] {
  const { insert, update, remove, key } = asFields(statement);
  const changed = update ?? remove;
  if (insert === "securityPolicy" || changed === "securityPolicy") return [policyPart];
  if (changed !== "account" && changed !== "session") return [];
  const id = typeof key === "object" && key !== null ? String(asFields(key)["id"]) : "";
  return [changed === "account" ? accountPart(id) : sessionPart(id)];
}

export function identityParts(statements: readonly object[]): string[] {
  return [...new Set(statements.flatMap(partOf))];
}

const partsAtOnce = 500;

/** Notes at which change of who may come in these were changed. */
export async function markIdentity(
  connection: Connection,
  { identityMark }: Schema,
  { parts, version }: { readonly parts: readonly string[]; readonly version: number },
): Promise<void> {
  for (let first = 0; first < parts.length; first += partsAtOnce) {
    const some = parts.slice(first, first + partsAtOnce);
    await connection.run(sql`delete from ${identityMark} where ${inArray(identityMark.part, some)}`);
    await connection.insert({
      ...{ table: "identity_mark", columns: ["part", "version"] },
      rows: some.map((part) => [part, version]),
    });
  }
}
