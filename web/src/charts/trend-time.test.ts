import { getPeriod, makePeriod } from "@yuanbiao/core/period";
import { describe, expect, test } from "vitest";
import { timeScale } from "./trend-time.ts";

const endsOf = (...codes: readonly string[]): string[] => codes.map((code) => getPeriod(code).end);

test.each<[string, string[], number[]]>([
  ["years alone stand in the middle of their year", ["2024", "2026"], [2024.5, 2026.5]],
  ["half-years", ["2025-H1", "2025-H2"], [2025.3, 2025.7]],
  ["quarters", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], [2026.2, 2026.4, 2026.6, 2026.8]],
  ["a year beside quarters ends with its last one", ["2025", "2026-Q3"], [2025.8, 2026.6]],
  ["a year beside a half-year", ["2025", "2026-H1"], [2025.7, 2026.3]],
])("%s", (_what, codes, places) => {
  const ends = endsOf(...codes);
  expect(ends.map(timeScale(ends).place)).toEqual(places);
});

describe("whatever else is drawn, a period stands within the year that it ends in, and later ones to the right", () => {
  const months = Array.from({ length: 36 }, (_, at) => makePeriod(2024 * 12 + at, 2024 * 12 + at).end);
  test.each<[string, number]>([
    ["months", 1],
    ["quarters", 3],
    ["half-years", 6],
    ["years", 12],
  ])("%s", (_what, length) => {
    const ends = months.filter((_, at) => (at + 1) % length === 0);
    const { place, years } = timeScale(ends);
    const places = ends.map(place);
    expect(places.map(Math.floor)).toEqual(ends.map((end) => Number(end.slice(0, 4))));
    expect(places.every((at) => at - Math.floor(at) > 0.1 && at - Math.floor(at) < 0.9)).toBe(true);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(years).toEqual([2024, 2025, 2026]);
  });
});

test("the years have no gap, and nothing has none", () => {
  expect(timeScale(endsOf("2021", "2024")).years).toEqual([2021, 2022, 2023, 2024]);
  expect(timeScale([]).years).toEqual([]);
});
