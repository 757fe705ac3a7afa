import { verifyAudit } from "@yuanbiao/db/audit";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { listReportEvents } from "@yuanbiao/db/queries/report";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { addressOf, type Desk, fill, match, openDesk, openFresh, readReport } from "./support/reporting.ts";
import { type Served, type ServeOptions, serve } from "./support/served.ts";

const times = 20;
const atOnce = <T>(ask: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => ask(at)));
const statusesOf = (answers: readonly Response[]): number[] => answers.map(({ status }) => status);
const done = (answers: readonly Response[]): number => statusesOf(answers).filter((status) => status === 200).length;

describe("a submission that comes twenty times at once", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());
  const contents = { "sei-share-above-scale": "29.5", "sei-output": "1234.5", "valid-hitech-firms": "310" };
  const submissions = async (id: string): Promise<number> =>
    (await listReportEvents(desk.served.store, [id])).filter(({ action }) => action === "submit").length;

  it("is done once, and the others are told that it was done", async () => {
    const { id } = await openFresh(desk);
    const { clerk } = desk.people;
    const { version } = await fill(clerk, id, contents);
    const answers = await atOnce(() => clerk.send("POST", `${addressOf(id)}/submit`, {}, match(version)));
    expect(done(answers)).toBe(1);
    expect(statusesOf(answers).every((status) => [200, 409, 412].includes(status))).toBe(true);
    expect(await submissions(id)).toBe(1);
    expect((await readReport(clerk, id)).state).toBe("submitted");
  });
  it("with one Idempotency-Key is done once, and no answer says anything else", async () => {
    const { id } = await openFresh(desk);
    const { clerk } = desk.people;
    const { version } = await fill(clerk, id, contents);
    const headers = { ...match(version), "idempotency-key": `storm-${id}` };
    const send = () => clerk.send("POST", `${addressOf(id)}/submit`, {}, headers);
    const answers = await atOnce(send);
    expect(done(answers)).toBeGreaterThanOrEqual(1);
    expect(statusesOf(answers).every((status) => [200, 409].includes(status))).toBe(true);
    const texts = await Promise.all(answers.filter(({ ok }) => ok).map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(await (await send()).text()).toBe(texts[0]);
    expect(await submissions(id)).toBe(1);
  });
});

/** The same on either engine: what is made is made once, and the trail has it once. */
function storm(engine: string, options: () => Promise<ServeOptions>): void {
  describe(`a write that comes twenty times at once on ${engine}`, () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({ ...(await options()), empty: true });
    });
    afterAll(() => served?.close());
    const entries = async (subject: string): Promise<number> =>
      (await listAudit(served.store, { area: "system" })).filter(
        (entry) => entry.subject === subject && entry.action === "account-create" && entry.actor !== "test",
      ).length;

    it("makes one account", async () => {
      const admin = await served.as("admin");
      const answers = await atOnce(() => admin.send("POST", "/api/accounts", { account: "one", name: "张三" }));
      expect(done(answers)).toBe(1);
      expect(statusesOf(answers).every((status) => [200, 409, 412].includes(status))).toBe(true);
      expect(await entries("one")).toBe(1);
    });
    it("with one key makes one account, and shows its first password to one alone", async () => {
      const admin = await served.as("admin");
      const key = { "idempotency-key": "storm" };
      const answers = await atOnce(() => admin.send("POST", "/api/accounts", { account: "two", name: "张三" }, key));
      expect(done(answers)).toBe(1);
      expect(await entries("two")).toBe(1);
    });
    it("with a version is taken once, and leaves a whole trail", async () => {
      const admin = await served.as("admin");
      const rename = (at: number) => admin.send("PATCH", "/api/accounts/one", { name: `改${at}` }, match(1));
      expect(done(await atOnce(rename))).toBe(1);
      expect(await verifyAudit(served.store)).toMatchObject({ ok: true });
    });
  });
}

storm("SQLite", async () => ({}));

describe("with a server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 600_000);
  afterAll(() => server?.stop());
  storm("PostgreSQL", async () => ({ databaseUrl: await server.createDatabase() }));
});
