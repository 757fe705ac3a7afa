import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { insertText } from "./insertion.ts";
import { makeRender } from "./render.ts";
import * as schema from "./schema/postgres.ts";
import { shareConnection } from "./shared-connection.ts";
import { makeNameOf } from "./statement-name.ts";
import type { Connection, Engine, RawRow, Trouble } from "./store.ts";

const uniqueViolation = "23505";
/** The protocol counts parameters in sixteen bits. */
const parametersPerStatement = 30_000;
const migrationLock = 5_201_314_001;
const render = makeRender(new PgDialect());
const nameOf = makeNameOf();

/** Runs a text with parameters; gives rows as arrays and the number of rows that changed. */
export type RunText = (text: string, values: unknown[]) => Promise<{ rows: RawRow[]; changed: number }>;

/** PostgreSQL, or an engine that speaks its protocol, through a pool. */
export function openPostgres(databaseUrl: string): Engine {
  const pool = new pg.Pool({
    ...{ connectionString: databaseUrl, connectionTimeoutMillis: 5000, keepAlive: true, pipeline: true },
    // A connection that comes anew has to prepare every statement again.
    idleTimeoutMillis: 300_000,
    onConnect: settleIn,
  });
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on("error", () => undefined);
  const pooled = connectText(
    shareConnection({
      take: () => pool.connect(),
      ask: (client, text: string, values: unknown[]) => runWith(client)(text, values),
      giveBack,
    }),
  );
  return {
    ...postgresReader(pooled),
    transact: (work, onDisk) => withClient(pool, (run) => transactText(run, work, onDisk)),
    // The server says nothing of a commit before it is on disk.
    transactSeen: async (work) => ({
      result: await withClient(pool, (run) => transactText(run, work)),
      onDisk: Promise.resolve(),
    }),
    snapshot: (work) => withClient(pool, (run) => sightText(run, work)),
    close: () => pool.end(),
  };
}

/**
 * A connection that ends while it is in use says so to whoever asked by it; without a listener of its own it would end
 * the process as well. A machine that vanishes in the middle of a commit must not keep all others waiting.
 */
async function settleIn(client: pg.ClientBase): Promise<void> {
  client.on("error", () => undefined);
  await client.query("set idle_in_transaction_session_timeout = 60000").catch(() => undefined);
}

/** A connection for a while; one that a fault left in an unknown state is not used again. */
async function withClient<T>(pool: pg.Pool, work: (run: RunText) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  return work(runWith(client)).then(
    (result) => {
      client.release();
      return result;
    },
    (error: unknown) => {
      giveBack(client, error);
      throw error;
    },
  );
}

function giveBack(client: pg.PoolClient, fault: unknown): void {
  client.release(fault === undefined || isServerError(fault) ? undefined : true);
}

