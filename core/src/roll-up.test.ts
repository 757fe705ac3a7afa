import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundTo } from "./quantity.ts";
import { type Contribution, growthOf, impliedShare, isSuppressed, pointsBetween, rollUp, shareOf } from "./roll-up.ts";
import { effectivePoints } from "./weight.ts";

const part = (area: string, own: Partial<Contribution>): Contribution => ({
  area,
  value: null,
  numerator: null,
  denominator: null,
  prior: null,
  enterprises: null,
  ...own,
});
const choice = { decimals: 2, openEnded: false };

describe("roll-up", () => {
  /** Case AGG-1: 3.00 %, 1.00 % and 5.00 % are 2.18 % together, not 3.00 %. */
  const intensity = [
    part("甲", { numerator: "12.0", denominator: "400" }),
    part("乙", { numerator: "3.0", denominator: "300" }),
    part("丙", { numerator: "0.5", denominator: "10" }),
  ];
  it("of ratios is the ratio of the sums", () => {
    expect(intensity.map(({ numerator, denominator }) => shareOf(numerator ?? "", denominator ?? "", 2).value)).toEqual(
      ["3.00", "1.00", "5.00"],
    );
    expect(rollUp(intensity, { ...choice, rollUp: "ratio-of-sums" })).toEqual({
      value: { value: "2.18", reason: null },
      covered: 3,
      members: 3,
    });
  });
  /** Case AGG-2: +10 %, −10 % and +100 % are 7.05 % from the sums. */
  const growing = [
    part("甲", { value: "110", prior: "100" }),
    part("乙", { value: "45", prior: "50" }),
    part("丙", { value: "12", prior: "6" }),
  ];
  it("of growth comes from the sums", () => {
    expect(growing.map(({ value, prior }) => growthOf(value ?? "", prior ?? "", 1).value)).toEqual([
      "10.0",
      "-10.0",
      "100.0",
    ]);
    expect(rollUp(growing, { ...choice, rollUp: "growth-of-sums" }).value.value).toBe("7.05");
  });
  it("adds what adds, and says how many of how many are there", () => {
    const parts = [part("a", { value: "1.5" }), part("b", {}), part("c", { value: "0" })];
    expect(rollUp(parts, { ...choice, rollUp: "sum" })).toEqual({
      value: { value: "1.5", reason: null },
      covered: 2,
      members: 3,
    });
    expect(rollUp(parts, { ...choice, rollUp: "sum", openEnded: true }).members).toBeNull();
  });
  it("counts an enterprise of two parks once", () => {
    const parts = [part("a", { enterprises: ["91A", "91B"] }), part("b", { enterprises: ["91B"] })];
    expect(rollUp(parts, { ...choice, rollUp: "union" }).value.value).toBe("2");
  });
  it("of nothing is missing, never 0; ranks never roll up", () => {
    for (const rule of ["sum", "union", "ratio-of-sums", "growth-of-sums"] as const) {
      expect(rollUp([part("a", {})], { ...choice, rollUp: rule })).toMatchObject({
        value: { value: null, reason: "no-actual" },
        covered: 0,
      });
    }
    expect(rollUp(growing, { ...choice, rollUp: "none" }).value.reason).toBe("not-applicable");
    expect(
      rollUp([part("a", { numerator: "1", denominator: "0" })], { ...choice, rollUp: "ratio-of-sums" }).value.reason,
    ).toBe("zero-denominator");
  });
  it("does not depend on the order of the members", () => {
    for (const rule of ["sum", "ratio-of-sums", "growth-of-sums"] as const) {
      const all = [...intensity, ...growing];
      const whole = rollUp(all, { ...choice, rollUp: rule });
      fc.assert(
        fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (parts) => {
          expect(rollUp(parts, { ...choice, rollUp: rule })).toEqual(whole);
        }),
      );
    }
  });
  it("is withheld under three enterprises", () => expect([2, 3].map(isSuppressed)).toEqual([true, false]));
});

describe("worked by hand", () => {
  it("RATIO-1: industrial value added 444.62 of 1829.84 is 24.30 %", () =>
    expect(shareOf("444.62", "1829.84", 2).value).toBe("24.30"));
  it("NEST-1: 12 % of 20 % is 2.40 %, 30 % of 30 % is 9.00 %", () => {
    expect([impliedShare("20", "12"), impliedShare("30", "30")]).toEqual(["2.40", "9.00"]);
  });
  it("CAL-1: 100 against 96 as printed is 4.17 %, against the comparable 92 8.70 %", () => {
    expect([growthOf("100", "96").value, growthOf("100", "92").value]).toEqual(["4.17", "8.70"]);
  });
  it("PP-1: 2.0 % → 2.2 % is 0.20 points, or 10.0 %", () => {
    expect(roundTo(pointsBetween("2.2", "2.0"), 2)).toBe("0.20");
    expect(growthOf("2.2", "2.0", 1).value).toBe("10.0");
  });
  it("PAT-1: 420 patents are 12.00 per 万人 of 35.0 residents and 21.00 of 20.0 employees", () => {
    expect([roundTo(String(420 / 35), 2), roundTo(String(420 / 20), 2)]).toEqual(["12.00", "21.00"]);
  });
  it("has no growth over nothing or over a loss", () => {
    expect(growthOf("1", "0").reason).toBe("zero-denominator");
    expect(growthOf("1", "-1").reason).toBe("not-applicable");
    expect(shareOf("1", "0", 2).reason).toBe("zero-denominator");
  });
});

describe("effective points", () => {
  it("W-1: 15 points by 0.8, 1.2, 1, 1", () => {
    expect(effectivePoints("15", ["0.8", "1.2", "1", "1"])).toEqual(["3.0000", "4.5000", "3.7500", "3.7500"]);
  });
  it("W-2: the second one missing, its share goes to the others", () => {
    expect(effectivePoints("15", ["0.8", null, "1", "1"])).toEqual(["4.2857", null, "5.3571", "5.3571"]);
    expect(effectivePoints("15", [null, "0"])).toEqual([null, null]);
  });
});
