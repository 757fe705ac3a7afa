// The yardsticks: a plain server that sends given bytes with given headers, and one plain query sent as JSON.
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { isDatabase } from "./ground.ts";

const [place = "", answers = ""] = process.argv.slice(2);
const kept = new Map<string, { headers: Record<string, string>; bytes: Buffer }>();
if (answers !== "") {
  for (const { address, headers, body } of JSON.parse(readFileSync(answers, "utf8"))) {
    kept.set(address, { headers, bytes: Buffer.from(body, "base64") });
  }
}
const queries = ["observation", "target"].map((table) => `select * from ${table} where superseded_at is null`);

/** Gives the rows of all queries, in their order. */
function reader(): () => Promise<unknown[]> {
  if (place === "") return async () => [];
  if (isDatabase(place)) {
    const pool = new pg.Pool({ connectionString: place });
    return () => Promise.all(queries.map(async (text) => (await pool.query(text)).rows));
  }
  const database = new Database(join(place, "yuanbiao.db"), { readonly: true });
  const prepared = queries.map((text) => database.prepare(text));
  return async () => prepared.map((statement) => statement.all());
}

const read = reader();

async function answer(response: ServerResponse): Promise<void> {
  const [figures, targets] = await read();
  const bytes = Buffer.from(JSON.stringify({ figures, targets }));
  response.writeHead(200, { "content-type": "application/json", "content-length": String(bytes.length) }).end(bytes);
}

const server = createServer((request, response) => {
  const found = kept.get(request.url ?? "");
  if (found === undefined) answer(response).catch((error: unknown) => response.destroy(new Error(String(error))));
  else response.writeHead(200, found.headers).end(found.bytes);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
