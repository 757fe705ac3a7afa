import type { Table } from "drizzle-orm";
import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { AuditEntry, AuditStamp } from "./audit.ts";
import { appendAudit } from "./audit.ts";
import type { Noun } from "./nouns.ts";
import { storageKeys } from "./nouns.ts";
import { encodeFields, shapeOf } from "./rows.ts";
import type { Connection, Schema, Store } from "./store.ts";
import { engineOf } from "./store.ts";

/** New rows of a table (`recordedAt`, `recordedBy` are added), or the end of a version that must still be the newest. */
export type Statement =
  | { readonly insert: Noun | "seedLoad"; readonly rows: readonly object[] }
  | { readonly close: Noun; readonly record: { readonly version: number } };

export interface Batch {
  readonly actor: string;
  readonly statements: readonly Statement[];
  /** One entry for each area that is touched, and at least one. */
  readonly audit: readonly [AuditEntry, ...AuditEntry[]];
}

export type Committed =
  | { readonly ok: true; readonly version: number; readonly recordedAt: string }
  | { readonly ok: false; readonly code: "stale-version" };

class StaleVersion extends Error {}

/**
 * The only write: all statements and their audit entries in one transaction, or nothing. The lock on the dataset row
 * puts commits in a row, so that instants grow in the order in which commits become visible.
 */
export async function commit(store: Store, batch: Batch): Promise<Committed> {
  const engine = store[engineOf];
  refuseUnaudited(batch);
  try {
    return await engine.transact((connection) => write(store, batch, connection));
  } catch (error) {
    if (error instanceof StaleVersion || engine.isTaken(error)) return { ok: false, code: "stale-version" };
    throw error;
  }
}

async function write({ schema, clock }: Store, batch: Batch, connection: Connection): Promise<Committed> {
  const { dataset } = schema;
  await connection.run(sql`update ${dataset} set "version" = "version" + 1`);
  const [row] = await connection.select(sql`select "version", "recorded_at" from ${dataset}`);
  const version = Number(row?.[0]);
  const recordedAt = instantAfter(row?.[1], clock());
  const stamp = { actor: batch.actor, recordedAt };
  for (const statement of batch.statements) await execute(connection, schema, statement, stamp);
  const entries = [...batch.audit].sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));
  for (const entry of entries) await appendAudit(connection, schema, { ...entry, ...stamp });
  await connection.run(sql`update ${dataset} set "recorded_at" = ${recordedAt}`);
  return { ok: true, version, recordedAt };
}

/** Now, or a millisecond after the last instant where the clock has not moved on or was set back. */
function instantAfter(last: unknown, now: Date): string {
  const earliest = typeof last === "string" ? Date.parse(last) + 1 : 0;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

async function execute(
  connection: Connection,
  schema: Schema,
  statement: Statement,
  { actor, recordedAt }: AuditStamp,
): Promise<void> {
  if ("close" in statement) {
    const table = schema[statement.close];
    const where = and(
      sameVersion(table, [...storageKeys[statement.close], "version"], statement.record),
      isNull(table.supersededAt),
    );
    const closed = await connection.run(sql`update ${table} set "superseded_at" = ${recordedAt} where ${where}`);
    if (closed !== 1) throw new StaleVersion();
    return;
  }
  const { name, fields } = shapeOf(schema[statement.insert]);
  const stamped = { recordedAt, recordedBy: actor, supersededAt: null };
  await connection.insert({
    table: name,
    columns: fields.map(({ column }) => column.name),
    rows: statement.rows.map((row) => encodeFields(fields, { ...row, ...stamped })),
  });
}

function sameVersion(table: Table, keys: readonly string[], record: object) {
  const columns = getTableColumns(table);
  return and(
    ...keys.map((key) => {
      const column = columns[key];
      if (column === undefined) throw new TypeError(`${key} is no column`);
      return eq(column, Reflect.get(record, key));
    }),
  );
}

/** A row of an area whose trail would not show it is a mistake in the caller. */
function refuseUnaudited({ statements, audit }: Batch): void {
  const audited = new Set(audit.map(({ area }) => area));
  for (const statement of statements) {
    for (const row of "insert" in statement ? statement.rows : [statement.record]) {
      const area: unknown = Reflect.get(row, "area");
      if (typeof area === "string" && !audited.has(area)) throw new Error(`no audit entry for area ${area}`);
    }
  }
}
