import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Connection, Engine, EngineName } from "./store.ts";

const folders: Record<EngineName, URL> = {
  sqlite: new URL("../migrations/sqlite", import.meta.url),
  postgres: new URL("../migrations/postgres", import.meta.url),
};

/**
 * Brings the tables up to date in one transaction; does nothing where they are. `exclude` is run first in it and keeps
 * other processes out until its end.
 */
export async function migrate(engine: Engine, exclude?: (connection: Connection) => Promise<void>): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: fileURLToPath(folders[engine.engine]) });
  await engine.transact(async (connection) => {
    await exclude?.(connection);
    await connection.run(sql`create table if not exists migration (position integer primary key, hash text not null)`);
    const applied = await connection.select(sql`select hash from migration order by position`);
    if (applied.length > migrations.length) throw new Error(newerStore);
    for (const [position, migration] of migrations.entries()) {
      const known = applied[position]?.[0];
      if (known === migration.hash) continue;
      if (known !== undefined) throw new Error(otherStore);
      for (const statement of migration.sql) await connection.run(sql.raw(statement));
      await connection.run(sql`insert into migration (position, hash) values (${position}, ${migration.hash})`);
    }
  });
}

const newerStore =
  "The database was written by a newer version of this program. Start that version, or restore a copy.";
const otherStore = "The database was made by other migrations than those of this program. It was left as it is.";
