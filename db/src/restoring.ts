import { sql } from "drizzle-orm";
import { applyMigrations, knownMigrations, unfinishedMark } from "./migrate.ts";
import type { StorePlace } from "./open.ts";
import { refuseOldNode } from "./open.ts";
import { readLines } from "./snapshot.ts";
import type { Connection, Engine, EngineName, Store } from "./store.ts";
import { makeStore } from "./store.ts";
import { readRow, type TableShape } from "./table-shape.ts";

/** A place into which a backup is being restored: nobody else can open it until it is said to be whole. */
export interface Restoring {
  readonly store: Store;
  /** Adds rows as `readLines` gives them. */
  load(shape: TableShape, lines: readonly string[]): Promise<void>;
  lines(shape: TableShape): AsyncGenerator<readonly string[]>;
  /** From the tables of the backup to those of today. */
  migrateOn(): Promise<void>;
  /** From now on the place can be opened. */
  finish(): Promise<void>;
  /** Leaves a database as empty as it was; a file is for its owner to remove. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/** The tables of a backup, and the migrations of its engine that made them. */
export interface Origin {
  readonly engine: EngineName;
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
}

export type MigrationFault = "newer" | "other";

/** What stands against restoring a backup with this program's migrations. */
export function migrationFault({ engine, migrations }: Origin): MigrationFault | undefined {
  const known = knownMigrations(engine);
  const isPrefix = known.every((hash, at) => at >= migrations.length || hash === migrations[at]);
  if (!isPrefix) return "other";
  return migrations.length > known.length ? "newer" : undefined;
}

/** What a place that is not empty is told by. */
export class NotEmpty extends Error {}

/** Makes the tables as they were when the backup was made, in an empty place. */
export async function startRestoring(place: StorePlace, origin: Origin): Promise<Restoring> {
  const clock = (): Date => new Date();
  const { engine, refuseFilled, drop } = "databaseUrl" in place ? await openServer(place) : await openFile(place);
  const mark = sql`insert into migration (position, hash) values (${unfinishedMark.position}, ${unfinishedMark.hash})`;
  const unmark = sql`delete from migration where position = ${unfinishedMark.position}`;
  try {
    await engine.transact(async (connection) => {
      await refuseFilled(connection);
      await applyMigrations(connection, engine.engine, origin.migrations.length);
      // What migrations put into tables is in the backup as well.
      for (const { name } of origin.tables) await connection.run(sql`delete from ${sql.identifier(name)}`);
      await connection.run(mark);
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    store: makeStore(engine, clock),
    load: (shape, lines) => load(engine, shape, lines),
    lines: (shape) => readLines(engine, shape),
    migrateOn: () =>
      engine.transact(async (connection) => {
        await connection.run(unmark);
        await applyMigrations(connection, engine.engine);
        await connection.run(mark);
      }),
    finish: () => engine.transact(async (connection) => void (await connection.run(unmark))),
    discard: () => engine.transact(drop),
    close: () => engine.close(),
  };
}

function load(engine: Engine, shape: TableShape, lines: readonly string[]): Promise<void> {
  const columns = shape.columns.map(({ name }) => name);
  const rows = lines.map((line) => readRow(shape, engine.engine, line));
  return engine.transact((connection) => connection.insert({ table: shape.name, columns, rows }));
}

interface Opened {
  readonly engine: Engine;
  readonly refuseFilled: (connection: Connection) => Promise<void>;
  readonly drop: (connection: Connection) => Promise<void>;
}

async function openFile({ dataDir }: { dataDir: string }): Promise<Opened> {
  refuseOldNode(process.versions.node);
  const { openSqlite } = await import("./sqlite.ts");
  const refuseFilled = async (connection: Connection): Promise<void> => {
    if ((await connection.select(sql`select name from sqlite_master`)).length > 0) throw new NotEmpty();
  };
  return { engine: openSqlite(dataDir), refuseFilled, drop: async () => undefined };
}

async function openServer({ databaseUrl }: { databaseUrl: string }): Promise<Opened> {
  const { countTables, dropTables, excludeOthers, openPostgres } = await import("./postgres.ts");
  const refuseFilled = async (connection: Connection): Promise<void> => {
    await excludeOthers(connection);
    if ((await countTables(connection)) > 0) throw new NotEmpty();
  };
  return { engine: openPostgres(databaseUrl), refuseFilled, drop: dropTables };
}
