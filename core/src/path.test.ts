import { describe, expect, it } from "vitest";
import { dayMoment, firstPoint, pathValueAt, pathValueFor } from "./path.ts";
import { getPeriod } from "./period.ts";
import { exact, roundTo } from "./quantity.ts";
import type { Path, PathShape } from "./target.ts";

const path = (shape: PathShape, ...points: [string, string][]): Path => ({
  kind: "document",
  shape,
  points: points.map(([period, value]) => ({ period, value })),
});
const valueOn = (asked: Path, period: string, decimals = 2): string | undefined => {
  const value = pathValueFor(asked, getPeriod(period));
  return value === undefined ? undefined : roundTo(value, decimals);
};

describe("a path", () => {
  it.each([
    // 280 → 300 over 2017–2020 (case TRAJ-1)
    ["linear", "2018", "286.67"],
    ["linear", "2019", "293.33"],
    ["linear", "2020", "300.00"],
    ["compound", "2018", "286.51"],
    ["compound", "2019", "293.18"],
    ["compound", "2020", "300.00"],
    ["step", "2019", "280.00"],
    ["step", "2020", "300.00"],
    ["linear", "2017", "280.00"],
    ["linear", "2023", "300.00"],
    ["linear", "2018-H1", "283.33"],
  ] as const)("280 → 300, %s, at %s: %s", (shape, period, value) => {
    expect(valueOn(path(shape, ["2017", "280"], ["2020", "300"]), period)).toBe(value);
  });
  it.each([
    ["linear", "15.20"],
    ["compound", "14.72"],
  ] as const)("12 (2015) → 20 (2020) expects %s %s in 2017", (shape, value) => {
    expect(valueOn(path(shape, ["2015", "12"], ["2020", "20"]), "2017")).toBe(value);
  });
  it("says nothing before its first point", () => {
    expect(valueOn(path("linear", ["2020", "20"], ["2025", "30"]), "2019")).toBeUndefined();
  });
  it("goes through every point, in whatever order they are given", () => {
    const bent = path("linear", ["2025", "30"], ["2018", "12"], ["2020", "20"]);
    expect(["2018", "2019", "2020", "2025"].map((year) => valueOn(bent, year))).toEqual([
      "12.00",
      "16.00",
      "20.00",
      "30.00",
    ]);
    expect(firstPoint(bent)?.period).toBe("2018");
  });
  it("falls as well as it rises", () => {
    expect(valueOn(path("linear", ["2015", "1.0"], ["2020", "0.5"]), "2018", 3)).toBe("0.700");
  });
  it("runs straight where equal growth has no meaning", () => {
    expect(valueOn(path("compound", ["2015", "-10"], ["2020", "10"]), "2017")).toBe("-2.00");
  });
  it("is read on any day", () => {
    const value = pathValueAt(path("linear", ["2020", "20"], ["2025", "30"]), dayMoment("2024-12-31", 31));
    expect(value && roundTo(value, 2)).toBe("28.00");
  });
});

describe("a time-share path", () => {
  const year = path("time-share", ["2025", "120"]);
  it.each([
    ["2025-Q1", "30.00"],
    ["2025-H1", "60.00"],
    ["2025-YTD11", "110.00"],
    ["2025", "120.00"],
  ])("asks for the elapsed share of the year: %s → %s", (period, value) => expect(valueOn(year, period)).toBe(value));
  it("takes last year's share at the same month where it is known", () => {
    const value = pathValueFor(year, getPeriod("2025-Q1"), exact("0.2"));
    expect(value && roundTo(value, 2)).toBe("24.00");
  });
  it("says nothing of another year or of a later quarter alone", () => {
    expect(valueOn(year, "2024")).toBeUndefined();
    expect(valueOn(year, "2025-Q2")).toBeUndefined();
  });
});
