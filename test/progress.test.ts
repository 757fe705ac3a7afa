import { ProgressList, type ProgressRow } from "@yuanbiao/server/progress/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function rows(query = ""): Promise<ProgressRow[]> {
  return ProgressList.parse(await served.read(`/api/progress?limit=1000&${query}`)).items;
}

async function row(id: string, query = ""): Promise<ProgressRow> {
  const found = (await rows(query)).find(({ target }) => target.id === id);
  if (found === undefined) throw new Error(`no target ${id}`);
  return found;
}

describe("strategic industries", () => {
  it("30 % by 2025 is on track, provisionally, on 2024-12-31", async () => {
    const found = await row("T03", "on=2024-12-31");
    expect(found).toMatchObject({
      expected: "28.00",
      expectedOn: "28.00",
      gapClosed: "0.9000",
      deviation: "10.00",
      achievement: "0.9667",
      status: "on-track",
      provisional: true,
      met: false,
      catchUp: {
        baseline: { period: "2020", value: "10.8" },
        expected: "26.16",
        gapClosed: "0.9479",
        deviation: "14.79",
        agrees: true,
      },
    });
    expect(found.actual).toMatchObject({ value: "29", period: "2024", unit: "%" });
    expect(found.bridge).toMatchObject({ verdict: "assumed" });
  });
  it("30 % by 2025 is due today and its figure missing; the last one is 29 % of 2024", async () => {
    const found = await row("T03");
    expect(found).toMatchObject({ status: "no-data", reason: "no-due-actual", met: null, provisional: false });
    expect(found.actual).toMatchObject({ value: "29", period: "2024" });
    expect(found.reasons.met).toBe("no-due-actual");
  });
  it("20 % by 2020 is missed by 10.8 %, provisionally, under every reading", async () => {
    for (const query of ["", "on=2020-12-31"]) {
      expect(await row("T01", query)).toMatchObject({
        status: "missed",
        provisional: true,
        met: false,
        achievement: "0.5400",
        difference: "-9.20",
        robust: true,
      });
    }
  });
});

describe("the honest board", () => {
  it("judges one of the 25 targets of two documents, provisionally, and shows nothing as met", async () => {
    const all = await rows();
    const policy = all.filter(({ target }) => target.citation.kind === "policy");
    expect(policy).toHaveLength(25);
    expect(new Set(policy.map(({ target }) => target.citation.document.code)).size).toBe(2);
    const judged = all.filter(({ status }) =>
      ["achieved", "missed", "on-track", "behind", "far-behind", "regressed"].includes(status),
    );
    expect(judged.map(({ target }) => target.id)).toEqual(["T01"]);
    expect(all.filter(({ met, status }) => met === true || status === "achieved")).toEqual([]);
  });
  it.each([
    ["T11", "incomparable", "caliber-mismatch", "21"],
    ["T09", "incomparable", "caliber-mismatch", "2"],
    ["T10", "incomparable", "caliber-mismatch", "103"],
    ["T15", "not-computable", "parts-only", null],
    ["T06", "judgement", "awaiting-judgement", null],
    ["T12", "judgement", "awaiting-judgement", null],
    ["T14", "no-data", "no-actual", null],
    ["T05", "no-data", "no-actual", null],
    ["T16", "no-data", "no-actual", null],
    ["T20", "no-data", "no-actual", null],
    ["T21", "no-data", "no-due-actual", "280"],
    ["C2", "no-data", "no-actual", null],
    ["C3", "no-data", "no-evidence", null],
  ])("%s is %s (%s)", async (id, status, reason, value) => {
    const found = await row(id);
    expect(found).toMatchObject({ status, reason });
    expect(found.actual?.value ?? null).toBe(value);
  });
  it("says why the park's 21 patents are not the 12 of the target, in both languages", async () => {
    const found = await row("T11");
    expect(found.bridge).toMatchObject({ verdict: "mismatch" });
    expect(found.bridge?.reason).toMatch(/分母/);
    expect(found).toMatchObject({ achievement: null, reasons: { achievement: "caliber-mismatch" } });
    const english = ProgressList.parse(
      await served.read("/api/progress?limit=1000", { "accept-language": "en" }),
    ).items;
    expect(english.find(({ target }) => target.id === "T11")?.bridge?.reason).toMatch(/denominator/i);
  });
  it("names who owes each missing figure of the two documents", async () => {
    for (const { target, owes } of (await rows()).filter(({ target }) => target.citation.kind === "policy")) {
      expect(owes, target.id).not.toBeNull();
    }
    expect((await row("C2")).owes).toMatchObject({ basis: "document" });
  });
});

describe("the list", () => {
  it("is in the order of document and clause", async () => {
    const ids = (await rows("city=liuzhou")).map(({ target }) => target.id);
    expect(ids.slice(0, 9)).toEqual(["T01", "T02", "T03", "T04", "C3", "T05", "C2", "C1", "T06"]);
  });
  it("pages by cursor without losing or repeating a row", async () => {
    const whole = (await rows()).map(({ target }) => target.id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = ProgressList.parse(
        await served.read(`/api/progress?limit=7${cursor === null ? "" : `&cursor=${cursor}`}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(7);
      paged.push(...page.items.map(({ target }) => target.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
  });
  it("keeps to an area, an indicator, a due period", async () => {
    expect(new Set((await rows("area=liuzhou-zone")).map(({ target }) => target.area.code))).toEqual(
      new Set(["liuzhou-zone"]),
    );
    expect((await rows("indicator=sei-share")).map(({ target }) => target.id)).toEqual(["T01", "T03"]);
    expect((await rows("due=2025&indicator=sei-share")).map(({ target }) => target.id)).toEqual(["T03"]);
    expect((await rows("due=every-year")).map(({ target }) => target.id)).toEqual(["C2"]);
  });
  it("leaves out what was published later, and counts what has no date", async () => {
    const list = ProgressList.parse(await served.read("/api/progress?limit=1000&publishedBy=2025-11-23"));
    expect(list.items.find(({ target }) => target.id === "T01")).toMatchObject({ status: "no-data", actual: null });
    expect(list.undated).toBeGreaterThan(30);
    const day = ProgressList.parse(await served.read("/api/progress?limit=1000&publishedBy=2025-11-24"));
    expect(day.items.find(({ target }) => target.id === "T01")).toMatchObject({ status: "missed" });
  });
  it("counts among the undated ones those that bear on the targets asked for", async () => {
    const undated = async (query: string): Promise<number | undefined> =>
      ProgressList.parse(await served.read(`/api/progress?publishedBy=2026-11-21&${query}`)).undated;
    expect(await undated("indicator=sei-share")).toBe(0);
    expect(await undated("area=liuzhou-zone")).toBeGreaterThan(5);
    expect(await undated("area=liuzhou-zone")).toBeLessThan((await undated("")) ?? 0);
  });
  it("knows nothing as of a day before anything was recorded", async () => {
    expect(await rows("asOf=2020-01-01")).toEqual([]);
  });
});
