import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalQuantity, compareQuantity, exact, isQuantity, plain, roundTo, sumQuantity } from "./quantity.ts";

describe("quantities", () => {
  it.each([
    ["0", true],
    ["-1.5", true],
    ["1829.84", true],
    ["9999999999999.999999", true],
    ["1.2345678", false],
    ["1e3", false],
    ["１２", false],
    ["1,000", false],
    ["", false],
    ["NaN", false],
    [".5", false],
    ["+1", false],
  ])("%j: %s", (text, is) => expect(isQuantity(text)).toBe(is));
  it.each([
    ["007.50", "7.5"],
    ["-0", "0"],
    ["10.0", "10"],
    ["-0.000001", "-0.000001"],
  ])("%s is written %s", (text, code) => expect(canonicalQuantity(text)).toBe(code));
  it.each([
    // 四舍五入 and 五成双 on −2.345 (GB/T 8170): case RND--2.345
    ["-2.345", 2, "half-up", "-2.35"],
    ["-2.345", 2, "half-even", "-2.34"],
    ["2.335", 2, "half-even", "2.34"],
    ["-0.004", 2, "half-up", "0.00"],
    ["9.3333333333", 2, "half-up", "9.33"],
  ] as const)("%s to %i decimals, %s: %s", (value, decimals, mode, rounded) => {
    expect(roundTo(value, decimals, mode)).toBe(rounded);
  });
  it("decides a grade once: raw 59.995 fails the line 60, rounded it passes (case RND-GRADE)", () => {
    expect(compareQuantity("59.995", "60")).toBeLessThan(0);
    expect(compareQuantity(roundTo("59.995", 2), "60")).toBe(0);
  });
  it("adds exactly where floating point does not", () => {
    expect(sumQuantity(["0.1", "0.2"])).toBe("0.3");
    expect(sumQuantity(["9007199254741", "0.000001"])).toBe("9007199254741.000001");
    expect(sumQuantity([])).toBe("0");
  });
  const quantity = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, part]) => canonicalQuantity(`${whole}.${String(part).padStart(6, "0")}`));
  it("comes back from its own text, and adding and taking away changes nothing", () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        expect(canonicalQuantity(a)).toBe(a);
        expect(plain(exact(a).plus(b).minus(b))).toBe(a);
        expect(compareQuantity(a, b) + compareQuantity(b, a)).toBe(0);
      }),
    );
  });
});
