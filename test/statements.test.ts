import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import { makeContext } from "@yuanbiao/server/assemble";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { tidy } from "@yuanbiao/server/job/tidy";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fileReports, makeLedger } from "./load/filing.ts";
import { prepare } from "./load/prepare.ts";
import { settle } from "./load/settle.ts";
import { describedRoutes } from "./support/description.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { listenOnLoopback, serve } from "./support/served.ts";

/** Everything that the product asks of a PostgreSQL, from the first table to a backup; figures and lists made alike. */
const statements = new Set<string>();
const normal = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/\$\d+/g, "?")
    .replace(/\((\?, )*\?\)(, \((\?, )*\?\))*/g, "(?)")
    .trim();
const textOf = (query: unknown): unknown =>
  typeof query === "object" && query !== null ? Reflect.get(query, "text") : query;

const secret = "a secret for a store that is thrown away afterwards";
let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  const asked = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const text = textOf(given[0]);
    if (typeof text === "string") statements.add(normal(text));
    return Reflect.apply(asked, this, given);
  });
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-statements-"));
  await useEverything(await server.createDatabase());
}, 600_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Reports from the round to the adopted figure, an assessment, every read as an office and a leader, a backup, a tidy night. */
async function useEverything(databaseUrl: string): Promise<void> {
  const place = { databaseUrl };
  const prepared = await prepare({ place, dataDir: folder, secret, runs: 1 });
  const served = await serve({ databaseUrl: await server.createDatabase() });
  const office = await served.as("coordinator");
  for (const { method, path } of await describedRoutes(served)) {
    if (method === "GET") await office.ask(path.replace(/\{\w+\}/g, "liuzhou"));
  }
  for (const query of ["asOf=2026-01-01", "publishedBy=2025-12-31", "city=liuzhou", "area=liuzhou&limit=3"]) {
    for (const noun of ["summary", "progress", "observations", "targets"]) await office.ask(`/api/${noun}?${query}`);
  }
  await served.close();
  const store = await openStore(place);
  const context = makeContext({
    store,
    clock: () => new Date(),
    logger: pino({ level: "silent" }),
    dataDir: folder,
    secret,
  });
  const listening = await listenOnLoopback({ ...served, context, store });
  const ledger = makeLedger();
  const isOver = () => ledger.answered >= 16;
  await fileReports({ target: { origin: listening.origin }, prepared, ledger, park: 0, name: "s", isOver });
  await tidy.run(context);
  await makeBackup(context, { folder: join(folder, "backups"), passphrase: null, secret: null });
  await listening.close();
  await store.close();
  const settled = await settle({ place, dataDir: folder, secret, prepared, ledger, sealed: [] });
  if (settled.faults.length > 0) throw new Error(settled.faults.join("\n"));
}

/** What one engine has and another has not; each would tie the product to a few of them. */
const particular = {
  "an upsert of one engine": /\bon conflict\b|\bon duplicate key\b|\bmerge into\b/i,
  "rows given back by a write": /\breturning\b/i,
  "operators of JSON": /->|#>|@>|<@|\bjsonb?\b/i,
  "arrays of one engine": /\barray\s*\[|\bany\s*\(|\bunnest\b/i,
  "pattern operators of one engine": /\bilike\b|\bsimilar to\b| ~\*? /i,
  "casts of one engine": /::/,
  "locks that others queue at": /\bfor (no key )?(update|share)\b|\bskip locked\b|\block table\b/i,
  "subqueries of one engine": /\blateral\b|\bdistinct on\b/i,
  "messages of one engine": /\b(un)?listen\b|\bnotify\b/i,
  "tables of one session": /\btemp(orary)? table\b|\bunlogged\b/i,
  "numbers made by the engine": /\bserial\b|\bnextval\b|\bgenerated\b|\bnow\(\)|\bcurrent_timestamp\b|\brandom\(/i,
};
/** What stands in the one file for engines of this family, and is said in docs/operation.md. */
const allowed = [
  "set idle_in_transaction_session_timeout = 60000",
  "select pg_advisory_xact_lock(?)",
  "select pg_database_size(current_database())",
];

describe("what PostgreSQL is asked", () => {
  it("was heard: tables, reads, writes, transactions", () => {
    const starts = new Set([...statements].map((text) => text.split(" ", 1)[0]?.toLowerCase()));
    for (const word of ["create", "select", "insert", "update", "delete", "begin", "commit", "rollback"]) {
      expect(starts).toContain(word);
    }
    expect(statements.size).toBeGreaterThan(100);
  });
  it.each(Object.entries(particular))("is not %s", (_name, pattern) => {
    expect([...statements].filter((text) => pattern.test(text) && !allowed.includes(text))).toEqual([]);
  });
  it("calls no function of the engine but those that all of them have", () => {
    const common = new Set(["count", "sum", "min", "max", "coalesce", "lower", "upper", "length", "substr", "abs"]);
    const words = new Set([
      "in",
      "values",
      "and",
      "or",
      "not",
      "on",
      "from",
      "where",
      "exists",
      "select",
      "key",
      "numeric",
    ]);
    const called = [...statements]
      .filter((text) => !allowed.includes(text) && !/^create|^alter/i.test(text))
      .flatMap((text) => [...text.matchAll(/(?<!into )\b([a-z_]+)\s?\(/gi)].map(([, name = ""]) => name.toLowerCase()))
      .filter((name) => !common.has(name) && !words.has(name));
    expect([...new Set(called)]).toEqual([]);
  });
  it("names the area in the key of every large table, so that an engine that distributes can part it by that", () => {
    const large = ["observation", "target", "report", "report_line", "verification", "evidence", "audit"];
    const tables = [...statements].filter((text) => /^create table/i.test(text));
    const keyOf = (name: string) =>
      /primary key ?\(([^)]*)\)/i.exec(tables.find((text) => text.includes(`"${name}" (`)) ?? "")?.[1] ?? "";
    for (const name of large) expect(keyOf(name), name).toMatch(/^"area"/);
  });
});
