import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceAbove, estimate, halfWidth } from "./estimate.ts";

const straight = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28];

describe("estimate", () => {
  it("is the value itself, without a spread, where nothing ever changed", () => {
    expect(estimate([7, 7, 7, 7, 7, 7], 5, { relative: true })).toEqual({ value: 7, deviation: 0, freedom: 2 });
  });
  it("is the mean of last value 28, straight line 34 and damped line 28 + 2 × (0.9 + 0.9² + 0.9³) on a straight line", () => {
    const { value } = estimate(straight, 3, { relative: false });
    expect(value).toBeGreaterThan(28);
    expect(value).toBeLessThan(34);
    expect(value).toBeCloseTo((28 + 34 + 32.9) / 3, 0);
  });
  it("spreads more with every step", () => {
    const wavy = straight.map((value, index) => value + (index % 3));
    const deviations = [1, 2, 3, 4, 5].map((steps) => estimate(wavy, steps, { relative: true }).deviation);
    expect(deviations.toSorted((a, b) => a - b)).toEqual(deviations);
    expect(new Set(deviations).size).toBe(5);
  });
  it("spreads with the size of the values where misses are relative", () => {
    const doubling = [1, 2, 3, 8, 10, 30, 50, 90, 200, 300];
    const [relative, absolute] = [true, false].map((one) => estimate(doubling, 1, { relative: one }).deviation);
    expect(relative).toBeGreaterThan(absolute ?? 0);
  });
});

describe("the spread", () => {
  it.each([
    [6, 1.44],
    [8, 1.397],
    [10, 1.372],
    [30, 1.31],
  ])("with %i degrees of freedom is Student's", (freedom, expected) => {
    const at = { value: 100, deviation: 1, freedom };
    expect(halfWidth(at, 0.8)).toBeCloseTo(expected, 1);
    expect(chanceAbove(at, 100 - halfWidth(at, 0.8))).toBeCloseTo(0.9, 2);
    expect(chanceAbove(at, 100 + halfWidth(at, 0.8))).toBeCloseTo(0.1, 2);
    expect(chanceAbove(at, 100)).toBeCloseTo(0.5, 2);
  });
});

const value = fc.oneof(
  fc.constantFrom(0, 1e-6, -1e-6, 1e13, -1e13),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e13, max: 1e13, noNaN: true }),
);
const values = fc.array(value, { minLength: 6, maxLength: 20 });

describe("whatever the values", () => {
  it("value and spread are finite", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 60 }), fc.boolean(), value, (all, steps, relative, limit) => {
        const at = estimate(all, steps, { relative });
        expect(at.value).toSatisfy(Number.isFinite);
        expect(at.deviation).toSatisfy(Number.isFinite);
        expect(halfWidth(at, 0.8)).toBeGreaterThanOrEqual(0);
        if (at.deviation === 0) return;
        expect(chanceAbove(at, limit)).toBeGreaterThanOrEqual(0);
        expect(chanceAbove(at, limit)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });
  it("another unit gives the same estimate", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 14 });
    fc.assert(
      fc.property(counts, fc.boolean(), (all, relative) => {
        const one = estimate(all, 4, { relative });
        const two = estimate(
          all.map((count) => count * 1024),
          4,
          { relative },
        );
        expect(two).toEqual({ ...one, value: one.value * 1024, deviation: one.deviation * 1024 });
      }),
    );
  });
});
