import { getPeriod, type PeriodKind } from "@yuanbiao/core/period";
import { describe, expect, test } from "vitest";
import type { Observation, Series } from "../api.ts";
import { joinable, linesOf, trendOption } from "./trend.ts";
import { strokesOf } from "./trend-key.tsx";
import { firstStretch, ofStretch, stretchesOf } from "./trend-stretch.ts";

const ref = (code: string) => ({ code, name: code });

function observation(period: string, value: string, rest: Partial<Observation> = {}): Observation {
  return {
    id: `${period}-${value}`,
    indicator: ref("share"),
    area: ref("city"),
    caliber: ref("above-scale"),
    period,
    periodBasis: "stated",
    state: "value",
    value,
    text: null,
    unit: "%",
    qualifier: "=",
    stage: "unstated",
    role: "reported",
    reportedGrowth: null,
    priorComparable: null,
    class: "public",
    source: {
      kind: "page",
      document: ref("page"),
      title: null,
      number: null,
      clause: null,
      publisher: null,
      publishedOn: null,
      address: null,
      grade: "official",
    },
    note: null,
    version: 1,
    recordedAt: "2026-01-01T00:00:00.000Z",
    suppressed: false,
    conflicts: [],
    ...rest,
  };
}

const point = (end: string, figure: Observation, provisional = false) => ({
  observation: figure,
  end,
  provisional,
  nominalGrowth: null,
  revisions: [],
});

const series: Series = {
  area: ref("city"),
  indicator: { ...ref("share"), unit: "%", decimals: 0, measure: "ratio", direction: "up", timing: "span" },
  points: [
    point("2020-12-31", observation("2020", "10.8"), true),
    point("2022-12-31", observation("2022", "20", { qualifier: ">" })),
    point("2024-12-31", observation("2024", "29"), true),
    point("2020-12-31", observation("2020", "460", { unit: "亿元", indicator: ref("amount") })),
  ],
  targets: [],
  paths: [
    {
      target: "T03",
      kind: "document",
      shape: "linear",
      points: [
        { end: "2020-12-31", value: "20" },
        { end: "2025-12-31", value: "30" },
      ],
    },
    {
      target: "T03",
      kind: "catch-up",
      shape: "linear",
      points: [
        { end: "2020-12-31", value: "10.8" },
        { end: "2025-12-31", value: "30" },
      ],
    },
  ],
  forecast: null,
  forecastReason: "too-few-points",
  fewestForForecast: 6,
  annualPoints: 2,
};

const words = { documentPath: "文件路径", decomposedPath: "分解计划", catchUpPath: "追赶路径", forecast: "预测" };

describe("what may be joined", () => {
  const flows = [
    point("2009-12-31", observation("2009", "2011.1")),
    point("2010-09-30", observation("2010-YTD09", "1911")),
    point("2011-12-31", observation("2011", "3000", { qualifier: ">" })),
    point("2012-12-31", observation("2012", "3500")),
  ];
  test("flows of unlike periods are not joined, and bounds are not plotted as exact", () => {
    const groups = joinable(flows, "span").map((group) => group.map(({ observation: { period } }) => period));
    expect(groups).toEqual([["2009", "2012"], ["2010-YTD09"]]);
  });
  test("stocks compare at end dates", () => {
    expect(joinable(flows, "point")).toHaveLength(1);
  });
  test.each<[string, string, string[]]>([
    ["what the fourth quarter and the year say alike is one point", "226", ["2023"]],
    ["what they say differently is two", "225", ["2023", "2023-Q4"]],
  ])("%s", (_what, value, periods) => {
    const points = [
      point("2023-12-31", observation("2023", "226")),
      point("2023-12-31", observation("2023-Q4", value)),
    ];
    const groups = joinable(points, "point").map((group) => group.map(({ observation: { period } }) => period));
    expect(groups).toEqual([periods]);
  });
});

test("an amount that bears on a share is not drawn on its axis", () => {
  expect(linesOf(series).map((line) => line.indicator.code)).toEqual(["share"]);
});

test("what was reported otherwise than adopted is not drawn", () => {
  const points = [
    point("2024-12-31", observation("2024", "234.2")),
    point("2024-12-31", observation("2024", "230.69", { role: "adopted" })),
    point("2023-12-31", observation("2023", "220")),
  ];
  const drawn = linesOf({ ...series, points }).flatMap((line) => line.points.map((one) => one.observation.value));
  expect(drawn).toEqual(["230.69", "220"]);
});

