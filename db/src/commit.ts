import { and, isNull, sql } from "drizzle-orm";
import type { AuditActor, AuditEntry, AuditStamp, End } from "./audit.ts";
import { appendAudit, readHeads } from "./audit.ts";
import { identityParts, markIdentity } from "./identity-mark.ts";
import { asFields } from "./kit.ts";
import { type Changed, markChanged } from "./mark.ts";
import type { AppendOnly, InPlace, Noun } from "./nouns.ts";
import { inPlace, isTracked, storageKeys } from "./nouns.ts";
import { sameVersion } from "./queries/versions.ts";
import { encodeFields, encodeRows, shapeOf } from "./rows.ts";
import type { Connection, RawRow, Schema, Seen, Store } from "./store.ts";
import { engineOf } from "./store.ts";

/**
 * New rows of a table (`recordedAt`, `recordedBy` are added), or the end of a version that must still be the newest. Rows
 * that are changed in place (accounts and the like) are updated or removed by their key: `expected` is what must still
 * stand there.
 */
export type Statement =
  | { readonly insert: Noun | AppendOnly | InPlace; readonly rows: readonly object[] }
  | { readonly close: Noun; readonly record: { readonly version: number } }
  /** The version that was decided upon must still be the newest; 0: there must be none yet. */
  | { readonly hold: Noun; readonly record: { readonly version: number } }
  /** So many standing records at most say this, once what stands before it in the batch is written. */
  | Bound
  | {
      readonly update: InPlace;
      readonly key: Readonly<Record<string, string>>;
      readonly set: object;
      readonly expected?: object;
    }
  | { readonly remove: InPlace; readonly key: Readonly<Record<string, string>> };

export interface Bound {
  readonly bound: Noun;
  readonly where: Readonly<Record<string, string>>;
  readonly most: number;
}

export interface Batch extends AuditActor {
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
  const { result, onDisk } = await commitSeen(store, batch);
  await onDisk;
  return result;
}

/** The same, as soon as others see it: nobody may be told that it was done before `onDisk` resolves. */
export async function commitSeen(store: Store, batch: Batch): Promise<Seen<Committed>> {
  const engine = store[engineOf];
  refuseUnaudited(batch);
  try {
    return await engine.transactSeen((connection) => write(store, batch, connection));
  } catch (error) {
    if (!(error instanceof StaleVersion || engine.isTaken(error))) throw error;
    return { result: { ok: false, code: "stale-version" }, onDisk: Promise.resolve() };
  }
}

async function write({ schema, clock }: Store, batch: Batch, connection: Connection): Promise<Committed> {
  const { dataset } = schema;
  // Also where the data version stays as it is, this is the lock that puts commits in a row.
  const step = batch.statements.some(isOfTracked) ? 1 : 0;
  const parts = identityParts(batch.statements);
  const identityStep = parts.length > 0 ? 1 : 0;
  const entries = [...batch.audit].sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));
  let row: RawRow | undefined;
  let heads: ReadonlyMap<string, End> = new Map();
  await connection.together([
    () =>
      connection.run(
        sql`update ${dataset} set "version" = "version" + ${sql.raw(String(step))}, "identity_version" = "identity_version" + ${sql.raw(String(identityStep))}`,
      ),
    async () => {
      [row] = await connection.select(sql`select "version", "recorded_at", "identity_version" from ${dataset}`);
    },
    async () => {
      heads = await readHeads(connection, schema, entries);
    },
  ]);
  const version = Number(row?.[0]);
  const recordedAt = instantAfter(row?.[1], clock());
  const { actor, role, address } = batch;
  const stamp = { actor, role, address, recordedAt };
  const works = [
    ...runsOf(withoutNeedless(batch.statements)).map((run) => () => execute({ connection, schema, stamp }, run)),
    async () => {
      if (step === 1) await markChanged(connection, schema, { changed: changedBy(batch.statements), version });
    },
    () => markIdentity(connection, schema, { parts, version: Number(row?.[2]) }),
    () => appendAudit(connection, schema, { entries, stamp, heads }),
    () => connection.run(sql`update ${dataset} set "recorded_at" = ${recordedAt}`),
  ];
  if (countRows(batch) <= fewRows) await connection.together(works);
  else for (const work of works) await work();
  return { ok: true, version, recordedAt };
}

