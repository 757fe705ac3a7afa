import { describe, expect, it } from "vitest";
import { boundedInterval, intervalOf, isMet, type Limit } from "./met.ts";
import type { Qualifier } from "./observation.ts";
import type { Comparator } from "./target.ts";

const limit = (comparator: Comparator, value: string | null, own: Partial<Limit> = {}): Limit => ({
  comparator,
  value,
  valueMax: null,
  tolerance: null,
  direction: "up",
  ...own,
});

describe("met", () => {
  it.each([
    ["=", "20", "gte", "20", true],
    ["=", "19.999999", "gte", "20", false],
    ["=", "300", "gt", "300", false],
    ["=", "301", "gt", "300", true],
    ["=", "5", "lte", "5", true],
    ["=", "5.000001", "lte", "5", false],
    ["=", "5", "lt", "5", false],
    ["=", "4.999999", "lt", "5", true],
    [">=", "1000", "gt", "1000", null],
    [">", "1000", "gt", "1000", true],
    [">=", "1000", "gte", "1000", true],
    [">", "999", "gte", "1000", null],
    ["<", "1000", "gte", "1000", false],
    ["<=", "1000", "gte", "1000", null],
    ["<=", "1000", "gt", "1000", false],
    ["<=", "5", "lte", "5", true],
    ["<", "5", "lt", "5", true],
    [">", "5", "lte", "5", false],
    [">=", "5", "lte", "5", null],
    ["~", "5000", "gte", "20", null],
    ["=", "0", "gte", "0", true],
  ] as const)("%s%s against %s %s: %s", (qualifier: Qualifier, value, comparator: Comparator, goal, met) => {
    expect(isMet(intervalOf(value, qualifier), limit(comparator, goal))).toBe(met);
  });

  it.each([
    ["10", true],
    ["15", true],
    ["20", true],
    ["9.999999", false],
    ["20.000001", false],
  ])("between 10 and 20, inclusive: %s is %s", (value, met) => {
    expect(isMet(intervalOf(value, "="), limit("between", "10", { valueMax: "20" }))).toBe(met);
  });
  it("between is undecided for a bound that may lie on either side, and false outside", () => {
    const band = limit("between", "10", { valueMax: "20" });
    expect(isMet(intervalOf("15", ">"), band)).toBeNull();
    expect(isMet(intervalOf("20", ">"), band)).toBe(false);
    expect(isMet(intervalOf("15", "="), limit("between", "10"))).toBeNull();
  });

  it.each([
    ["70", null, true],
    ["69", null, null],
    ["69", "2", true],
    ["68", "2", true],
    ["67.999999", "2", false],
  ])("约 70: %s with tolerance %s is %s", (value, tolerance, met) => {
    expect(isMet(intervalOf(value, "="), limit("approx", "70", { tolerance }))).toBe(met);
  });
  it("约 downwards is one-sided the other way", () => {
    expect(isMet(intervalOf("71", "="), limit("approx", "70", { tolerance: "2", direction: "down" }))).toBe(true);
    expect(isMet(intervalOf("73", "="), limit("approx", "70", { tolerance: "2", direction: "down" }))).toBe(false);
  });
  it.each(["trend", "judgement", "all", "milestone"] as const)("%s is not for numbers", (comparator) => {
    expect(isMet(intervalOf("1", "="), limit(comparator, "1"))).toBeNull();
  });
  it("no value, no verdict", () => expect(isMet(intervalOf("1", "="), limit("gte", null))).toBeNull());

  it("a figure that can only be smaller is below, never above", () => {
    expect(isMet(boundedInterval(intervalOf("10.8", "="), "<="), limit("gte", "20"))).toBe(false);
    expect(isMet(boundedInterval(intervalOf("21", "="), "<="), limit("gte", "20"))).toBeNull();
    expect(isMet(boundedInterval(intervalOf("21", "="), ">="), limit("gte", "20"))).toBe(true);
  });
});
