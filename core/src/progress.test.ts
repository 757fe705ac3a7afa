import { describe, expect, it } from "vitest";
import type { Bearing } from "./bearing.ts";
import { exampleBearing, exampleIndicator, exampleProgress, exampleTarget } from "./example.ts";
import type { Progress } from "./progress.ts";
import type { UndefinedReason } from "./status.ts";
import { leastValue, type Target } from "./target.ts";

const document2020to2025 = {
  kind: "document" as const,
  shape: "linear" as const,
  points: [
    { period: "2020", value: "20" },
    { period: "2025", value: "30" },
  ],
};
const assumed = { verdict: "assumed" as const, grade: "repost" as const };
const shares = [
  exampleBearing({ id: "A", period: "2020", value: "10.8" }, assumed),
  exampleBearing({ id: "B", period: "2024", value: "29" }, assumed),
];
/** Strategic industries: ≥ 30 % by 2025 on the document's path from 20 %. */
const t03 = { due: "2025", value: "30", path: document2020to2025 };
const t01 = { due: "2020", value: "20", path: null };

describe("the 30 % target of 2025", () => {
  it("is on track, provisionally, on 2024-12-31", () => {
    const progress = exampleProgress({ target: t03, figures: shares, on: "2024-12-31" });
    expect(progress).toMatchObject({
      expected: { value: "28.00" },
      expectedOn: { value: "28.00" },
      gapClosed: { value: "0.9000" },
      deviation: { value: "10.00" },
      achievement: { value: "0.9667" },
      difference: { value: "1.00" },
      met: { value: false },
      status: "on-track",
      provisional: true,
      reason: null,
    });
    expect(progress.catchUp.value).toEqual({
      baseline: { period: "2020", value: "10.8" },
      expected: "26.16",
      gapClosed: "0.9479",
      deviation: "14.79",
      agrees: true,
    });
    expect(progress.pace.value).toEqual({ perPeriod: "1.00", periodsLeft: "1", ratio: "0.2198" });
  });
  it("is without its due figure on 2026-11-21, and the last one is still shown", () => {
    const progress = exampleProgress({ target: t03, figures: shares, on: "2026-11-21" });
    expect(progress).toMatchObject({ status: "no-data", reason: "no-due-actual", provisional: false });
    expect(progress.actual?.figure).toMatchObject({ value: "29", period: "2024" });
    expect(progress).toMatchObject({
      achievement: { value: "0.9667" },
      gapClosed: { value: "0.9000" },
      deviation: { value: "10.00" },
    });
    expect(progress.met).toEqual({ value: null, reason: "no-due-actual" });
    expect(progress.expectedOn.value).toBe("30.00");
  });
  it("cannot be on track by the figure that missed the target of 2020", () => {
    const progress = exampleProgress({ target: t03, figures: shares, on: "2020-12-31" });
    expect(progress).toMatchObject({
      status: "far-behind",
      provisional: true,
      gapClosed: { value: "-0.9200" },
      deviation: { value: "-92.00" },
    });
  });
  it("is not due the day before its path begins", () => {
    const progress = exampleProgress({ target: t03, figures: shares, on: "2020-12-30" });
    expect(progress).toMatchObject({ status: "not-due", reason: "not-yet-due" });
  });
});

describe("the 20 % target of 2020", () => {
  it("is missed by 10.8 %: achievement 0.5400, −9.2 points", () => {
    const progress = exampleProgress({ target: t01, figures: shares, on: "2020-12-31" });
    expect(progress).toMatchObject({
      status: "missed",
      provisional: true,
      achievement: { value: "0.5400" },
      difference: { value: "-9.20" },
      gapClosed: { value: null, reason: "no-path" },
      expected: { value: null, reason: "no-path" },
      deviation: { value: null, reason: "no-path" },
      met: { value: false },
    });
  });
  it("stays missed by the figure of 2020, not by the later 29 %", () => {
    expect(exampleProgress({ target: t01, figures: shares, on: "2026-11-21" })).toMatchObject({
      status: "missed",
      actual: { figure: { value: "10.8" } },
    });
  });
});

