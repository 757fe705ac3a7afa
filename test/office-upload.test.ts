import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { listReportLines } from "@yuanbiao/db/queries/report";
import { AreaList } from "@yuanbiao/server/area/shape";
import { CheckView } from "@yuanbiao/server/check/shape";
import { IndicatorList } from "@yuanbiao/server/indicator/shape";
import { streamImport } from "@yuanbiao/server/round/progress";
import { ImportedView } from "@yuanbiao/server/round/shape";
import { makeRouter } from "@yuanbiao/server/route";
import { Problem } from "@yuanbiao/server/shape";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { start } from "./bench/processes.ts";
import {
  type Desk,
  download,
  dump,
  fill,
  good,
  openDesk,
  openRound,
  readReport,
  refusal,
  refused,
  refusedAt,
  sendFile,
  step,
} from "./support/reporting.ts";
import { askWith, listenOnLoopback, type SignedIn } from "./support/served.ts";
import { type Edit, refill } from "./support/workbook.ts";

const areas = ["hexi-hitech", "liudong", "liuzhou"];
let desk: Desk;
let many: SignedIn;
beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk, { areas: [...areas, "liuzhou-hitech"] });
  many = await desk.served.as("clerk", { areas });
});
afterAll(() => desk.close());

const workbook = (code = "2025A") => `/api/rounds/${code}/workbook.xlsx`;
const at = (code = "2025A") => `/api/rounds/${code}/upload`;
/** Rows from 4 on: three lines of each area, in the order of the areas that its reader files for. */
const filled = async (edits: Readonly<Record<string, Edit>>, who = many) =>
  refill(await download(who, workbook()), edits);
const values = async (area: string) =>
  (await readReport(desk.people.office, `2025A.${area}`)).lineItems.map(({ value }) => value);
const own = async (area: string) => {
  const lines = await listReportLines(desk.served.store, { asOf: null }, { reports: [`2025A.${area}`] });
  return Object.fromEntries(lines.map(({ indicator, value }) => [indicator, value]));
};

