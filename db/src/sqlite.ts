import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { makeBreather } from "./breather.ts";
import { insertText } from "./insertion.ts";
import { makeRender } from "./render.ts";
import * as schema from "./schema/sqlite.ts";
import type { Checkpoints, Connection, Engine, RawRow, Trouble } from "./store.ts";
import { makeSync, type Sync } from "./sync.ts";

const busyMilliseconds = 10_000;
const retryMilliseconds = 5;
const cachedStatements = 300;
/** Rows that one statement inserts where there are many: fewer calls, and far from the most parameters. */
const rowsPerStatement = 50;
/** Rows of one commit above which its pages are moved into the file afterwards; SQLite's own limit for all others. */
const largeChange = 5000;
/** Pages of the log that are moved into the file by a commit; where another thread moves them, by one in need alone. */
const pagesBeforeMove = { own: 1000, elsewhere: 25_000 } as const;
/** The reader's pages are mapped; what it takes copies of are those that are still in the log. */
const cacheKibibytes = { writer: 16 * 1024, reader: 8 * 1024 } as const;
const mappedBytes = 4 * 1024 ** 3;
const takenCodes = ["SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"];
const missing = { throwIfNoEntry: false } as const;
const render = makeRender(new SQLiteSyncDialect());

/**
 * A SQLite file. Commits go through a connection of their own and wait for each other; reads use a second, read-only
 * one, so that a commit in progress is never seen.
 */
export function openSqlite(dataDir: string, checkpoints: Checkpoints = "own"): Engine {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, "yuanbiao.db");
  const writer = new SqliteDatabase(file, { timeout: busyMilliseconds });
  // A commit is in the log and not yet on disk; who waits for the disk hears of it when the log is (makeQueue).
  for (const pragma of ["journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"]) writer.pragma(pragma);
  const reader = new SqliteDatabase(file, { timeout: busyMilliseconds, readonly: true });
  writer.pragma(`cache_size = -${cacheKibibytes.writer}`);
  reader.pragma(`cache_size = -${cacheKibibytes.reader}`);
  for (const handle of [writer, reader]) handle.pragma(`mmap_size = ${mappedBytes}`);
  const read = connect(reader);
  const log = makeSync(`${file}-wal`);
  const queue = makeQueue(writer, { connection: connect(writer), log, pages: pagesBeforeMove[checkpoints] });
  return {
    engine: "sqlite",
    schema,
    select: (query) => read.select(query),
    transact: queue.transact,
    transactSeen: queue.transactSeen,
    snapshot: (work) => readApart(file, work),
    readHead: makeHeadReader(reader),
    isTaken: (error) => error instanceof SqliteDatabase.SqliteError && takenCodes.includes(error.code),
    troubleOf,
    size: async () => [file, `${file}-wal`].reduce((sum, name) => sum + (statSync(name, missing)?.size ?? 0), 0),
    checkpoint: async () => {
      writer.pragma("wal_checkpoint(PASSIVE)");
    },
    close: async () => {
      await queue.idle();
      log.close();
      reader.close();
      writer.close();
    },
  };
}

/** A read transaction on a connection of its own: its first read fixes what all of them see, and nobody waits for it. */
async function readApart<T>(file: string, work: (sight: Pick<Connection, "select">) => Promise<T>): Promise<T> {
  const handle = new SqliteDatabase(file, { timeout: busyMilliseconds, readonly: true });
  try {
    handle.exec("begin");
    return await work(connect(handle));
  } finally {
    handle.close();
  }
}

/** Codes of the driver for a disk that is full, cannot be written or does not answer. */
const fullCodes = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN)/;

function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  if (fullCodes.test(error.code)) return "full";
  return error.code.startsWith("SQLITE_BUSY") ? "away" : null;
}

/**
 * One transaction at a time, and the sync of its log beside the next one: an acknowledged commit is on disk (but for one
 * that asks for "later"), commits that come together share one sync, and this process answers others meanwhile. IMMEDIATE takes the lock
 * before anything is read, against other processes too.
 */
function makeQueue(
  handle: SqliteDatabase.Database,
  { connection, log, pages }: { readonly connection: Connection; readonly log: Sync; readonly pages: number },
): Pick<Engine, "transact" | "transactSeen"> & { idle(): Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  let pending: Promise<unknown> = Promise.resolve();
  handle.pragma("busy_timeout = 0");
  handle.pragma(`wal_autocheckpoint = ${pages}`);
  const changes = handle.prepare<[], number>("select total_changes()").pluck();
  let isUnmoved = false;
  const inTransaction = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    await begin(handle);
    const before = changes.get() ?? 0;
    try {
      const result = await work(connection);
      isUnmoved = (changes.get() ?? 0) - before > largeChange;
      if (isUnmoved) handle.pragma("wal_autocheckpoint = 0");
      handle.exec("commit");
      return result;
    } catch (error) {
      if (handle.inTransaction) handle.exec("rollback");
      throw error;
    }
  };
  /** After a large commit its pages are moved into the file in a turn of their own: both at once hold up everything. */
  const moveLater = async (): Promise<void> => {
    if (!isUnmoved) return;
    isUnmoved = false;
    await nextTurn();
    handle.pragma(`wal_autocheckpoint = ${pages}`);
    handle.pragma("wal_checkpoint(PASSIVE)");
  };
  const enqueue = <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const committed = last.then(() => inTransaction(work));
    last = committed.catch(() => undefined).then(moveLater);
    return committed;
  };
  const transactSeen: Engine["transactSeen"] = async (work) => {
    const committed = enqueue(work);
    const onDisk = committed.then(() => log.sync());
    // Noted before the commit begins: a store that is closed meanwhile waits for both. Who waits for the disk hears of a fault.
    pending = Promise.allSettled([pending, onDisk]).then(() => undefined);
    return { result: await committed, onDisk };
  };
  return {
    transact: async (work, onDisk) => {
      if (onDisk === "later") return enqueue(work);
      const seen = await transactSeen(work);
      await seen.onDisk;
      return seen.result;
    },
    transactSeen,
    idle: () => Promise.all([last, pending]),
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
  const breathe = makeBreather();
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
      const { rows } = insertion;
      const whole = rows.length - (rows.length % rowsPerStatement);
      const many = whole === 0 ? undefined : prepare(insertText(insertion, rowsPerStatement, () => "?"));
      for (let first = 0; first < whole; first += rowsPerStatement) {
        many?.run(rows.slice(first, first + rowsPerStatement).flat());
        await breathe();
      }
      const one = prepare(insertText(insertion, 1, () => "?"));
      for (const row of rows.slice(whole)) one.run(...row);
    },
    repeat: async (text, rows) => {
      const statement = prepare(text);
      let changed = 0;
      for (const row of rows) {
        changed += statement.run(...row).changes;
        await breathe();
      }
      return changed;
    },
    together: async (works) => {
      for (const work of works) await work();
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
function makeHeadReader(handle: SqliteDatabase.Database): Engine["readHead"] {
  let statement: SqliteDatabase.Statement<unknown[], [number, number, string | null]> | undefined;
  return async () => {
    statement ??= handle
      .prepare<unknown[], [number, number, string | null]>(
        "select version, identity_version, recorded_at from dataset where id = 'store'",
      )
      .raw();
    const [version, identityVersion, recordedAt] = statement.get() ?? [0, 0, null];
    return { version, identityVersion, recordedAt };
  };
}