describe("worked values", () => {
  it("R&D 2.0 → 2.5 with 2.2: achievement 0.8800, gap closed 0.4000", () => {
    const path = {
      ...document2020to2025,
      points: [
        { period: "2015", value: "2.0" },
        { period: "2020", value: "2.5" },
      ],
    };
    const progress = exampleProgress({
      target: { value: "2.5", path },
      figures: [exampleBearing({ period: "2017", value: "2.2" })],
      on: "2018-06-30",
    });
    expect(progress).toMatchObject({ achievement: { value: "0.8800" }, gapClosed: { value: "0.4000" } });
  });
  it.each([
    ["linear", "15.20", "-8.75", "behind"],
    ["compound", "14.72", "-2.76", "on-track"],
  ] as const)("12 → 20 with 14.5 in 2017, %s: expected %s, %s points, %s", (shape, expected, deviation, status) => {
    const path = {
      kind: "document" as const,
      shape,
      points: [
        { period: "2015", value: "12" },
        { period: "2020", value: "20" },
      ],
    };
    const progress = exampleProgress({
      target: { path },
      figures: [exampleBearing({ period: "2017", value: "14.5" })],
      on: "2017-12-31",
    });
    expect(progress).toMatchObject({ expected: { value: expected }, deviation: { value: deviation }, status });
  });
  it("12 patents per 万人 against the park's 21 is not met: the caliber differs, all ratios are empty", () => {
    const progress = exampleProgress({
      target: { value: "12" },
      figures: [exampleBearing({ period: "2017-M11", value: "21" }, { verdict: "mismatch" })],
      on: "2026-11-21",
    });
    expect(progress).toMatchObject({
      status: "incomparable",
      reason: "caliber-mismatch",
      actual: { figure: { value: "21" } },
    });
    for (const field of ["achievement", "met", "difference", "pace", "catchUp"] as const) {
      expect(progress[field].value, field).toBeNull();
    }
    expect(progress.achievement.reason).toBe("caliber-mismatch");
    expect(progress.met.reason).toBe("caliber-mismatch");
  });
  it("more than 300 enterprises needs 301, and pace counts to it", () => {
    const indicator = exampleIndicator({ whole: true, measure: "stock" });
    expect(leastValue(exampleTarget({ comparator: "gt", value: "300" }), indicator)).toBe("301");
    const progress = exampleProgress({
      target: {
        comparator: "gt",
        value: "300",
        path: {
          ...document2020to2025,
          points: [
            { period: "2017", value: "280" },
            { period: "2020", value: "300" },
          ],
        },
      },
      indicator,
      figures: [exampleBearing({ period: "2017", value: "280" })],
      on: "2018-03-31",
    });
    expect(progress.pace.value).toMatchObject({ perPeriod: "7.00", periodsLeft: "3", ratio: null });
  });
});

describe("where lower is better", () => {
  const path = {
    ...document2020to2025,
    points: [
      { period: "2015", value: "1.0" },
      { period: "2020", value: "0.5" },
    ],
  };
  const target = { comparator: "lte" as const, value: "0.5", path };
  it("achievement turns round and gap closed does not", () => {
    const progress = exampleProgress({
      target,
      indicator: { direction: "down", decimals: 1 },
      figures: [exampleBearing({ period: "2018", value: "0.8" })],
      on: "2018-12-31",
    });
    expect(progress).toMatchObject({
      achievement: { value: "0.6250" },
      gapClosed: { value: "0.4000" },
      expected: { value: "0.700" },
      deviation: { value: "-20.00" },
      status: "behind",
    });
  });
  it("a figure of zero has no achievement, and has met the target", () => {
    const progress = exampleProgress({
      target,
      figures: [exampleBearing({ period: "2020", value: "0" })],
      on: "2021-01-01",
    });
    expect(progress).toMatchObject({
      status: "achieved",
      achievement: { value: null, reason: "zero-denominator" },
      gapClosed: { value: "2.0000" },
    });
  });
});

