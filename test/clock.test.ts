import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listJobs } from "@yuanbiao/db/queries/job";
import { makeApp } from "@yuanbiao/server/app";
import { storePeople } from "@yuanbiao/server/demo/people";
import { dutiesOf } from "@yuanbiao/server/duties";
import { addDueDuties } from "@yuanbiao/server/job/duty";
import { makeRunner } from "@yuanbiao/server/job/run";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenOnLoopback, type Served, serve } from "./support/served.ts";

const noon = Date.parse("2026-11-22T04:00:00.000Z");
const hour = 3_600_000;
const year = 365 * 24 * hour;
const password = "Clock-2026-云溪-steady";

let now = noon;
let served: Served;
const folder = mkdtempSync(join(tmpdir(), "yuanbiao-clock-"));
beforeAll(async () => {
  served = await serve({ clock: () => new Date(now) });
  const grant = { role: "leader" as const, areas: [], department: null };
  const people = ["one", "two"].map((id) => ({ id, name: id, office: "", grant }));
  await storePeople(served.context, people, password);
});
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const enter = async (username: string, given = password): Promise<number> => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ username, password: given });
  return (await served.signedOut.ask("/api/auth/sign-in/username", { method: "POST", headers, body })).status;
};

describe("when the clock has run ahead and is set right", () => {
  it("a lock that was set meanwhile does not last until then", async () => {
    now = noon + year;
    for (let turn = 0; turn < 5; turn += 1) await enter("one", "wrong");
    expect(await enter("one")).not.toBe(200);
    now = noon;
    expect(await enter("one")).toBe(200);
  });
  it("an address that failed often meanwhile may try again", async () => {
    now = noon + year;
    const { reader, close } = await listenOnLoopback(served);
    const sent = async (username: string) =>
      (await reader.send("POST", "/api/auth/sign-in/username", { username, password })).status;
    const failed = await Promise.all(Array.from({ length: 30 }, (_, at) => sent(`name-${at}`)));
    expect(new Set(failed)).toEqual(new Set([401]));
    expect(await sent("two")).toBe(429);
    now = noon;
    expect(await sent("two")).toBe(200);
    await close();
  });
  it("duties are done once for each day that it has shown", async () => {
    const { context } = served;
    const settings = { folder, at: "02:30", keepDays: 30, copyFolder: null, passphraseFile: null };
    const duties = dutiesOf({ backup: { ...settings, anchorFolder: join(folder, "anchors") } });
    const app = makeApp(context);
    const runner = makeRunner(context, { handle: (request, env) => app.fetch(request, env), duties });
    for (const shift of [0, hour, year, 0, -hour, year, 0]) {
      now = noon + shift;
      await addDueDuties(context, duties);
      while (await runner.runOne());
    }
    const done = await listJobs(served.store, { limit: 100 });
    expect(done.map(({ id }) => id).sort()).toEqual([
      ...["backup-2026-11-22", "backup-2027-11-22", "tidy-2026-11-22", "tidy-2027-11-22"],
    ]);
    expect(done.every(({ attempts, status }) => attempts === 1 && status === 200)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tar.gz")).length).toBeGreaterThan(0);
  });
});