/** So many rows stand in one statement each time: they can be sent without waiting for each other. */
const fewRows = 500;

const countRows = ({ statements, audit }: Batch): number =>
  statements.reduce((sum, one) => sum + ("insert" in one ? one.rows.length : 1), audit.length);

/** Kept answers are made of tracked nouns alone: a draft or a sign-in leaves them as they are. */
function isOfTracked(statement: Statement): boolean {
  if ("insert" in statement) return statement.insert === "seedLoad" || isTracked(statement.insert);
  return "close" in statement && isTracked(statement.close);
}

function changedBy(statements: readonly Statement[]): Changed[] {
  return statements.flatMap((statement): Changed[] => {
    if ("insert" in statement) return [{ noun: statement.insert, rows: statement.rows }];
    return "close" in statement ? [{ noun: statement.close, rows: [statement.record] }] : [];
  });
}

/** Now, or a millisecond after the last instant where the clock has not moved on or was set back. */
function instantAfter(last: unknown, now: Date): string {
  const earliest = typeof last === "string" ? Date.parse(last) + 1 : 0;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

interface Writing {
  readonly connection: Connection;
  readonly schema: Schema;
  readonly stamp: AuditStamp;
}
type Close = Extract<Statement, { close: Noun }>;
type Hold = Extract<Statement, { hold: Noun }>;
type Run =
  | { readonly kind: "close"; readonly noun: Noun; readonly records: Close["record"][] }
  | { readonly kind: "hold"; readonly noun: Noun; readonly records: Hold["record"][] }
  | { readonly kind: "other"; readonly statement: Exclude<Statement, Close | Hold> };

/** A version that is closed must be the newest in any case: it need not be held as well. */
function withoutNeedless(statements: readonly Statement[]): readonly Statement[] {
  const closed = new Set(statements.flatMap((one): object[] => ("close" in one ? [one.record] : [])));
  return statements.filter((one) => !("hold" in one && closed.has(one.record)));
}

/** Closes and holds of one noun that follow each other are made in one go; the order stays. */
function runsOf(statements: readonly Statement[]): Run[] {
  const runs: Run[] = [];
  for (const statement of statements) {
    if (!("close" in statement) && !("hold" in statement)) {
      runs.push({ kind: "other", statement });
      continue;
    }
    const kind = "close" in statement ? "close" : "hold";
    const noun = "close" in statement ? statement.close : statement.hold;
    const last = runs.at(-1);
    if (last?.kind === kind && last.noun === noun) last.records.push(statement.record);
    else runs.push({ kind, noun, records: [statement.record] });
  }
  return runs;
}

async function execute(writing: Writing, run: Run): Promise<void> {
  if (run.kind === "close") await closeVersions(writing, run);
  else if (run.kind === "hold") await requireNewest(writing, run);
  else if ("bound" in run.statement) await requireWithin(writing, run.statement);
  else if ("insert" in run.statement) await insertRows(writing, run.statement);
  else await changeInPlace(writing.connection, writing.schema, run.statement);
}

/** The columns of a stored version's key, in the order of its fields. */
function keyOf(schema: Schema, noun: Noun, more: readonly string[] = []) {
  const keys: readonly string[] = [...storageKeys[noun], ...more];
  const fields = shapeOf(schema[noun]).fields.filter(({ key }) => keys.includes(key));
  if (fields.length !== keys.length) throw new TypeError(`a key of ${noun} is no column`);
  return fields;
}

async function closeVersions(
  { connection, schema, stamp }: Writing,
  { noun, records }: { readonly noun: Noun; readonly records: readonly object[] },
): Promise<void> {
  const key = keyOf(schema, noun, ["version"]);
  const where = key.map(({ column }) => `"${column.name}" = ?`).join(" and ");
  const { name } = shapeOf(schema[noun]);
  const text = `update "${name}" set "superseded_at" = ? where ${where} and "superseded_at" is null`;
  const rows = records.map((record) => [stamp.recordedAt, ...encodeFields(key, record)]);
  // A version is closed once: fewer changes than records mean that one of them is no longer the newest.
  if ((await connection.repeat(text, rows)) !== records.length) throw new StaleVersion();
}

const heldAtOnce = 500;

/** Commits wait for each other, so that what is found here stays so until this one is done. */
async function requireNewest(
  { connection, schema }: Writing,
  { noun, records }: { readonly noun: Noun; readonly records: readonly Hold["record"][] },
): Promise<void> {
  const table = schema[noun];
  const key = keyOf(schema, noun);
  const textOf = (values: readonly unknown[]): string => values.map(String).join("|");
  for (let first = 0; first < records.length; first += heldAtOnce) {
    const some = records.slice(first, first + heldAtOnce);
    const wanted = some.map((one) => encodeFields(key, one));
    const rows = wanted.map(
      (values) =>
        sql`(${sql.join(
          values.map((value) => sql`${value}`),
          sql`, `,
        )})`,
    );
    const names = sql.join(
      key.map(({ column }) => sql`${column}`),
      sql`, `,
    );
    const where = and(isNull(table.supersededAt), sql`(${names}) in (values ${sql.join(rows, sql`, `)})`);
    const found = await connection.select(sql`select ${names}, "version" from ${table} where ${where}`);
    const newest = new Map(found.map((row) => [textOf(row.slice(0, -1)), Number(row.at(-1))]));
    const isStale = some.some(({ version }, at) => (newest.get(textOf(wanted[at] ?? [])) ?? 0) !== version);
    if (isStale) throw new StaleVersion();
  }
}

/** Who planned within the bound and finds it passed has planned on what no longer stands. */
async function requireWithin({ connection, schema }: Writing, { bound, where, most }: Bound): Promise<void> {
  const table = schema[bound];
  const among = and(isNull(table.supersededAt), sameVersion(table, Object.keys(where), where));
  const [row] = await connection.select(sql`select count(*) from ${table} where ${among}`);
  if (Number(row?.[0]) > most) throw new StaleVersion();
}

const rowsAtOnce = 2000;

async function insertRows(
  { connection, schema, stamp }: Writing,
  { insert, rows }: Extract<Statement, { rows: readonly object[] }>,
): Promise<void> {
  const { name, fields } = shapeOf(schema[insert]);
  const columns = fields.map(({ column }) => column.name);
  const stamped = { recordedAt: stamp.recordedAt, recordedBy: stamp.actor, supersededAt: null };
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const some = rows.slice(first, first + rowsAtOnce);
    await connection.insert({
      ...{ table: name, columns },
      rows: encodeRows(fields, some, stamped),
    });
  }
}

