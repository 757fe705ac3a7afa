import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { insertText } from "./insertion.ts";
import * as schema from "./schema/postgres.ts";
import type { Connection, Engine, RawRow } from "./store.ts";

const uniqueViolation = "23505";
/** The protocol counts parameters in sixteen bits. */
const parametersPerStatement = 30_000;
const migrationLock = 5_201_314_001;
const dialect = new PgDialect();

/** Runs a text with parameters; gives rows as arrays and the number of rows that changed. */
export type RunText = (text: string, values: unknown[]) => Promise<{ rows: RawRow[]; changed: number }>;

/** PostgreSQL, or an engine that speaks its protocol, through a pool. */
export function openPostgres(databaseUrl: string): Engine {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on("error", () => undefined);
  const pooled = connectText(runWith(pool));
  return {
    ...postgresReader(pooled),
    transact: async (work) => {
      const client = await pool.connect();
      return transactText(runWith(client), work).then(
        (result) => {
          client.release();
          return result;
        },
        (error: unknown) => {
          client.release(isServerError(error) ? undefined : true);
          throw error;
        },
      );
    },
    close: () => pool.end(),
  };
}

function runWith(client: pg.Pool | pg.PoolClient): RunText {
  return async (text, values) => {
    const { rows, rowCount } = await client.query<unknown[]>({ text, values, rowMode: "array" });
    return { rows, changed: rowCount ?? 0 };
  };
}

function isServerError(error: unknown): boolean {
  return error instanceof pg.DatabaseError || (error instanceof Error && !("code" in error));
}

/** What every engine of this family shares. */
export function postgresReader(
  connection: Connection,
): Pick<Engine, "engine" | "schema" | "select" | "readHead" | "isTaken"> {
  return {
    engine: "postgres",
    // The types of both schemas are the same by construction (kit.ts).
    schema,
    select: (query) => connection.select(query),
    readHead: async () => {
      const [row] = await connection.select(sql`select "version", "recorded_at" from "dataset"`);
      return { version: Number(row?.[0]), recordedAt: typeof row?.[1] === "string" ? row[1] : null };
    },
    isTaken: (error) => error instanceof Error && "code" in error && error.code === uniqueViolation,
  };
}

/**
 * BEGIN … COMMIT. Read committed, whatever the server's default: the second of two commits waits for the lock on the
 * dataset row and must then see what the first one wrote.
 */
export async function transactText<T>(run: RunText, work: (connection: Connection) => Promise<T>): Promise<T> {
  await run("begin isolation level read committed", []);
  try {
    const result = await work(connectText(run));
    await run("commit", []);
    return result;
  } catch (error) {
    await run("rollback", []).catch(() => undefined);
    throw error;
  }
}

export function connectText(run: RunText): Connection {
  const query = (statement: SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(statement);
    return run(text, params);
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
      for (const row of rows) changed += (await run(numbered, [...row])).changed;
      return changed;
    },
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
