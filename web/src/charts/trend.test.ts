import { describe, expect, test } from "vitest";
import type { Observation, Series } from "../api.ts";
import { joinable, linesOf, trendOption, yearOf } from "./trend.ts";

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

test("a year's figure stands at the year, a half year's half way", () => {
  expect(yearOf("2020-12-31")).toBe(2020);
  expect(yearOf("2019-12-31")).toBe(2019);
  expect(yearOf("2018-06-30")).toBeCloseTo(2017.5, 1);
});

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
});

test("an amount that bears on a share is not drawn on its axis", () => {
  expect(linesOf(series).map((line) => line.indicator.code)).toEqual(["share"]);
});

describe("trendOption", () => {
  const option = JSON.parse(JSON.stringify(trendOption({ series, theme: "light", words })));
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
    expect(first.value).toEqual([2020, 10.8]);
  });
  test("the axis of values starts at zero", () => {
    const { yAxis } = trendOption({ series, theme: "light", words });
    const axis = Array.isArray(yAxis) ? yAxis[0] : yAxis;
    expect(typeof axis?.min === "function" && axis.min({ min: 10, max: 30 })).toBe(0);
  });
});
