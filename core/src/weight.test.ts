import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Exact, exact, plain } from "./quantity.ts";
import { settle } from "./scorer-rounding.ts";
import { effectivePoints, effectiveWeights } from "./weight.ts";

describe("effective points", () => {
  it("keep what 4 decimals would lose: 10 in three equal parts are 10 again", () => {
    expect(effectivePoints("10", ["1", "1", "1"])).toEqual(["3.3333", "3.3333", "3.3333"]);
    const sum = effectiveWeights("10", ["1", "1", "1"]).reduce((all: Exact, one) => all.plus(one ?? 0), exact(0));
    expect(plain(settle(sum))).toBe("10");
  });
  it("of a criterion with no relative weight are 0, and its group loses nothing", () => {
    expect(effectivePoints("15", ["0", "2", "1"])).toEqual(["0.0000", "10.0000", "5.0000"]);
  });
  it("make up the group, whoever is missing, and keep the relations of those that are there", () => {
    const relative = fc.option(fc.integer({ min: 1, max: 999 }).map(String));
    fc.assert(
      fc.property(
        fc.array(relative, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 100 }),
        (all, group) => {
          const found = effectiveWeights(String(group), all);
          const sum = found.reduce((total: Exact, one) => total.plus(one ?? 0), exact(0));
          expect(plain(settle(sum))).toBe(all.every((one) => one === null) ? "0" : String(group));
          expect(found.map((one) => one === null)).toEqual(all.map((one) => one === null));
          const [a, b] = all.flatMap((one, at) => (one === null ? [] : [{ relative: one, points: found[at] ?? null }]));
          if (a === undefined || b === undefined) return;
          const crossed = [a.points?.times(b.relative), b.points?.times(a.relative)];
          expect(settle(crossed[0] ?? exact(1)).eq(settle(crossed[1] ?? exact(2)))).toBe(true);
        },
      ),
    );
  });
});
