import { type SecurityPolicy, standardPolicy } from "@yuanbiao/core/security-policy";
import type { Table } from "drizzle-orm";
import { eq, sql } from "drizzle-orm";
import type { RowOf } from "../rows.ts";
import { decodeRows, shapeOf } from "../rows.ts";
import type { RawRow, Reader, Schema } from "../store.ts";
import type { AccountRow, ApiKeyRow } from "./account.ts";
import { selectRows } from "./versions.ts";

export type SessionRow = RowOf<Schema["session"]>;

/** A session with its account and the policy that says how long it lasts: one read for each request. */
export interface FoundSession {
  readonly session: SessionRow;
  readonly account: AccountRow;
  readonly policy: SecurityPolicy;
}

export async function findSession(reader: Reader, id: string): Promise<FoundSession | undefined> {
  const { session, account, securityPolicy } = reader.schema;
  const lists = sql.join([shapeOf(session).list, shapeOf(account).list, shapeOf(securityPolicy).list], sql`, `);
  const [raw] = await reader.select(
    sql`select ${lists} from ${session} join ${account} on ${eq(account.id, session.account)} left join ${securityPolicy} on 1 = 1 where ${eq(session.id, id)}`,
  );
  if (raw === undefined) return undefined;
  const cut = cutterOf(raw);
  const [foundSession, foundAccount] = [cut(session), cut(account)];
  const policy = raw.at(-1) === null ? standardPolicy : cut(securityPolicy);
  if (foundSession === undefined || foundAccount === undefined || policy === undefined) return undefined;
  return { session: foundSession, account: foundAccount, policy };
}

/** A key by its hash, with its account. */
export async function findKeyByHash(
  reader: Reader,
  hash: string,
): Promise<{ key: ApiKeyRow; account: AccountRow } | undefined> {
  const { apiKey, account } = reader.schema;
  const lists = sql.join([shapeOf(apiKey).list, shapeOf(account).list], sql`, `);
  const [raw] = await reader.select(
    sql`select ${lists} from ${apiKey} join ${account} on ${eq(account.id, apiKey.account)} where ${eq(apiKey.hash, hash)}`,
  );
  if (raw === undefined) return undefined;
  const cut = cutterOf(raw);
  const [key, owner] = [cut(apiKey), cut(account)];
  return key === undefined || owner === undefined ? undefined : { key, account: owner };
}

/** Takes the rows of the joined tables off a joined row, one after the other. */
function cutterOf(raw: RawRow): <T extends Table>(table: T) => RowOf<T> | undefined {
  let at = 0;
  return (table) => {
    const from = at;
    at += shapeOf(table).shown.length;
    return decodeRows(table, [raw.slice(from, at)])[0];
  };
}

/** The sessions of an account, the newest first. */
export async function listSessions(reader: Reader, account: string): Promise<SessionRow[]> {
  const { session } = reader.schema;
  const orderBy = [sql`${session.createdAt} desc`, session.id];
  return selectRows(reader, session, { where: eq(session.account, account), orderBy });
}
