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
