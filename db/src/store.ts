import type { SQL } from "drizzle-orm";
import type * as sqlite from "./schema/sqlite.ts";

export const engineNames = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engineNames)[number];

/** Every table; the same shape on every engine. */
export type Schema = typeof sqlite;
export type RawRow = readonly unknown[];

/** What queries take: it can read and nothing else. */
export interface Reader {
  readonly engine: EngineName;
  readonly schema: Schema;
  select(query: SQL): Promise<readonly RawRow[]>;
}

/** Rows for one table, columns by their names in the database. */
export interface Insertion {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

/** A connection inside a transaction. */
export interface Connection {
  select(query: SQL): Promise<readonly RawRow[]>;
  /** Runs a statement and gives the number of rows that it changed. */
  run(query: SQL): Promise<number>;
  insert(insertion: Insertion): Promise<void>;
}

/** One engine: SQLite, PostgreSQL, or PGlite in tests. */
export interface Engine extends Reader {
  /** Runs `work` in one transaction that excludes other writers of the dataset row; rolls back where it throws. */
  transact<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  readVersion(): Promise<number>;
  /** Whether an error of the driver means that a key is already there. */
  isTaken(error: unknown): boolean;
  close(): Promise<void>;
}

/** The engine is behind a symbol, so that `commit` stays the only way to write. */
export const engineOf = Symbol("engine");

/** What commits take: a reader that also leads to the one place where rows are written. */
export interface Store extends Reader {
  readonly [engineOf]: Engine;
  /** The clock that instants are taken from; a commit never goes back behind the one before. */
  readonly clock: () => Date;
  /** The number of commits so far, by this process or another: cheap enough to ask at each request. */
  readVersion(): Promise<number>;
  close(): Promise<void>;
}

/** A store over an engine whose tables are in place. */
export function makeStore(engine: Engine, clock: () => Date): Store {
  return {
    [engineOf]: engine,
    engine: engine.engine,
    schema: engine.schema,
    clock,
    select: (query) => engine.select(query),
    readVersion: () => engine.readVersion(),
    close: () => engine.close(),
  };
}
