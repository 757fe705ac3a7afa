import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Exact, exact, plain, type RoundingMode, roundingModes } from "./quantity.ts";
import { roundPoints } from "./scorer-rounding.ts";
import { prepareScorer, ScorerConfig, type ScorerInputs } from "./scorer-run.ts";
import { effectiveWeights } from "./weight.ts";

const open = { type: "completion", cap: "999" };

function points(scorer: object, weight: Exact, inputs: ScorerInputs): Exact {
  const outcome = prepareScorer(ScorerConfig.parse(scorer), weight).score(inputs);
  if (outcome.kind === "pool" || outcome.scored.points === null) throw new Error("no points");
  return outcome.scored.points;
}

const both = (value: Exact, scale = 2): string[] => roundingModes.map((mode) => roundPoints(value, { mode, scale }));

describe("an exact tie", () => {
  it("stays one where the rate has no end: 3 × 0.845 ÷ 3", () => {
    expect(both(points(open, exact(3), { actual: "0.845", target: "3" }))).toEqual(["0.85", "0.84"]);
  });
  it("stays one where the weight has no end: 100 ÷ 3 × 0.30015 is 10.005", () => {
    expect(both(points(open, exact(100).div(3), { actual: "0.30015", target: "1" }))).toEqual(["10.01", "10.00"]);
  });
  it("is none where a little is missing or over", () => {
    const half = (actual: string) => both(points(open, exact(1), { actual, target: "1" }))[1];
    expect(["0.124999", "0.125", "0.125001", "0.135"].map(half)).toEqual(["0.12", "0.12", "0.13", "0.14"]);
  });
  it("moves away from zero, or to the even digit, under zero as well", () => {
    const loss = { type: "benchmark-ratio" };
    expect(both(points(loss, exact(1), { value: "-2.345", benchmark: "1" }))).toEqual(["-2.35", "-2.34"]);
    expect(both(points(loss, exact(1), { value: "-0.004", benchmark: "1" }))).toEqual(["0.00", "0.00"]);
  });
});

it("0.1 and 0.2 are 0.3", () => {
  const parts = [
    { share: "0.1", of: "a" },
    { share: "0.9", of: "b" },
  ];
  expect(plain(points({ type: "composite", parts }, exact(1), { a: "1", b: "0", bonus: "0.2" }))).toBe("0.3");
});

/** num ÷ den to 2 decimals by whole numbers alone: what rounding must give, worked out another way. */
function roundWhole(num: bigint, den: bigint, mode: RoundingMode): string {
  const [whole, rest] = [(num * 100n) / den, (num * 100n) % den];
  const isUp = rest * 2n > den || (rest * 2n === den && (mode === "half-up" || whole % 2n === 1n));
  const digits = String(whole + (isUp ? 1n : 0n)).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

it("agrees with whole numbers, whatever the weight is a quotient of and the rate too", () => {
  const small = fc.bigInt({ min: 1n, max: 400n });
  const cents = (value: bigint): string => plain(exact(String(value)).div(100));
  fc.assert(
    fc.property(small, small, small, small, small, (group, own, other, actual, target) => {
      const [weight] = effectiveWeights(cents(group), [cents(own), cents(other)]);
      const value = points(open, weight ?? exact(0), { actual: cents(actual), target: cents(target) });
      const expected = roundingModes.map((mode) =>
        roundWhole(group * own * actual, 100n * (own + other) * target, mode),
      );
      expect(both(value)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});