describe("one workbook for many areas", () => {
  it("is stored in one go, each area's trail with its own figures", async () => {
    const { sheets } = await readXlsx(await download(many, workbook()));
    expect(new Set(sheets[0]?.rows.slice(3).map(([area]) => area))).toEqual(new Set(areas));
    const bytes = await filled({ F4: "29.5%", F5: 1829.84, F6: 300, F7: 30, F8: "１２", F12: "未报" });
    expect(await good(ImportedView, sendFile(many, at(), bytes))).toEqual({ rows: 9, stored: 6, areas: 3 });
    const [first = "", second = ""] =
      sheets[0]?.rows
        .slice(3)
        .map(([area]) => String(area))
        .filter((area, place, all) => all.indexOf(area) === place) ?? [];
    expect(await own(first)).toEqual({
      "sei-share-above-scale": "29.5",
      "sei-output": "1829.84",
      "valid-hitech-firms": "300",
    });
    expect(await own(second)).toEqual({ "sei-share-above-scale": "30", "sei-output": "12" });
    const trail = (await listAudit(desk.served.store)).filter(({ action }) => action === "report-upload");
    expect(trail.map(({ area, actor }) => [area, actor])).toEqual(areas.map((area) => [area, many.account]));
    expect(trail.find(({ area }) => area === first)?.detail).toContain("1829.84");
    expect(trail.find(({ area }) => area === second)?.detail).not.toContain("1829.84");
  });
  it.each(["zh-CN", "en"])("exported in %s and imported again changes nothing", async (language) => {
    const before = dump(desk.served);
    const bytes = await download(many, workbook(), language);
    expect(await good(ImportedView, sendFile(many, at(), bytes))).toEqual({ rows: 9, stored: 0, areas: 0 });
    expect(dump(desk.served)).toBe(before);
  });
  it("refuses all of it for one bad cell, each finding at its place", async () => {
    const before = dump(desk.served);
    const bytes = await filled({ F4: 31, F5: "约1800", F6: 300.5, A7: "liuzhou-hitech", A8: "nowhere", C9: "gdp" });
    const { status, problem } = await refusal(sendFile(many, at(), bytes));
    expect([status, problem.code]).toEqual([422, "upload-refused"]);
    expect(problem.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "汇总填报!F5 qualified-number",
      "汇总填报!F6 not-whole",
      "汇总填报!A7 area-of-others",
      "汇总填报!A8 unknown-area",
      "汇总填报!C9 unknown-row",
    ]);
    expect(problem.errors?.at(-1)?.detail).toBe("本表没有指标“地区生产总值（gdp）”。");
    expect(dump(desk.served)).toBe(before);
  });
  it("is taken from nobody who does not file for an area of it", async () => {
    const bytes = await filled({ F4: 31 });
    expect(await refused(sendFile(desk.people.office, at(), bytes))).toEqual([403, "forbidden"]);
    expect(await refused(sendFile(desk.people.approver, at(), bytes))).toEqual([403, "forbidden"]);
    const elsewhere = await desk.served.as("clerk", { areas: ["rongan"] });
    expect(await refused(sendFile(elsewhere, at(), bytes))).toEqual([404, "unknown-round"]);
    expect(await refused(sendFile(many, at("2024A"), bytes))).toEqual([404, "unknown-round"]);
  });
  it("overwrites nothing that somebody else has written since it was downloaded", async () => {
    const { sheets } = await readXlsx(await download(many, workbook()));
    const rows = sheets[0]?.rows ?? [];
    const row = rows.findIndex(([area, , code]) => area === "liuzhou" && code === "sei-output") + 1;
    const bytes = await filled({ [`F${row}`]: 777 });
    const unchanged = await filled({});
    await fill(desk.people.clerk, "2025A.liuzhou", { "sei-output": "5" });
    expect(await refusedAt(sendFile(many, at(), bytes))).toEqual([`汇总填报!F${row} changed-since`]);
    expect((await refused(sendFile(many, at(), unchanged)))[1]).toBe("upload-refused");
    expect((await own("liuzhou"))["sei-output"]).toBe("5");
    const again = await filled({ [`F${row}`]: 777 });
    expect(await good(ImportedView, sendFile(many, at(), again))).toMatchObject({ stored: 1 });
  });
  it("passes the hard checks of each area, or is refused at their cells", async () => {
    const rule = { kind: "range", min: "0", minInclusive: true, max: "100", maxInclusive: true };
    const check = {
      ...{
        code: "share",
        name: "比重不超过100",
        nameEn: null,
        severity: "hard",
        indicators: ["sei-share-above-scale"],
      },
      ...{ rule, active: true, note: null, noteEn: null },
    };
    await good(CheckView, desk.people.office.send("POST", "/api/checks", check));
    const { problem } = await refusal(sendFile(many, at(), await filled({ F4: 101, F7: 102 })));
    expect(problem.errors?.map(({ field, code, detail }) => `${field} ${code} ${detail}`)).toEqual([
      "汇总填报!F4 above-max “比重不超过100”：本期值 101 应不大于 100。",
      "汇总填报!F7 above-max “比重不超过100”：本期值 102 应不大于 100。",
    ]);
  });
  it("leaves reports that are handed in as they are", async () => {
    await step(desk.people.clerk, "2025A.liuzhou", "submit");
    const { sheets } = await readXlsx(await download(many, workbook()));
    const row = (sheets[0]?.rows ?? []).findIndex(([area]) => area === "liuzhou") + 1;
    const before = dump(desk.served);
    const bytes = await filled({ F4: 32, [`F${row}`]: 33 });
    expect(await refusedAt(sendFile(many, at(), bytes))).toContain(`汇总填报!F${row} report-not-open`);
    expect(dump(desk.served)).toBe(before);
    await step(desk.people.approver, "2025A.liuzhou", "return", { reason: "再核" });
  });
  it("shows readers what was sent, and no draft", async () => {
    const { sheets } = await readXlsx(await download(desk.people.office, workbook()));
    const rows = sheets[0]?.rows.slice(3) ?? [];
    expect(rows).toHaveLength(12);
    expect(rows.every(([, , , , , value]) => value === null || value === undefined)).toBe(true);
    expect(await values("liudong")).toEqual([null, null, null]);
  });
});

const Line = z.union([
  z.strictObject({
    progress: z.strictObject({ step: z.enum(["reading", "checking", "storing"]), rows: z.int(), share: z.number() }),
  }),
  z.strictObject({ done: ImportedView }),
  z.strictObject({ problem: Problem }),
]);
const lines = { accept: "application/x-ndjson" };
async function linesOf(answer: Promise<Response>): Promise<z.infer<typeof Line>[]> {
  const response = await answer;
  expect(response.headers.get("content-type")).toContain("application/x-ndjson");
  return (await response.text())
    .trimEnd()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));
}

