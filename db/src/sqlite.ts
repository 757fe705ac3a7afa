import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { insertText } from "./insertion.ts";
import * as schema from "./schema/sqlite.ts";
import type { Connection, Engine, RawRow } from "./store.ts";

const busyMilliseconds = 10_000;
const retryMilliseconds = 5;
const cachedStatements = 300;
const cacheKibibytes = 64 * 1024;
const mappedBytes = 4 * 1024 ** 3;
const takenCodes = ["SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"];
const dialect = new SQLiteSyncDialect();

/**
 * A SQLite file. Commits go through a connection of their own and wait for each other; reads use a second, read-only
 * one, so that a commit in progress is never seen.
 */
export function openSqlite(dataDir: string): Engine {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "yuanbiao.db");
  const writer = new SqliteDatabase(file, { timeout: busyMilliseconds });
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) writer.pragma(pragma);
  const reader = new SqliteDatabase(file, { timeout: busyMilliseconds, readonly: true });
  for (const handle of [writer, reader]) {
    handle.pragma(`cache_size = -${cacheKibibytes}`);
    handle.pragma(`mmap_size = ${mappedBytes}`);
  }
  const read = connect(reader);
  const queue = makeQueue(writer, connect(writer));
  return {
    engine: "sqlite",
    schema,
    select: (query) => read.select(query),
    transact: queue.transact,
    readVersion: makeVersionReader(reader),
    isTaken: (error) => error instanceof SqliteDatabase.SqliteError && takenCodes.includes(error.code),
    close: async () => {
      await queue.idle();
      reader.close();
      writer.close();
    },
  };
}

/** One transaction at a time; IMMEDIATE takes the lock before anything is read, against other processes too. */
function makeQueue(
  handle: SqliteDatabase.Database,
  connection: Connection,
): Pick<Engine, "transact"> & { idle(): Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  handle.pragma("busy_timeout = 0");
  const inTransaction = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    await begin(handle);
    try {
      const result = await work(connection);
      handle.exec("commit");
      return result;
    } catch (error) {
      if (handle.inTransaction) handle.exec("rollback");
      throw error;
    }
  };
  return {
    transact: (work) => {
      const result = last.then(() => inTransaction(work));
      last = result.catch(() => undefined);
      return result;
    },
    idle: () => last,
  };
}

/** Waits for another process's commit without holding up this process, as the driver's own waiting would. */
async function begin(handle: SqliteDatabase.Database): Promise<void> {
  const deadline = performance.now() + busyMilliseconds;
  for (;;) {
    try {
      handle.exec("begin immediate");
      return;
    } catch (error) {
      const isBusy = error instanceof SqliteDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() > deadline) throw error;
      await sleep(retryMilliseconds);
    }
  }
}

function connect(handle: SqliteDatabase.Database): Connection {
  const prepare = makeCache(handle);
  const render = (query: SQL): { text: string; values: unknown[] } => {
    const { sql, params } = dialect.sqlToQuery(query);
    return { text: sql, values: params };
  };
  return {
    select: async (query) => {
      const { text, values } = render(query);
      const statement = prepare(text);
      return statement.raw().all(...values);
    },
    run: async (query) => {
      const { text, values } = render(query);
      return prepare(text).run(...values).changes;
    },
    insert: async (insertion) => {
      const statement = prepare(insertText(insertion, 1, () => "?"));
      for (const row of insertion.rows) statement.run(...row);
    },
  };
}

/** Prepared statements by their text; the oldest goes when there are too many (lists of values vary in length). */
function makeCache(handle: SqliteDatabase.Database): (text: string) => SqliteDatabase.Statement<unknown[], RawRow> {
  const statements = new Map<string, SqliteDatabase.Statement<unknown[], RawRow>>();
  return (text) => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = handle.prepare<unknown[], RawRow>(text).safeIntegers(true);
    const [oldest] = statements.keys();
    if (statements.size >= cachedStatements && oldest !== undefined) statements.delete(oldest);
    statements.set(text, statement);
    return statement;
  };
}

/** Prepared at the first use, since the table is not there before the first migration. */
function makeVersionReader(handle: SqliteDatabase.Database): Engine["readVersion"] {
  let statement: SqliteDatabase.Statement<unknown[], number> | undefined;
  return async () => {
    statement ??= handle.prepare<unknown[], number>("select version from dataset where id = 'store'").pluck();
    return statement.get() ?? 0;
  };
}
