import { AreaList, AreaView } from "@yuanbiao/server/area/shape";
import { SessionView } from "@yuanbiao/server/auth/shape";
import { BridgeList } from "@yuanbiao/server/bridge/shape";
import { CaliberList } from "@yuanbiao/server/caliber/shape";
import { DepartmentList } from "@yuanbiao/server/department/shape";
import { DocumentList } from "@yuanbiao/server/document/shape";
import { Health } from "@yuanbiao/server/health/shape";
import { IndicatorList } from "@yuanbiao/server/indicator/shape";
import { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { SeriesView } from "@yuanbiao/server/series/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { TargetList, TargetView } from "@yuanbiao/server/target/shape";
import { TaskList } from "@yuanbiao/server/task/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { describedRoutes } from "./support/description.ts";
import { type Served, serve } from "./support/served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function get<T extends z.ZodType>(shape: T, address: string): Promise<z.infer<T>> {
  return shape.parse(await served.read(address));
}

describe("every answer has the shape that its description promises", () => {
  const answers: [string, z.ZodType][] = [
    ["/api/health", Health],
    ["/api/auth/session", SessionView],
    ["/api/areas", AreaList],
    ["/api/areas/liuzhou-zone", AreaView],
    ["/api/indicators", IndicatorList],
    ["/api/calibers", CaliberList],
    ["/api/documents", DocumentList],
    ["/api/departments", DepartmentList],
    ["/api/tasks", TaskList],
    ["/api/targets", TargetList],
    ["/api/bridges", BridgeList],
    ["/api/targets/T21", TargetView],
    ["/api/observations", ObservationList],
    ["/api/observations/001-006/versions", ObservationVersions],
    ["/api/progress", ProgressList],
    ["/api/series?area=liuzhou&indicator=sei-share", SeriesView],
    ["/api/summary", SummaryView],
    ["/api/summary?city=liuzhou&since=2024-12-31&publishedBy=2025-12-31", SummaryView],
  ];
  it.each(answers)("%s", async (address, shape) => {
    for (const language of ["zh-CN", "en"]) {
      const response = await served.ask(address, { headers: { "accept-language": language } });
      expect(response.status).toBe(200);
      const body: unknown = await response.json();
      expect(shape.parse(body)).toEqual(body);
    }
  });
  it("and every described route of what is tracked is among them", async () => {
    const routes = await describedRoutes(served);
    const asked = answers.map(([address]) =>
      address
        .replace(/\?.*/, "")
        .replace(/T21|001-006/, "{id}")
        .replace("liuzhou-zone", "{code}"),
    );
    const described = routes
      .filter(({ path, right }) => right === "tracking.read" || path === "/api/health" || path === "/api/auth/session")
      .map(({ path }) => path)
      // Papers have no shape but their words.
      .filter((path) => !path.endsWith(".docx"));
    expect(described.sort()).toEqual([...new Set(asked)].sort());
  });
});

