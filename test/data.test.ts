import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyAudit } from "@yuanbiao/db/audit";
import { loadFolder, loadShipped } from "@yuanbiao/seeds/load";
import { ObservationVersions } from "@yuanbiao/server/observation/shape";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";
import { writeUnseenCity } from "./support/unseen-city.ts";

const root = join(import.meta.dirname, "..");
let served: Served;
let folder: string;
beforeEach(async () => {
  served = await serve();
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-data-"));
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const t01 = async (query = "") => {
  const { items } = ProgressList.parse(await served.read(`/api/progress?area=liuzhou&limit=1000&${query}`));
  return items.find(({ target }) => target.id === "T01");
};

describe("a corrected folder", () => {
  it("makes a new version; asOf before it shows the old figure, a restart does not bring it back", async () => {
    cpSync(join(root, "seeds/policy/liuzhou"), folder, { recursive: true });
    const file = join(folder, "observations.csv");
    const text = readFileSync(file, "utf8");
    const corrected = text.replace(/^(A021,.*?),10\.8,/m, "$1,11.2,");
    expect(corrected).not.toBe(text);
    writeFileSync(file, corrected);
    const before = await served.read("/api/observations/A021/versions").then((json) => ObservationVersions.parse(json));
    const recorded = before.items[0]?.recordedAt ?? "";
    await new Promise((resolve) => setTimeout(resolve, 5));
    const loaded = await loadFolder(served.store, folder, { actor: "test", reason: "verification", note: null });
    expect(loaded).toMatchObject({ ok: true, isChanged: true });
    expect(await t01()).toMatchObject({
      achievement: "0.5600",
      difference: "-8.80",
      actual: { value: "11.2", version: 2 },
    });
    expect(await t01(`asOf=${recorded}`)).toMatchObject({
      achievement: "0.5400",
      actual: { value: "10.8", version: 1 },
    });
    const after = await served.read("/api/observations/A021/versions").then((json) => ObservationVersions.parse(json));
    expect(after.items.map(({ version, value, changeReason }) => [version, value, changeReason])).toEqual([
      [2, "11.2", "verification"],
      [1, "10.8", "first"],
    ]);
    expect(after.items[1]?.supersededAt).toBe(after.items[0]?.recordedAt);
    await loadShipped(served.store);
    expect(await t01()).toMatchObject({ actual: { value: "11.2" } });
    expect(await verifyAudit(served.store)).toMatchObject({ ok: true });
  });
  it("with a wrong row changes nothing", async () => {
    cpSync(join(root, "seeds/policy/liuzhou"), folder, { recursive: true });
    const file = join(folder, "observations.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(/,10\.8,/, ",10.8.1,"));
    const version = await served.store.readVersion();
    const loaded = await loadFolder(served.store, folder, { actor: "test", reason: "other", note: null });
    expect(loaded.ok).toBe(false);
    expect(await served.store.readVersion()).toBe(version);
  });
});

describe("a folder that speaks of another city", () => {
  const change = (file: string, from: string, to: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replaceAll(from, to));
  };
  it.each([
    [
      "a target",
      [
        ["targets.csv", "N1,", "T01,"],
        ["citations.csv", "N1,", "T01,"],
      ],
      "targets.csv",
      "of-another-city",
    ],
    [
      "an area",
      [
        ["areas.csv", "nt-park,", "hexi-hitech,"],
        ["targets.csv", "nt-park", "hexi-hitech"],
      ],
      "areas.csv",
      "of-another-city",
    ],
    ["a figure", [["observations.csv", "N-1,", "A021,"]], "observations.csv", "of-another-city"],
    [
      "a department",
      [
        ["departments.csv", "nt-statistics,", "lz-statistics,"],
        ["indicators.csv", "nt-statistics", "lz-statistics"],
        ["targets.csv", "nt-statistics", "lz-statistics"],
        ["tasks.csv", "nt-statistics", "lz-statistics"],
      ],
      "departments.csv",
      "of-another-city",
    ],
    [
      "a caliber in use elsewhere",
      [
        ["calibers.csv", "nt-all,", "citywide,"],
        ["targets.csv", "nt-all", "citywide"],
        ["observations.csv", "nt-all", "citywide"],
      ],
      "calibers.csv",
      "shared-differs",
    ],
  ] as const)("by the code of %s is refused at its row, and nothing changes", async (_name, changes, file, code) => {
    writeUnseenCity(folder);
    for (const [name, from, to] of changes) change(name, from, to);
    const version = await served.store.readVersion();
    const loaded = await loadFolder(served.store, folder, { actor: "test", reason: "other", note: null });
    if (loaded.ok) throw new Error("it was loaded");
    expect(loaded.faults[0]).toMatchObject({ file, code, line: 2 + Number(file === "areas.csv") });
    expect(await served.store.readVersion()).toBe(version);
  });
  it("may use an indicator of the store, in its own unit alone", async () => {
    writeUnseenCity(folder);
    const row =
      "N-3,newtown,gross-industrial-output,nt-all,2022,stated,value,12,,,万美元,=,final,reported,,,nt-plan,二,2023-03,public,,\n";
    const path = join(folder, "observations.csv");
    writeFileSync(path, readFileSync(path, "utf8") + row);
    const loaded = await loadFolder(served.store, folder, { actor: "test", reason: "other", note: null });
    if (loaded.ok) throw new Error("it was loaded");
    expect(loaded.faults).toMatchObject([{ file: "observations.csv", line: 4, field: "unit", code: "unlike-unit" }]);
  });
});

describe("an unseen city", () => {
  it("appears in every answer once its folder is loaded", async () => {
    writeUnseenCity(folder);
    const loaded = await loadFolder(served.store, folder, { actor: "test", reason: "other", note: null });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const summary = SummaryView.parse(await served.read("/api/summary?city=newtown&on=2024-06-30"));
    expect(summary.cities.map(({ code }) => code)).toContain("newtown");
    expect(summary.headline).toMatchObject({ targets: 2, judged: 1, onTrack: 1 });
    const { items } = ProgressList.parse(await served.read("/api/progress?city=newtown&on=2024-06-30"));
    expect(items.map(({ target, status, deviation }) => [target.id, status, deviation])).toEqual([
      ["N1", "on-track", "0.00"],
      ["N2", "no-data", null],
    ]);
    for (const address of [
      "areas?city=newtown",
      "targets?city=newtown",
      "observations?city=newtown",
      "departments?city=newtown",
      "tasks?city=newtown",
    ]) {
      const { items: found } = (await served.read(`/api/${address}`)) as { items: unknown[] };
      expect(found.length, address).toBeGreaterThan(0);
    }
    expect(await served.read("/api/series?area=newtown&indicator=nt-share")).toMatchObject({
      points: [{}, {}],
    });
  });
});

describe("the server", () => {
  const run = (environment: Record<string, string>) =>
    new Promise<{ code: number | null; text: string }>((resolve) => {
      const child = spawn(process.execPath, [join(root, "server/src/main.ts")], {
        env: { ...process.env, DATA_DIR: folder, ...environment },
      });
      let text = "";
      const add = (part: Buffer) => {
        text += part.toString();
        if (text.includes("http://")) child.kill("SIGTERM");
      };
      child.stdout.on("data", add);
      child.stderr.on("data", add);
      child.on("exit", (code) => resolve({ code, text }));
    });
  it.each(["0.0.0.0", "192.0.2.1", "::", "example.org"])(
    "refuses HOST=%s in one sentence: nothing goes in clear text beyond this machine",
    async (host) => {
      const { code, text } = await run({ HOST: host, PORT: "0" });
      expect(code).toBe(1);
      expect(text.trim().split("\n")).toHaveLength(1);
      expect(text).toContain(host);
    },
  );
  it("starts on loopback and ends on SIGTERM", async () => {
    const { code, text } = await run({ PORT: "0" });
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect(code).toBe(0);
  });
  it.each([{ PORT: "99999" }, { PORT: "abc" }, { DATABASE_URL: "mysql://x" }])(
    "names what is wrong with %j",
    async (environment) => {
      const { code, text } = await run(environment);
      expect(code).toBe(1);
      expect(text).toContain(Object.keys(environment)[0]);
    },
  );
});