async function changeInPlace(
  connection: Connection,
  schema: Schema,
  statement: Extract<Statement, { update: InPlace } | { remove: InPlace }>,
): Promise<void> {
  const isRemoval = "remove" in statement;
  const noun = isRemoval ? statement.remove : statement.update;
  const table = schema[noun];
  const where = [sameVersion(table, inPlace[noun], statement.key)];
  if (isRemoval) {
    await connection.run(sql`delete from ${table} where ${and(...where)}`);
    return;
  }
  const { set, expected = {} } = statement;
  where.push(sameVersion(table, Object.keys(expected), expected));
  const names = Object.keys(set);
  const fields = shapeOf(table).fields.filter(({ key }) => names.includes(key));
  if (fields.length !== names.length) throw new TypeError(`a field of ${noun} is not there`);
  const stored = encodeFields(fields, set);
  const assignments = fields.map(({ column }, at) => sql`${sql.identifier(column.name)} = ${stored[at]}`);
  const changed = await connection.run(
    sql`update ${table} set ${sql.join(assignments, sql`, `)} where ${and(...where)}`,
  );
  if (changed !== 1) throw new StaleVersion();
}

/** A row of an area whose trail would not show it is a mistake in the caller. */
function refuseUnaudited({ statements, audit }: Batch): void {
  const audited = new Set(audit.map(({ area }) => area));
  for (const statement of statements) {
    if ("update" in statement || "remove" in statement || "hold" in statement || "bound" in statement) continue;
    for (const row of "insert" in statement ? statement.rows : [statement.record]) {
      const { area } = asFields(row);
      if (typeof area === "string" && !audited.has(area)) throw new Error(`no audit entry for area ${area}`);
    }
  }
}
