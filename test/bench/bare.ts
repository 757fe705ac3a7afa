// The yardsticks: a plain server that sends given bytes with given headers, and one plain query sent as JSON.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";

const [folder = "", answers = ""] = process.argv.slice(2);
const kept = new Map<string, { headers: Record<string, string>; bytes: Buffer }>();
if (answers !== "") {
  for (const { address, headers, body } of JSON.parse(readFileSync(answers, "utf8"))) {
    kept.set(address, { headers, bytes: Buffer.from(body, "base64") });
  }
}
const database = folder === "" ? undefined : new Database(join(folder, "yuanbiao.db"), { readonly: true });
const rows = {
  observation: database?.prepare("select * from observation where superseded_at is null"),
  target: database?.prepare("select * from target where superseded_at is null"),
};

const server = createServer((request, response) => {
  const found = kept.get(request.url ?? "");
  if (found !== undefined) {
    response.writeHead(200, found.headers).end(found.bytes);
    return;
  }
  const bytes = Buffer.from(JSON.stringify({ figures: rows.observation?.all(), targets: rows.target?.all() }));
  response.writeHead(200, { "content-type": "application/json", "content-length": String(bytes.length) }).end(bytes);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
