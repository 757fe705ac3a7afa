import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";

/** What SQLite's own check finds in the file of a data folder; nothing where it is sound. */
export function integrityFaults(dataDir: string): string[] {
  const handle = new SqliteDatabase(join(dataDir, "yuanbiao.db"), { readonly: true });
  try {
    const said = handle.prepare<[], string>("pragma integrity_check").pluck().all();
    return said.filter((line) => line !== "ok");
  } finally {
    handle.close();
  }
}