describe("figures", () => {
  it("keep qualifier, stage, printed growth and source", async () => {
    const { items } = await get(ObservationList, "/api/observations?area=liuzhou-hitech&period=2017&limit=1000");
    const output = items.find(({ value }) => value === "1829.84");
    expect(output).toMatchObject({
      stage: "unstated",
      role: "reported",
      unit: "亿元",
      reportedGrowth: "9.19",
      source: { kind: "page", publishedOn: null },
    });
  });
  it("of eleven months are of eleven months", async () => {
    const { items } = await get(ObservationList, "/api/observations?area=liuzhou-hitech&period=2017-YTD11");
    expect(items.map(({ value }) => value)).toContain("1610");
  });
  it("claimed twice name each other", async () => {
    const versions = await get(ObservationVersions, "/api/observations/001-006/versions");
    expect(versions.items[0]).toMatchObject({ value: "280", conflicts: ["001-016"], changeReason: "first" });
    expect(versions.conflicts).toMatchObject([
      { kind: "declared", observations: [{ id: "001-006" }, { id: "001-016" }] },
    ]);
  });
  it("page by cursor in the stated order", async () => {
    const all = (await get(ObservationList, "/api/observations?limit=1000")).items.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(185);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: z.infer<typeof ObservationList> = await get(
        ObservationList,
        `/api/observations?limit=50${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  });
});

describe("targets", () => {
  it("carry least value, readings' area basis, nesting and citations", async () => {
    expect(await get(TargetView, "/api/targets/T21")).toMatchObject({
      leastValue: "301",
      areaBasis: "open",
      comparator: "gt",
      value: "300",
    });
    expect(await get(TargetView, "/api/targets/T02")).toMatchObject({
      nestedIn: "T01",
      impliedShare: "2.40",
      series: ["T02", "T04"],
    });
    expect(await get(TargetView, "/api/targets/T04")).toMatchObject({ nestedIn: "T03", impliedShare: "9.00" });
    const { citations } = await get(TargetView, "/api/targets/T03");
    expect(citations.map(({ kind }) => kind)).toEqual(["policy", "page"]);
    expect((await get(TargetView, "/api/targets/T05")).members).toHaveLength(7);
  });
  it("of the press that contradict each other say so", async () => {
    const { items } = await get(TargetList, "/api/targets?area=liuzhou&due=2020&limit=1000");
    const [a, b] = [items.find(({ value }) => value === "8000"), items.find(({ value }) => value === "6400")];
    expect(a?.conflicts).toEqual([b?.id]);
    expect(b?.conflicts).toEqual([a?.id]);
  });
});

describe("the series of strategic industries", () => {
  it("has two points, the document's path and the catch-up path, and no forecast", async () => {
    const series = await get(SeriesView, "/api/series?area=liuzhou&indicator=sei-share&on=2024-12-31");
    expect(series.points.map(({ observation, end, provisional }) => [observation.value, end, provisional])).toEqual([
      ["10.8", "2020-12-31", true],
      ["29", "2024-12-31", true],
    ]);
    expect(series.paths.map(({ target, kind, points }) => [target, kind, points.map(({ value }) => value)])).toEqual([
      ["T03", "document", ["20", "30"]],
      ["T03", "catch-up", ["10.8", "30"]],
    ]);
    expect(series).toMatchObject({
      forecast: null,
      forecastReason: "too-few-points",
      annualPoints: 1,
      fewestForForecast: 6,
    });
  });
});

describe("the summary", () => {
  it("says what a leader reads first", async () => {
    const summary = await get(SummaryView, "/api/summary?city=liuzhou");
    expect(summary.headline).toMatchObject({
      targets: 25,
      judged: 1,
      judgedProvisional: 1,
      achieved: 0,
      missed: 1,
      incomparable: 3,
    });
    expect(summary.headline.documents).toHaveLength(2);
    expect(summary.headline.verdicts[0]).toMatchObject({ target: { id: "T01" }, actual: { value: "10.8" } });
    expect(summary.headline.awaited[0]).toMatchObject({
      target: { id: "T03" },
      actual: { value: "29", period: "2024" },
    });
    expect(summary.incomparables.map(({ target }) => target.id)).toContain("T11");
    expect(summary.conflicts[0]?.observations.map(({ value }) => value)).toEqual(["280", "280"]);
    expect(summary.counts.policy.reduce((sum, { total }) => sum + total, 0)).toBe(25);
  });
  it("lists what is owed: policy documents first, the longest overdue first", async () => {
    const { missing, missingTotal, owing } = await get(SummaryView, "/api/summary?city=liuzhou");
    expect(missing).toHaveLength(missingTotal);
    const policy = missing.filter(({ target }) => target.citation.kind === "policy");
    expect(missing.slice(0, policy.length)).toEqual(policy);
    const overdue = policy.map(({ daysOverdue }) => daysOverdue ?? -1);
    expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
    expect(policy.find(({ target }) => target.id === "T03")).toMatchObject({
      need: "figure",
      period: "2025",
      since: "2026-01-01",
      daysOverdue: 324,
    });
    expect(owing.reduce((sum, { total }) => sum + total, 0)).toBe(missingTotal);
  });
  it("tells what changed since a day", async () => {
    const { changes } = await get(SummaryView, "/api/summary?city=liuzhou&since=2024-12-31");
    const statuses = changes.filter((change) => change.kind === "status");
    expect(statuses.map(({ target, from, to }) => [target.id, from, to])).toContainEqual([
      "T03",
      "on-track",
      "no-data",
    ]);
  });
  it("tells which figures are new since a day, the newest first, and none since tomorrow", async () => {
    const { recorded, recordedTotal } = await get(SummaryView, "/api/summary?city=liuzhou&since=2024-12-31");
    expect(recorded.length).toBe(Math.min(recordedTotal, 20));
    expect(recorded.length).toBeGreaterThan(0);
    const instants = recorded.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...instants].sort().reverse());
    const later = await get(SummaryView, "/api/summary?city=liuzhou&since=2030-12-31");
    expect([later.recorded, later.recordedTotal]).toEqual([[], 0]);
  });
  it("keeps the second city apart", async () => {
    const panyu = await get(SummaryView, "/api/summary?city=panyu");
    expect(panyu.matrix.areas.map(({ code }) => code)).toEqual(["panyu"]);
    expect(panyu.cities.map(({ code }) => code).sort()).toEqual(["liuzhou", "panyu"]);
  });
});

describe("tasks", () => {
  it("are the 25 key tasks and five safeguards in the order of the document", async () => {
    const { items } = await get(TaskList, "/api/tasks?city=liuzhou");
    expect(items.filter(({ kind }) => kind === "key-task")).toHaveLength(25);
    expect(items.filter(({ kind }) => kind === "safeguard")).toHaveLength(5);
    expect(items[0]?.departments[0]?.name).toMatch(/工业和信息化/);
    expect((await get(TaskList, "/api/tasks?area=liuzhou")).items).toHaveLength(30);
    const named = await get(TaskList, "/api/tasks?area=hexi-hitech");
    expect(named.items.length).toBeGreaterThan(0);
  });
});
