import pg from "pg";

/** Runs SQL on a server past any store: to make a database, or to tamper with one. Tests alone need it. */
export async function executeOn(databaseUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
