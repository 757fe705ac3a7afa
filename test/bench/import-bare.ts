import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { isDatabase } from "./ground.ts";

export type Row = readonly unknown[];

/** The lines of reports that a place holds. */
export async function storedLines(place: string): Promise<Row[]> {
  if (!isDatabase(place)) {
    const database = new Database(join(place, "yuanbiao.db"), { readonly: true });
    const rows = database.prepare<[], Row>("select * from report_line").raw().all();
    database.close();
    return rows;
  }
  return connected(place, async (client) => {
    const { rows } = await client.query<unknown[]>({ text: "select * from report_line", rowMode: "array" });
    return rows;
  });
}

/** Milliseconds of a prepared statement in a loop, in one transaction, into the same table with the same settings. */
export async function insertBare(place: string, rows: readonly Row[]): Promise<number> {
  return isDatabase(place) ? connected(place, (client) => loopOf(client, rows)) : insertIntoFile(place, rows);
}

function insertIntoFile(folder: string, rows: readonly Row[]): number {
  const database = new Database(join(folder, "yuanbiao.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"]) database.pragma(pragma);
  const places = (rows[0] ?? []).map(() => "?").join(", ");
  const begin = performance.now();
  const insert = database.prepare(`insert into report_line values (${places})`);
  database.exec("begin immediate");
  for (const row of rows) insert.run(...row);
  database.exec("commit");
  const milliseconds = performance.now() - begin;
  database.close();
  return milliseconds;
}

async function loopOf(client: pg.Client, rows: readonly Row[]): Promise<number> {
  const places = (rows[0] ?? []).map((_, at) => `$${at + 1}`).join(", ");
  const text = `insert into report_line values (${places})`;
  const begin = performance.now();
  await client.query("begin");
  for (const row of rows) await client.query({ name: "line", text, values: [...row] });
  await client.query("commit");
  return performance.now() - begin;
}

async function connected<T>(place: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
