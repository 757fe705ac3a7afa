import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountRoles } from "@yuanbiao/core/access";
import { reportStates } from "@yuanbiao/core/report";
import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore } from "@yuanbiao/db/open";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import type { Store } from "@yuanbiao/db/store";
import { demoYears, loadDemo } from "@yuanbiao/seeds/demo";
import { demoValue } from "@yuanbiao/seeds/demo-figures";
import { demoLines } from "@yuanbiao/seeds/demo-indicators";
import { demoCity, demoParks } from "@yuanbiao/seeds/demo-places";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import { loadStandardChecks } from "@yuanbiao/seeds/standard-checks";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { demoPeople } from "@yuanbiao/server/demo/people";
import { prepareDemo } from "@yuanbiao/server/demo/prepare";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const password = "Yanshi-2026-abc";
const dataDir = mkdtempSync(join(tmpdir(), "yuanbiao-demo-"));
const people = demoPeople(demoParks);
let store: Store;

/** Whatever the day of the year, the demonstration must come about. */
async function prepare(today: string, folder: string): Promise<void> {
  const years = demoYears(today);
  const { firstYear, quartersEnded } = years;
  const script = { city: demoCity, parks: demoParks, lines: demoLines, caliber: "yx-park", today, valueOf: demoValue };
  await prepareDemo({
    ...{ dataDir: folder, people, password, script: { ...script, firstYear, quartersEnded } },
    load: async (fresh) => {
      await loadDemo(fresh, years);
      await loadStandardChecks(fresh);
      await loadShippedSchemes(fresh);
    },
  });
}

beforeAll(async () => {
  await prepare("2026-11-22", dataDir);
  store = await openStore({ dataDir });
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the demonstration", () => {
  it("has every state of a round and of a report, and requests that wait", async () => {
    const reports = await listReports(store, { asOf: null });
    expect([...new Set(reports.map(({ state }) => state))].sort()).toEqual([...reportStates].sort());
    const rounds = await listRounds(store, { asOf: null });
    expect(rounds.map(({ state }) => state)).toEqual(["draft", "open", "closed", "archived"]);
    const asked = reports.flatMap(({ request }) => (request === null ? [] : [request.kind]));
    expect(asked.sort()).toEqual(["correction", "extension", "supplement"]);
    expect(reports.some(({ lateDays }) => (lateDays ?? 0) > 0)).toBe(true);
  });
  it("holds nothing of a real city, and its documents say what they are", async () => {
    const documents = await listDocuments(store, { asOf: null });
    const own = documents.filter(({ kind }) => kind !== "report");
    expect(own.every(({ name }) => name.includes("演示"))).toBe(true);
    expect(documents.map(({ code }) => code)).not.toContain("lz-plan");
  });
  it("has an unbroken trail", async () => {
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });
  it("has one account a role; each signs in by name and password and is told that the figures are made up", async () => {
    expect(new Set(people.map(({ grant }) => grant.role))).toEqual(new Set(accountRoles));
    const logger = pino({ level: "silent" });
    const clock = () => new Date("2026-11-22T04:00:00.000Z");
    const app = makeApp(makeContext({ store, clock, logger, dataDir, isDemo: true }));
    for (const { id } of people) {
      const response = await app.request("/api/auth/sign-in/username", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username: id, password }),
      });
      expect([id, response.status]).toEqual([id, 200]);
    }
    expect(await (await app.request("/api/health")).json()).toMatchObject({ demo: true });
  });
  it.each(["2026-01-02", "2026-04-01", "2026-12-31"])("comes about on %s", async (today) => {
    const folder = mkdtempSync(join(tmpdir(), "yuanbiao-demo-"));
    await prepare(today, folder);
    rmSync(folder, { recursive: true, force: true });
  });
});