describe("lengths of time", () => {
  const target = { id: "T", due: "2027", end: "2027-12-31", comparator: "gte", memberComparator: null, value: "900" };
  const path: Series["paths"][number] = { target: "T", kind: "document", shape: "linear", points: [] };
  const citation: Series["targets"][number]["citation"] = {
    document: ref("plan"),
    number: null,
    clause: null,
    publisher: null,
    publishedOn: null,
    address: null,
    validity: "in-force",
    grade: "original",
    kind: "policy",
  };
  const mixed: Series = {
    ...series,
    points: ["2024", "2025", "2025-Q3", "2026-Q1", "2026-Q3"].map((period) =>
      point(getPeriod(period).end, observation(period, "200")),
    ),
    targets: [{ ...target, valueMax: null, citation }],
    paths: [path],
  };
  test.each<[string, Series, readonly string[], string | undefined]>([
    ["of years and quarters one is chosen, at first that of the targets", mixed, ["year", "quarter"], "year"],
    ["without targets that with most figures", { ...mixed, targets: [] }, ["year", "quarter"], "quarter"],
    ["of years alone there is no choice", { ...mixed, points: mixed.points.slice(0, 2) }, [], undefined],
    ["nor of stocks", { ...mixed, indicator: { ...mixed.indicator, timing: "point" } }, [], undefined],
  ])("%s", (_what, asked, kinds, first) => {
    expect(stretchesOf(asked)).toEqual(kinds);
    expect(firstStretch(asked)).toBe(first);
  });
  test.each<[PeriodKind, string[], number]>([
    ["year", ["2024", "2025"], 1],
    ["quarter", ["2025-Q3", "2026-Q1", "2026-Q3"], 0],
  ])("%s figures stand without those of another length, and with their own targets alone", (kind, periods, targets) => {
    const shown = ofStretch(mixed, kind);
    expect(shown.points.map((one) => one.observation.period)).toEqual(periods);
    expect([shown.targets.length, shown.paths.length]).toEqual([targets, targets]);
  });
});

describe("the names of lines", () => {
  const named = (isNarrow: boolean) =>
    JSON.stringify(trendOption({ series, theme: "light", words, isNarrow })).match(/"show":true,"formatter":"..路径"/g);
  test("stand at their ends where there is room, else under the picture", () => {
    expect(named(false)).toHaveLength(2);
    expect(named(true)).toBeNull();
    expect(strokesOf(series, words).map(({ name }) => name)).toEqual(["文件路径", "追赶路径"]);
  });
});

test.each<[string, string[], number]>([
  ["of one day is a whisker and a mark", ["2027"], 2],
  ["of several is a line in its fan", ["2026", "2027"], 3],
])("a forecast %s", (_what, periods, count) => {
  const points = periods.map((period) => ({ end: getPeriod(period).end, value: "30", low: "28", high: "32" }));
  const asked: Series = { ...series, paths: [], forecast: { target: "T03", points, level: "0.80" } };
  const option = JSON.parse(JSON.stringify(trendOption({ series: asked, theme: "light", words, isNarrow: false })));
  const ends = periods.map((_, at) => [2026.5 + at + (periods.length === 1 ? 1 : 0), 30]);
  expect(option.series[count - 1].data).toEqual(ends);
  expect(option.series[count - 1].symbol).toBe(periods.length === 1 ? "emptyCircle" : "none");
  expect(strokesOf(asked, words).map(({ isMark }) => isMark)).toEqual([periods.length === 1]);
});

describe("trendOption", () => {
  const option = JSON.parse(JSON.stringify(trendOption({ series, theme: "light", words, isNarrow: false })));
  const kinds: string[] = option.series.map((part: { type: string }) => part.type);
  test("paths, the joined line, bounds apart, targets", () => {
    expect(kinds).toEqual(["line", "line", "line", "scatter", "scatter"]);
    expect(option.series[0].lineStyle.type).toBe("solid");
    expect(option.series[1].lineStyle.type).toBe("dashed");
  });
  test("provisional points are hollow and lead to their figures", () => {
    const [first] = option.series[2].data;
    expect(first.name).toBe("2020-10.8");
    expect(first.itemStyle.color).toBe("#ffffff");
    expect(first.value).toEqual([2020.5, 10.8]);
  });
  test("the axis of values starts at zero", () => {
    const { yAxis } = trendOption({ series, theme: "light", words, isNarrow: false });
    const axis = Array.isArray(yAxis) ? yAxis[0] : yAxis;
    expect(typeof axis?.min === "function" && axis.min({ min: 10, max: 30 })).toBe(0);
  });
});