/** What is asked of a connection before anybody else has a turn goes there in one piece. */
function inOnePiece({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function runWith(client: pg.PoolClient): RunText {
  return async (text, values) => {
    inOnePiece(client);
    // What begins and ends a transaction is no query: it cannot be prepared, nor can two statements in one text.
    const name = values.length === 0 && !text.startsWith("select ") ? undefined : nameOf(text);
    const { rows, rowCount } = await client.query<unknown[]>({ text, values, rowMode: "array", name });
    return { rows, changed: rowCount ?? 0 };
  };
}

function isServerError(error: unknown): boolean {
  return error instanceof pg.DatabaseError || (error instanceof Error && !("code" in error));
}

/** What every engine of this family shares. */
export function postgresReader(
  connection: Connection,
): Pick<Engine, "engine" | "schema" | "select" | "readHead" | "isTaken" | "troubleOf" | "size" | "checkpoint"> {
  return {
    engine: "postgres",
    // The types of both schemas are the same by construction (kit.ts).
    schema,
    select: (query) => connection.select(query),
    readHead: async () => {
      const [row] = await connection.select(sql`select "version", "identity_version", "recorded_at" from "dataset"`);
      const [version, identityVersion, recordedAt] = row ?? [];
      return {
        version: Number(version),
        identityVersion: Number(identityVersion),
        recordedAt: typeof recordedAt === "string" ? recordedAt : null,
      };
    },
    isTaken: (error) => error instanceof Error && "code" in error && error.code === uniqueViolation,
    troubleOf,
    // The server does it by itself.
    checkpoint: async () => undefined,
    size: async () => Number((await connection.select(sql`select pg_database_size(current_database())`))[0]?.[0]),
  };
}

/** Classes 08 and 57P: the connection; 25006: a server that only reads; 53300: too many connections. */
const awayStates = /^(08...|57P..|25006|53300)$/;
const awayErrors = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"];
/** What the driver says without a code when a connection ends under it, or none is to be had. */
const awayWords =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  // Class 53100: the server's disk is full.
  if (code === "53100") return "full";
  if (awayStates.test(code) || awayErrors.includes(code)) return "away";
  return code === "" && awayWords.test(error.message) ? "away" : null;
}

/**
 * BEGIN … COMMIT. Read committed, whatever the server's default: the second of two commits waits for the lock on the
 * dataset row and must then see what the first one wrote.
 */
export async function transactText<T>(
  run: RunText,
  work: (connection: Connection) => Promise<T>,
  onDisk?: "later",
): Promise<T> {
  const begin = "begin isolation level read committed";
  const begun = run(onDisk === "later" ? `${begin}; set local synchronous_commit to off` : begin, []);
  begun.catch(() => undefined);
  try {
    const result = await work(connectText(after(begun, run)));
    await begun;
    await run("commit", []);
    return result;
  } catch (error) {
    await run("rollback", []).catch(() => undefined);
    throw error;
  }
}

/** What is asked first need not wait until its transaction has begun; what it says counts only if that did begin. */
function after(begun: Promise<unknown>, run: RunText): RunText {
  return async (text, values) => {
    const [, answer] = await Promise.all([begun, run(text, values)]);
    return answer;
  };
}

/** BEGIN … ROLLBACK of a transaction that sees what was committed when it began, and writes nothing. */
export async function sightText<T>(run: RunText, work: (sight: Pick<Connection, "select">) => Promise<T>): Promise<T> {
  const begun = run("begin isolation level repeatable read read only", []);
  try {
    return await work(connectText(after(begun, run)));
  } finally {
    await begun;
    await run("rollback", []);
  }
}

/** What waits to be sent and to be answered at once. */
const statementsAtOnce = 500;

/** Every statement is on its way before the first is answered; within a transaction those behind a failed one fail too. */
async function together(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const settled = await Promise.allSettled(works.map((work) => work()));
  for (const one of settled) if (one.status === "rejected") throw one.reason;
}

export function connectText(run: RunText): Connection {
  const query = (statement: SQL) => {
    const { text, values } = render(statement);
    return run(text, values);
  };
  return {
    select: async (statement) => (await query(statement)).rows,
    run: async (statement) => (await query(statement)).changed,
    repeat: async (text, rows) => {
      let position = 0;
      const numbered = text.replaceAll("?", () => {
        position += 1;
        return `$${position}`;
      });
      let changed = 0;
      const count = (row: RawRow) => async (): Promise<void> => {
        const { changed: rowsChanged } = await run(numbered, [...row]);
        changed += rowsChanged;
      };
      for (let first = 0; first < rows.length; first += statementsAtOnce) {
        await together(rows.slice(first, first + statementsAtOnce).map(count));
      }
      return changed;
    },
    together,
    insert: async (insertion) => {
      const step = Math.floor(parametersPerStatement / insertion.columns.length);
      for (let first = 0; first < insertion.rows.length; first += step) {
        const rows = insertion.rows.slice(first, first + step);
        await run(
          insertText(insertion, rows.length, (position) => `$${position}`),
          rows.flat(),
        );
      }
    },
  };
}

/** Lets one process at a time migrate; the lock ends with the transaction. Particular to this family of engines. */
export async function excludeOthers(connection: Connection): Promise<void> {
  await connection.select(sql`select pg_advisory_xact_lock(${migrationLock})`);
}

/** How many tables there are in the schema that is used. Particular to this family of engines, as is what follows. */
export async function countTables(connection: Connection): Promise<number> {
  const [row] = await connection.select(
    sql`select count(*) from pg_catalog.pg_tables where schemaname = current_schema()`,
  );
  return Number(row?.[0]);
}

/** Removes every table, and the functions of their triggers, from a database that was empty before. */
export async function dropTables(connection: Connection): Promise<void> {
  const tables = await connection.select(
    sql`select tablename from pg_catalog.pg_tables where schemaname = current_schema()`,
  );
  for (const [name] of tables) await connection.run(sql`drop table ${sql.identifier(String(name))} cascade`);
  const functions = await connection.select(
    sql`select proname from pg_catalog.pg_proc p where pronamespace = current_schema()::regnamespace and prorettype = 'trigger'::regtype and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const [name] of functions) await connection.run(sql`drop function ${sql.identifier(String(name))}`);
}