describe("what is undefined says why", () => {
  const cases: [
    string,
    Partial<Target>,
    Bearing[],
    keyof Pick<Progress, "achievement" | "gapClosed" | "expected" | "met" | "catchUp" | "forecast">,
    UndefinedReason,
  ][] = [
    ["no figure at all", {}, [], "achievement", "no-actual"],
    ["a target without a value", { value: null }, [exampleBearing()], "achievement", "no-target-value"],
    ["a target of zero", { value: "0" }, [exampleBearing()], "achievement", "non-positive-target"],
    ["a negative target", { value: "-5" }, [exampleBearing()], "achievement", "non-positive-target"],
    [
      "a flat path",
      {
        due: "2025",
        value: "20",
        path: {
          ...document2020to2025,
          points: [
            { period: "2020", value: "20" },
            { period: "2025", value: "20" },
          ],
        },
      },
      [exampleBearing()],
      "gapClosed",
      "flat-path",
    ],
    ["no path", {}, [exampleBearing()], "gapClosed", "no-path"],
    [
      "a path of one point",
      { path: { ...document2020to2025, points: [{ period: "2020", value: "20" }] } },
      [exampleBearing()],
      "expected",
      "no-path",
    ],
    [
      "a qualified figure on the edge",
      { comparator: "gt", value: "10" },
      [exampleBearing({ qualifier: ">=" })],
      "met",
      "undecided",
    ],
    ["parts alone", {}, [exampleBearing({}, { verdict: "part" })], "achievement", "parts-only"],
    [
      "a figure that does not apply",
      {},
      [exampleBearing({ state: "not-applicable", value: null })],
      "achievement",
      "not-applicable",
    ],
    ["a single figure", { due: "2025" }, [exampleBearing()], "catchUp", "no-baseline"],
    ["few points", {}, [exampleBearing()], "forecast", "too-few-points"],
  ];
  it.each(cases)("%s", (_name, target, figures, field, reason) => {
    const progress = exampleProgress({ target, figures, on: "2024-12-31" });
    expect(progress[field]).toEqual({ value: null, reason });
  });
  it("zero is a value", () => {
    const progress = exampleProgress({ figures: [exampleBearing({ value: "0" })], on: "2021-01-01" });
    expect(progress).toMatchObject({
      status: "missed",
      achievement: { value: "0.0000" },
      difference: { value: "-20.00" },
    });
  });
});

describe("flows", () => {
  const flow = { timing: "span" as const, measure: "flow" as const };
  it("are compared over like periods alone: eleven months say nothing of a year", () => {
    const progress = exampleProgress({
      target: { value: "1500" },
      indicator: flow,
      figures: [exampleBearing({ period: "2017-YTD11", value: "1610" })],
      on: "2020-12-31",
    });
    expect(progress).toMatchObject({
      status: "incomparable",
      reason: "unlike-periods",
      achievement: { reason: "unlike-periods" },
    });
  });
  const share = (value: string) => ({
    kind: "decomposed" as const,
    shape: "time-share" as const,
    points: [{ period: "2025", value }],
  });
  const underWay = (own: Partial<Target>, period: string, value: string, on: string) =>
    exampleProgress({
      target: { due: "2025", value: "120", path: share(own.value ?? "120"), ...own },
      indicator: flow,
      figures: [exampleBearing({ period, value })],
      on,
    });
  it("under way are compared with the elapsed share of the year", () => {
    expect(underWay({}, "2025-H1", "54", "2025-07-15")).toMatchObject({
      expected: { value: "60.00" },
      gapClosed: { value: "0.4500" },
      deviation: { value: "-5.00" },
      status: "on-track",
      met: { value: null, reason: "unlike-periods" },
    });
  });
  it("have an expected value on every day of the year", () => {
    expect(underWay({}, "2025-H1", "54", "2025-09-30").expectedOn.value).toBe("90.00");
    expect(underWay({}, "2025-H1", "54", "2025-12-31").expectedOn.value).toBe("120.00");
  });
  it("are expected by last year's share at the same month where last year is known", () => {
    const progress = exampleProgress({
      target: { due: "2025", value: "120", path: share("120") },
      indicator: flow,
      figures: [
        exampleBearing({ id: "A", period: "2024", value: "100" }),
        exampleBearing({ id: "B", period: "2024-H1", value: "40" }),
        exampleBearing({ id: "C", period: "2025-H1", value: "54" }),
      ],
      on: "2025-07-15",
    });
    expect(progress).toMatchObject({ expected: { value: "48.00" }, deviation: { value: "5.00" }, status: "on-track" });
  });
  it.each([
    ["gte", "2025-YTD11", "121", true],
    ["gte", "2025-YTD11", "119", null],
    ["gt", "2025-M01", "120", null],
    ["gte", "2025-M01", "20", null],
    ["lte", "2025-Q1", "20", null],
    ["lte", "2025-Q1", "121", false],
    ["lt", "2025-Q1", "120", false],
    ["between", "2025-Q1", "125", null],
    ["between", "2025-Q1", "141", false],
  ] as const)("of an open year against %s 120, %s = %s: %s", (comparator, period, value, met) => {
    const progress = underWay(
      { comparator, valueMax: comparator === "between" ? "140" : null },
      period,
      value,
      "2025-12-01",
    );
    expect(progress.met).toEqual({ value: met, reason: met === null ? "unlike-periods" : null });
  });
  it("under an upper limit have no share of time to reach, and so no light", () => {
    expect(underWay({ comparator: "lte" }, "2025-M01", "20", "2025-02-01")).toMatchObject({
      status: "not-due",
      gapClosed: { reason: "no-path" },
    });
  });
});

