import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Connection, Engine, EngineName } from "./store.ts";

const folders: Record<EngineName, URL> = {
  sqlite: new URL("../migrations/sqlite", import.meta.url),
  postgres: new URL("../migrations/postgres", import.meta.url),
};
/** Stands among the migrations while a backup is being restored: no version of the program opens such a place. */
export const unfinishedMark = { position: -1, hash: "restoring" };

function migrationsOf(engine: EngineName) {
  return readMigrationFiles({ migrationsFolder: fileURLToPath(folders[engine]) });
}

/** The hashes of all migrations of an engine that this program knows. */
export function knownMigrations(engine: EngineName): string[] {
  return migrationsOf(engine).map(({ hash }) => hash);
}

/**
 * Brings the tables up to date in one transaction; does nothing where they are. `exclude` is run first in it and keeps
 * other processes out until its end.
 */
export async function migrate(engine: Engine, exclude?: (connection: Connection) => Promise<void>): Promise<void> {
  await engine.transact(async (connection) => {
    await exclude?.(connection);
    await applyMigrations(connection, engine.engine);
  });
}

/** Applies those that are not applied yet; the first `count` of them alone where that is said. */
export async function applyMigrations(connection: Connection, engine: EngineName, count?: number): Promise<void> {
  const migrations = migrationsOf(engine);
  await connection.run(sql`create table if not exists migration (position integer primary key, hash text not null)`);
  const applied = await connection.select(sql`select hash from migration order by position`);
  if (applied[0]?.[0] === unfinishedMark.hash) throw new Error(unfinished);
  if (applied.length > migrations.length) throw new Error(newerStore);
  for (const [position, migration] of migrations.slice(0, count).entries()) {
    const known = applied[position]?.[0];
    if (known === migration.hash) continue;
    if (known !== undefined) throw new Error(otherStore);
    for (const statement of migration.sql) await connection.run(sql.raw(statement));
    await connection.run(sql`insert into migration (position, hash) values (${position}, ${migration.hash})`);
  }
}

const newerStore =
  "The database was written by a newer version of this program. Start that version, or restore a copy.";
const otherStore = "The database was made by other migrations than those of this program. It was left as it is.";
const unfinished =
  "A backup was being restored into this database and the restore did not end. Restore it again, into an empty one.";
