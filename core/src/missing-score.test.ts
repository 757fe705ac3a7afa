import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MissingPolicy, type MissingScore, missingPolicies, settleMissing } from "./missing-score.ts";
import { exact, plain } from "./quantity.ts";
import { roundPoints } from "./scorer-rounding.ts";

interface Given {
  /** Shares of the others. */
  readonly pool?: readonly string[];
  readonly last?: readonly [points: string, weight: string | null];
  readonly weight?: string;
  readonly isOpen?: boolean;
}
const settle = (policy: MissingPolicy, { pool = [], last, weight = "10", isOpen = false }: Given): MissingScore =>
  settleMissing(policy, {
    ...{ pool: pool.map(exact), weight: exact(weight), isOpen },
    lastYear: last === undefined ? null : { points: exact(last[0]), weight: last[1] === null ? null : exact(last[1]) },
  });
const said = (score: MissingScore) => {
  if (score.kind === "share") return `share ${plain(score.share)}`;
  if (score.kind === "points") return `points ${plain(score.points)}`;
  return score.kind === "unsettled" ? score.reason : score.kind;
};

describe("an area without points", () => {
  const given: Given = { pool: ["0.6", "0.9"], last: ["8.25", "10"] };
  it.each<[MissingPolicy, unknown]>([
    ["zero", "share 0"],
    ["group-mean", "share 0.75"],
    ["redistribute", "redistributed"],
    ["carry", "share 0.825"],
    ["not-applicable", "excluded"],
  ])("by %s beside shares of 0.6 and 0.9, with 8.25 of 10 last year: %s", (policy, expected) => {
    expect(said(settle(policy, given))).toBe(expected);
  });
  it.each<[string, Given, string]>([
    ["8 of 8 is all of 5", { last: ["8", "8"], weight: "5" }, "share 1"],
    ["points of nobody knows what fit into the weight", { last: ["4.5", null], weight: "5" }, "points 4.5"],
    ["or they do not", { last: ["8", null], weight: "5" }, "last-year-out-of-range"],
    [
      "not even by a rule that may give more",
      { last: ["8", null], weight: "5", isOpen: true },
      "last-year-out-of-range",
    ],
    ["a loss is none", { last: ["-1", null], weight: "5" }, "last-year-out-of-range"],
    ["12 of 10 by a rule that gives no more than 10", { last: ["12", "10"] }, "last-year-out-of-range"],
    ["12 of 10 by a rule with a bonus", { last: ["12", "10"], isOpen: true }, "share 1.2"],
    ["6.67 of 20 ÷ 3 is all of it", { last: ["6.67", "6.666666666666666666666666666667"], weight: "5" }, "share 1"],
    ["and what was rounded up to a weight", { last: ["6.67", null], weight: "6.666667" }, "points 6.666667"],
    ["6.68 of 20 ÷ 3 is too much", { last: ["6.68", "6.666666666666666666666666666667"] }, "last-year-out-of-range"],
    ["nothing to carry", { pool: ["0.6"] }, "no-points-last-year"],
  ])("carries last year's: %s", (_name, own, expected) => expect(said(settle("carry", own))).toBe(expected));
  it("is not given 0 where there is nobody to take the mean of", () => {
    expect(said(settle("group-mean", { last: ["8", "10"] }))).toBe("nobody-scored");
  });
  it("gets a mean that is rounded only at the end: (0.1 + 0.2 + 0.7) ÷ 3", () => {
    const score = settle("group-mean", { pool: ["0.1", "0.2", "0.7"] });
    if (score.kind !== "share") throw new Error(score.kind);
    expect(roundPoints(score.share.times(3), { mode: "half-up", scale: 6 })).toBe("1.000000");
  });
});

it("a share in place of a score lies within the pool's, whatever its order", () => {
  const shares = fc.array(
    fc.integer({ min: 0, max: 100 }).map((percent) => plain(exact(percent).div(100))),
    {
      ...{ minLength: 1, maxLength: 12 },
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(...missingPolicies), shares, (policy, pool) => {
      const last: Given["last"] = [pool[0] ?? "0", "1"];
      const [one, other] = [settle(policy, { pool, last }), settle(policy, { pool: pool.toReversed(), last })];
      expect(said(one)).toEqual(said(other));
      if (one.kind !== "share" || policy === "zero") return;
      const sorted = pool.map(exact).toSorted((a, b) => a.comparedTo(b));
      expect(one.share.gte(sorted[0] ?? 0)).toBe(true);
      expect(one.share.lte(sorted.at(-1) ?? 0)).toBe(true);
    }),
  );
});
