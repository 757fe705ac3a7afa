import { expect, it } from "vitest";
import { byPool, dotAt, lastPlace, scoredCriteria } from "./ranking.ts";
import type { Result } from "./request.ts";

const result = (area: string, pool: string, more: Partial<Result> = {}): Result => ({
  ...{ area: { code: area, name: area }, type: { code: "park", name: "" }, pool: { code: pool, name: pool } },
  ...{ total: null, fullMark: null, adjustment: null, grade: null, rank: null, ranked: null, tied: false },
  ...{ lastRank: null, places: null, eligible: null, locked: false, notes: [], points: null, hidden: [] },
  ...more,
});

it("results stand by pool, each in the order as it came", () => {
  const pools = byPool([result("a", "x"), result("b", "y"), result("c", "x")]);
  expect(pools.map(({ pool, rows }) => [pool.code, rows.map(({ area }) => area.code)])).toEqual([
    ["x", ["a", "c"]],
    ["y", ["b"]],
  ]);
});

it("a criterion of which nobody's points may be seen has no column", () => {
  const criterion = (code: string) => ({
    code,
    name: code,
    weight: "1",
    counted: true,
    group: { code: "g", name: "g" },
  });
  const items = [result("a", "x", { points: { rd: "9.50", firms: null } }), result("b", "x")];
  const shown = scoredCriteria({ criteria: [criterion("rd"), criterion("firms"), criterion("talent")], items });
  expect(shown.map(({ code }) => code)).toEqual(["rd", "firms"]);
});

it.each([
  [1, 6, 96],
  [6, 6, 4],
  [2, 3, 50],
  [1, 1, 96],
])("place %i of %i stands at %i percent", (place, last, at) => {
  expect(dotAt(place, last)).toBe(at);
});

it("the line is long enough for last year's place", () => {
  expect(lastPlace([result("a", "x", { rank: 2, lastRank: 7, ranked: 6 })])).toBe(7);
  expect(lastPlace([result("a", "x")])).toBe(1);
});
