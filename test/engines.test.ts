import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nounAddresses } from "./support/addresses.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { type Served, serve } from "./support/served.ts";

let server: PostgresServer;
let onFile: Served;
let onServer: Served;
beforeAll(async () => {
  server = await startPostgres();
  onFile = await serve();
  onServer = await serve({ databaseUrl: await server.createDatabase() });
}, 600_000);
afterAll(async () => {
  await onFile?.close();
  await onServer?.close();
  await server?.stop();
});

/** The instants of two loads differ; everything else must not. */
const withoutInstants = (text: string): unknown =>
  JSON.parse(text, (key: string, value: unknown) => (key === "recordedAt" ? "" : value));

describe("SQLite and PostgreSQL", () => {
  it.each([
    ...nounAddresses,
    "/api/observations?limit=1000",
    "/api/observations?area=liuzhou&limit=7",
    "/api/observations/001-006/versions",
    "/api/progress",
    "/api/progress?on=2024-12-31&publishedBy=2025-12-31",
    "/api/series?area=liuzhou&indicator=gross-industrial-output",
    "/api/summary?city=liuzhou&since=2024-12-31",
  ])("give the same answer to %s", async (address) => {
    const [file, other] = [await onFile.ask(address), await onServer.ask(address)];
    expect([file.status, other.status]).toEqual([200, 200]);
    expect(withoutInstants(await other.text())).toEqual(withoutInstants(await file.text()));
  });
  it("say which of them answers", async () => {
    expect(await onFile.read("/api/health")).toMatchObject({ engine: "sqlite" });
    expect(await onServer.read("/api/health")).toMatchObject({ engine: "postgres" });
  });
});
