import { expect, it } from "vitest";
import { isLevel, kindOf, quantile, trendOf } from "./measure.ts";

it.each([
  ["GET", "/api/summary?city=yunxi", "GET summary"],
  ["GET", "/api/reports/L1.yx-lake", "GET reports/:id"],
  ["PATCH", "/api/reports/L1.yx-lake/lines", "PATCH reports/:id/lines"],
])("%s %s is of the kind %s", (method, path, kind) => {
  expect(kindOf({ method, path })).toBe(kind);
});

it("a quantile is a value of the series", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile([7], 0.99)]).toEqual([51, 100, 7]);
});

it("memory that grows is told from memory that swings", () => {
  const minutes = Array.from({ length: 200 }, (_, at) => at / 10);
  const swinging = trendOf(minutes.map((at) => ({ at, value: 300 + 20 * Math.sin(at * 9) })));
  const growing = trendOf(minutes.map((at) => ({ at, value: 300 + 5 * at + 20 * Math.sin(at * 9) })));
  expect(growing.perMinute).toBeCloseTo(5, 0);
  expect([isLevel(swinging, 20), isLevel(growing, 20)]).toEqual([true, false]);
});

it("a saw is level wherever it is cut, and one that climbs is not", () => {
  const looks = Array.from({ length: 900 }, (_, at) => at / 30);
  const saw = (at: number, period: number): number => 150 * ((at % period) / period) + 3 * Math.sin(at * 900);
  for (const period of [2, 5, 11]) {
    const level = trendOf(looks.map((at) => ({ at, value: 600 + saw(at, period) })));
    expect(isLevel(level, 30), `${period}: ${JSON.stringify(level)}`).toBe(true);
  }
  const climbing = trendOf(looks.map((at) => ({ at, value: 600 + 15 * at + saw(at, 2) })));
  expect(isLevel(climbing, 30)).toBe(false);
});
