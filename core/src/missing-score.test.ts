import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MissingPolicy, type MissingScore, missingPolicies, settleMissing } from "./missing-score.ts";
import { exact, plain } from "./quantity.ts";
import { roundPoints } from "./scorer-rounding.ts";

const settle = (policy: MissingPolicy, pool: string[], lastYear: string | null = null): MissingScore =>
  settleMissing(policy, { pool: pool.map(exact), lastYear: lastYear === null ? null : exact(lastYear) });
const said = (score: MissingScore) => (score.kind === "points" ? plain(score.points) : score);

describe("an area without points", () => {
  it.each<[MissingPolicy, unknown]>([
    ["zero", "0"],
    ["group-mean", "7.5"],
    ["redistribute", { kind: "redistributed" }],
    ["carry", "8.25"],
    ["not-applicable", { kind: "excluded" }],
  ])("by %s beside 6 and 9, with 8.25 last year: %j", (policy, expected) => {
    expect(said(settle(policy, ["6", "9"], "8.25"))).toEqual(expected);
  });
  it("is not given 0 where a policy has nothing to go by", () => {
    expect(settle("group-mean", [], "8")).toEqual({ kind: "unsettled", reason: "nobody-scored" });
    expect(settle("carry", ["6", "9"])).toEqual({ kind: "unsettled", reason: "no-points-last-year" });
  });
  it("gets a mean that is rounded only at the end: (0.1 + 0.2 + 0.7) ÷ 3", () => {
    const score = settle("group-mean", ["0.1", "0.2", "0.7"]);
    if (score.kind !== "points") throw new Error(score.kind);
    expect(roundPoints(score.points.times(3), { mode: "half-up", scale: 6 })).toBe("1.000000");
  });
});

it("points in place of a score lie within the pool's, whatever its order", () => {
  const points = fc.array(fc.integer({ min: -10_000, max: 10_000 }).map(String), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...missingPolicies), points, (policy, pool) => {
      const [one, other] = [settle(policy, pool, pool[0]), settle(policy, pool.toReversed(), pool[0])];
      expect(said(one)).toEqual(said(other));
      if (one.kind !== "points" || policy === "zero") return;
      const sorted = pool.map(exact).toSorted((a, b) => a.comparedTo(b));
      expect(one.points.gte(sorted[0] ?? 0)).toBe(true);
      expect(one.points.lte(sorted.at(-1) ?? 0)).toBe(true);
    }),
  );
});
