import { describe, expect, it } from "vitest";
import { exampleCheck, exampleRelation, exampleTerm } from "./check-example.ts";
import type { ShareIndicator } from "./check-parts.ts";
import { assembleReports, type PastFigure, tryOut } from "./check-try-out.ts";

function past(area: string, period: string, values: Readonly<Record<string, string | null>>): PastFigure[] {
  return Object.entries(values).map(([indicator, value]) => ({
    area,
    period,
    indicator,
    caliber: "park",
    state: value === null ? "not-reported" : "value",
    value,
    published: [],
  }));
}

// 柳东: 10, 12 (+20 %), 18 (+50 %), then not reported; 阳和 files its second quarter alone.
const figures = [
  ...past("liudong", "2025-Q1", { output: "10", firms: "5" }),
  ...past("liudong", "2025-Q2", { output: "12", firms: "4" }),
  ...past("liudong", "2025-Q3", { output: "18", firms: "6" }),
  ...past("liudong", "2025-Q4", { output: null, firms: "6" }),
  ...past("yanghe", "2025-YTD06", { firms: "3" }),
];
const bare = { numerator: null, denominator: null, decimals: 1, whole: false };
const output: ShareIndicator = { ...bare, unit: "亿元", measure: "flow" };
const indicators = new Map<string, ShareIndicator>([
  ["output", output],
  ["new", output],
  ["firms", { ...bare, unit: "家", measure: "stock" }],
  ["share", { ...bare, unit: "%", measure: "ratio", numerator: "new", denominator: "output" }],
]);
const reports = assembleReports(figures, indicators);
const outcomes = (result: ReturnType<typeof tryOut>): string[] =>
  result.reports.map(({ area, period, outcome }) => `${area} ${period} ${outcome}`);

describe("a check tried out on past figures", () => {
  it("says what it would have asked, newest first, though it is not active yet", () => {
    const rule = { kind: "swing", against: "previous", percent: "30" } as const;
    const result = tryOut(exampleCheck({ indicators: ["output"], active: false, rule }), reports);
    expect(outcomes(result)).toEqual([
      "liudong 2025-Q4 not-checked",
      "liudong 2025-Q3 asked",
      "liudong 2025-Q2 passed",
      "liudong 2025-Q1 not-checked",
    ]);
    expect(result.counts).toEqual({ blocked: 0, asked: 1, passed: 1, "not-checked": 2 });
    expect(result.reports[1]?.findings).toMatchObject([{ actual: "18", expected: "12", deviation: "50.00" }]);
  });
  it("says what it would have blocked", () => {
    const rule = exampleRelation({
      left: [exampleTerm("firms")],
      comparator: ">=",
      right: [exampleTerm("firms previous")],
    });
    expect(outcomes(tryOut(exampleCheck({ severity: "hard", rule }), reports))).toEqual([
      "liudong 2025-Q4 passed",
      "liudong 2025-Q3 passed",
      "liudong 2025-Q2 blocked",
      "yanghe 2025-H1 not-checked",
      "liudong 2025-Q1 not-checked",
    ]);
  });
  it("adds up the year from the same rows", () => {
    const rule = exampleRelation({ left: [exampleTerm("output year-to-date")], comparator: "<=", constant: "39" });
    const { reports: tried } = tryOut(exampleCheck({ rule }), reports);
    expect(tried.map(({ period, findings }) => [period, findings[0]?.actual])).toEqual([
      ["2025-Q4", undefined],
      ["2025-Q3", "40"],
      ["2025-Q2", undefined],
      ["2025-Q1", undefined],
    ]);
  });
  it("holds shares against their parts of the same area and period", () => {
    const filed = past("liudong", "2025-Q1", { share: "33", new: "3", output: "10" });
    const right = past("liudong", "2025-Q2", { share: "30", new: "3", output: "10" });
    const rule = { kind: "parts", tolerance: "0" } as const;
    const result = tryOut(exampleCheck({ rule }), assembleReports([...filed, ...right], indicators));
    expect(outcomes(result)).toEqual(["liudong 2025-Q2 passed", "liudong 2025-Q1 asked"]);
  });
  it("counts nothing where no report has its lines", () => {
    const result = tryOut(exampleCheck({ indicators: ["share"] }), reports);
    expect(result).toEqual({ reports: [], counts: { blocked: 0, asked: 0, passed: 0, "not-checked": 0 } });
  });
  it("does not depend on the order of the rows", () => {
    const turned = assembleReports(figures.toReversed(), new Map([["output", output]]));
    const rule = { kind: "swing", against: "previous", percent: "10" } as const;
    expect(tryOut(exampleCheck({ rule }), turned)).toEqual(tryOut(exampleCheck({ rule }), reports));
  });
});
