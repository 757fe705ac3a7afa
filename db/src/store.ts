import type { SQL } from "drizzle-orm";
import { noteQuery } from "./footprint.ts";
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
  /** Runs one statement, `?` for each parameter, for each row in turn; gives how many rows were changed by all of them. */
  repeat(text: string, rows: readonly RawRow[]): Promise<number>;
  /**
   * Does works of one statement each in this order: a server is sent all of them at once, and none waits for the answer to
   * the one before. Throws what the first one throws that does; those behind it may have failed because of it.
   */
  together(works: readonly (() => Promise<unknown>)[]): Promise<void>;
}

/** Where the commits stand: the data version, and the instant of the last commit, which every one of them moves on. */
export interface Head {
  readonly version: number;
  /** Moves on where an account, a session or the rules for both are changed: what was read of them holds until then. */
  readonly identityVersion: number;
  readonly recordedAt: string | null;
}

/** What others see already; `onDisk` resolves once no fault of the machine can undo it, and rejects where that failed. */
export interface Seen<T> {
  readonly result: T;
  readonly onDisk: Promise<void>;
}

/** One engine: SQLite, PostgreSQL, or PGlite in tests. */
export interface Engine extends Reader {
  /**
   * Runs `work` in one transaction that excludes other writers of the dataset row; rolls back where it throws. It resolves
   * once what was written is on disk; "later": once others see it, and a fault of the machine right after may undo it.
   */
  transact<T>(work: (connection: Connection) => Promise<T>, onDisk?: "later"): Promise<T>;
  /** The same, but it resolves once others see what was written: who writes can make the answer while it goes to disk. */
  transactSeen<T>(work: (connection: Connection) => Promise<T>): Promise<Seen<T>>;
  /** Runs `work` on one sight of what is committed, which stays as it is while commits go on. */
  snapshot<T>(work: (sight: Pick<Connection, "select">) => Promise<T>): Promise<T>;
  readHead(): Promise<Head>;
  /** Whether an error of the driver means that a key is already there. */
  isTaken(error: unknown): boolean;
  troubleOf(error: unknown): Trouble | null;
  /** Bytes on disk. */
  size(): Promise<number>;
  /** Moves what was committed from the log into the file, where the engine has both; nobody need wait for it. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** Who moves commits from the log into the file: the connection that commits, or another thread beside it. */
export type Checkpoints = "own" | "elsewhere";

/** What keeps a store from doing its work though nothing is wrong with what it was asked. */
export type Trouble = "away" | "full";

/** The engine is behind a symbol, so that `commit` stays the only way to write. */
export const engineOf = Symbol("engine");

/** What commits take: a reader that also leads to the one place where rows are written. */
export interface Store extends Reader {
  readonly [engineOf]: Engine;
  /** The clock that instants are taken from; a commit never goes back behind the one before. */
  readonly clock: () => Date;
  /** The number of commits so far, by this process or another: cheap enough to ask at each request. */
  readVersion(): Promise<number>;
  /** The same with the instant of the last commit, also of those that leave the data version as it is. */
  readHead(): Promise<Head>;
  /** Whether an error means that the store cannot be reached, or not be written; null for any other. */
  troubleOf(error: unknown): Trouble | null;
  /** Bytes that the database takes on disk. */
  size(): Promise<number>;
  /** Moves what was committed into its place; nobody need wait for it. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** A store over an engine whose tables are in place. */
export function makeStore(engine: Engine, clock: () => Date): Store {
  return {
    [engineOf]: engine,
    engine: engine.engine,
    schema: engine.schema,
    clock,
    select: (query) => {
      noteQuery(engine.schema, query);
      return engine.select(query);
    },
    readVersion: async () => (await engine.readHead()).version,
    readHead: () => engine.readHead(),
    troubleOf: (error) => engine.troubleOf(error),
    size: () => engine.size(),
    checkpoint: () => engine.checkpoint(),
    close: () => engine.close(),
  };
}