describe("reasons say why", () => {
  const over = "2026-11-21";
  it("a missed target needs no pace any more", () => {
    expect(exampleProgress({ figures: [exampleBearing()], on: over }).pace.reason).toBe("not-applicable");
    expect(exampleProgress({ figures: [exampleBearing({ period: "2019" })], on: over }).pace.reason).toBe(
      "no-due-actual",
    );
  });
  it.each([
    ["mismatch", "caliber-mismatch"],
    ["part", "parts-only"],
    ["reference", "no-actual"],
  ] as const)("a figure that is only %s: %s, in every field", (verdict, reason) => {
    const progress = exampleProgress({ figures: [exampleBearing({}, { verdict })], on: over });
    for (const field of ["achievement", "difference", "met", "pace", "catchUp"] as const) {
      expect(progress[field].reason, field).toBe(reason);
    }
  });
  it("members that each must meet have no figure of their own together", () => {
    const target = { comparator: "all" as const, memberComparator: "gt" as const, members: ["a"] };
    const progress = exampleProgress({
      target,
      members: [{ area: "a", bearings: [exampleBearing({ value: "30" })] }],
      on: over,
    });
    expect(progress).toMatchObject({
      status: "achieved",
      achievement: { reason: "not-applicable" },
      pace: { reason: "not-applicable" },
    });
  });
  it("a bound has no pace and starts no catch-up path", () => {
    const figures = [
      exampleBearing({ id: "A", period: "2017", value: "5", qualifier: ">" }),
      exampleBearing({ id: "B", period: "2018", value: "6" }),
      exampleBearing({ id: "C", period: "2019", value: "8" }),
    ];
    expect(exampleProgress({ figures, on: "2020-06-30" }).catchUp.value?.baseline).toEqual({
      period: "2018",
      value: "6",
    });
    const bound = [
      ...figures,
      exampleBearing({ id: "D", period: "2019-M12", value: "9", qualifier: "~", stage: "final" }),
    ];
    expect(exampleProgress({ figures: bound, on: "2020-06-30" })).toMatchObject({
      pace: { reason: "undecided" },
      catchUp: { reason: "undecided" },
    });
  });
  it("pace to a band aims at its nearer end", () => {
    const target = { comparator: "between" as const, value: "10", valueMax: "20", due: "2022" };
    const pace = (value: string) =>
      exampleProgress({ target, figures: [exampleBearing({ value })], on: "2021-01-01" }).pace.value?.perPeriod;
    expect([pace("6"), pace("24")]).toEqual(["2.00", "-2.00"]);
  });
});