describe("progress", () => {
  it("comes line by line, from reading to storing, and the outcome last", async () => {
    const said = await linesOf(sendFile(many, at(), await filled({ F4: 33 }), { headers: lines }));
    const steps = said.flatMap((line) => ("progress" in line ? [line.progress.step] : []));
    expect([...new Set(steps)]).toEqual(["reading", "checking", "storing"]);
    expect(said.at(-1)).toEqual({ done: { rows: 9, stored: 1, areas: 1 } });
  });
  it("ends with the problem where there is one, in the words of who asks", async () => {
    const headers = { ...lines, "accept-language": "en" };
    const said = await linesOf(sendFile(many, at(), await filled({ F5: "abc" }), { headers }));
    const last = said.at(-1);
    expect(last).toMatchObject({
      problem: { status: 422, code: "upload-refused", errors: [{ field: "汇总填报!F5" }] },
    });
    expect(last !== undefined && "problem" in last && last.problem.detail).toBe('This is not a number: "abc".');
    const none = await linesOf(sendFile(many, at("none"), await filled({}), { headers }));
    expect(none).toMatchObject([{ problem: { status: 404, code: "unknown-round" } }]);
  });
  it("is said to nobody once nobody listens: saying it does no harm, and the work hears of it", async () => {
    const told: Parameters<Parameters<typeof streamImport>[1]>[0][] = [];
    const app = makeRouter().get("/", (request) =>
      streamImport(request, (given) => {
        told.push(given);
        return new Promise(() => undefined);
      }),
    );
    const { body } = await app.request("/");
    const [work] = told;
    work?.onProgress({ step: "reading", rows: 0, share: 0 });
    await body?.cancel();
    expect(work?.signal.aborted).toBe(true);
    expect(() => work?.onProgress({ step: "checking", rows: 0, share: 0 })).not.toThrow();
  });
  it("to somebody who goes away harms nobody: the server goes on, and nothing was stored", async () => {
    const listening = await listenOnLoopback(desk.served);
    const before = dump(desk.served);
    const form = new FormData();
    form.set("file", new File([new Uint8Array(await filled({ F4: 34 }))], "a.xlsx"));
    const gone = new AbortController();
    const headers = { ...lines, cookie: many.cookie };
    const response = await fetch(listening.origin + at(), { method: "POST", body: form, headers, signal: gone.signal });
    await response.body?.getReader().read();
    gone.abort();
    const after = await download(many, workbook());
    expect(await good(ImportedView, sendFile(many, at(), after))).toMatchObject({ stored: 0 });
    expect(dump(desk.served)).toBe(before);
    await listening.close();
  });
});

/** Sends a workbook, and kills the server as soon as it says that it stores. */
async function killWhileStoring(bytes: Uint8Array, cityAreas: readonly string[]): Promise<void> {
  const running = await start("../support/filing-server.ts", [desk.served.folder, cityAreas.join(",")]);
  const filing = askWith((address, init) => fetch(running.origin + address, init), { cookie: running.cookie });
  const answer = await sendFile(filing, at("BIG"), bytes, { headers: lines });
  const reader = answer.body?.getReader();
  for (let text = ""; !text.includes("storing"); ) {
    const part = await reader?.read().catch(() => undefined);
    if (part?.value === undefined) break;
    text += new TextDecoder().decode(part.value);
  }
  await running.stop();
}

describe("a large workbook", () => {
  it("of which the server is killed in the middle has stored all or nothing, and the trail is whole", async () => {
    const { items } = AreaList.parse(await many.read("/api/areas?limit=1000"));
    const cityAreas = items.filter(({ city }) => city.code === "liuzhou").map(({ code }) => code);
    const indicators = IndicatorList.parse(await many.read("/api/indicators?limit=1000")).items;
    const asked = indicators.filter(({ measure }) => measure !== "milestone").slice(0, 100);
    const round = asked.map(({ code }) => ({ indicator: code, caliber: "citywide" }));
    await openRound(desk, { code: "BIG", areas: cityAreas, lines: round });
    const clerk = await desk.served.as("clerk", { areas: cityAreas });
    const count = cityAreas.length * asked.length;
    const bytes = await refill(await download(clerk, workbook("BIG")), {}, ({ rows }) => {
      for (const [place, cells] of rows.entries()) if (place >= 3) cells[5] = place;
    });
    for (let attempts = 0; attempts < 3; attempts += 1) {
      await killWhileStoring(bytes, cityAreas);
      const store = await openStore({ dataDir: desk.served.folder });
      const stored = await listReportLines(store, { asOf: null }, { areas: cityAreas });
      expect([0, count]).toContain(stored.filter(({ report }) => report.startsWith("BIG.")).length);
      expect(await verifyAudit(store)).toMatchObject({ ok: true });
      await store.close();
    }
  });
});
