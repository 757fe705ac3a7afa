import { describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { exampleCheck, exampleRelation, exampleTerm } from "./check-example.ts";
import { type KnownIndicators, validateCheck } from "./check-validate.ts";

const known: KnownIndicators = new Map([
  ["output", { unit: "亿元", measure: "flow" }],
  ["revenue", { unit: "亿元", measure: "flow" }],
  ["budget", { unit: "万元", measure: "flow" }],
  ["share", { unit: "%", measure: "ratio", numerator: "revenue", denominator: "output" }],
  ["of-city", { unit: "%", measure: "ratio", numerator: "output", denominator: "output" }],
  ["density", { unit: "件/万人", measure: "ratio", numerator: "firms", denominator: "output" }],
  ["firms", { unit: "家", measure: "stock" }],
  ["park", { unit: "", measure: "milestone" }],
]);
const range = { kind: "range", min: "0", minInclusive: true, max: null, maxInclusive: true } as const;
const swing = { kind: "swing", against: "previous", percent: "30" } as const;
const parts = { kind: "parts", tolerance: "0" } as const;
const relation = exampleRelation({ left: [exampleTerm("output")], right: [exampleTerm("revenue")] });
const left = (...terms: readonly ReturnType<typeof exampleTerm>[]) => ({ rule: { ...relation, left: [...terms] } });

describe("a check that may be used", () => {
  it.each<[string, Partial<Check>]>([
    ["not below zero, for every line", { rule: range }],
    [
      "a bound with a unit, for lines of that unit",
      { indicators: ["output", "revenue"], rule: { ...range, min: "5" } },
    ],
    ["one single value", { indicators: ["share"], rule: { ...range, min: "5", max: "5" } }],
    ["a soft swing", { indicators: ["output"], rule: swing }],
    ["an answer on a milestone", { indicators: ["park"], rule: { kind: "required", accepts: [] } }],
    ["a relation of one unit", { severity: "hard", rule: relation }],
    ["a factor to the common unit", left(exampleTerm("budget", "0.0001"))],
    ["a flow's total of the year", left(exampleTerm("output year-to-date"))],
    ["the same indicator at two moments", left(exampleTerm("revenue previous"))],
    ["a share against its parts", { severity: "hard", indicators: ["share"], rule: parts }],
    ["every share against its parts", { rule: { ...parts, tolerance: "0.1" } }],
  ])("%s", (_name, own) => expect(validateCheck(exampleCheck(own), known)).toEqual([]));
});

describe("a check that may not be used", () => {
  it.each<[string, Partial<Check>, string]>([
    ["an unknown line", { indicators: ["outptu"], rule: range }, "indicators.0 unknown-indicator"],
    ["a line twice", { indicators: ["share", "share"], rule: range }, "indicators.1 repeated-indicator"],
    ["parts of what has none", { indicators: ["share", "output"], rule: parts }, "indicators.1 no-parts"],
    ["parts in two units", { indicators: ["density"], rule: parts }, "indicators.0 no-parts"],
    ["parts of two areas", { indicators: ["of-city"], rule: parts }, "indicators.0 no-parts"],
    ["a tolerance below zero", { rule: { ...parts, tolerance: "-0.1" } }, "rule.tolerance negative-tolerance"],
    ["a milestone's number", { indicators: ["park"], rule: range }, "indicators.0 no-number"],
    ["a range without bounds", { rule: { ...range, min: null } }, "rule unbounded-range"],
    ["min over max", { indicators: ["share"], rule: { ...range, min: "9", max: "8.9" } }, "rule.max empty-range"],
    [
      "a range without a value",
      { indicators: ["share"], rule: { ...range, min: "9", max: "9", minInclusive: false } },
      "rule.max empty-range",
    ],
    [
      "a bound for two units",
      { indicators: ["share", "firms"], rule: { ...range, max: "100" } },
      "indicators mixed-units",
    ],
    ["a bound for all units", { rule: { ...range, max: "100" } }, "indicators mixed-units"],
    ["a swing that blocks", { severity: "hard", rule: swing }, "severity hard-swing"],
    [
      "another source that blocks",
      { severity: "hard", rule: { kind: "other-source", percent: "1" } },
      "severity hard-other-source",
    ],
    ["less than no swing", { rule: { ...swing, percent: "-1" } }, "rule.percent negative-percent"],
    ["a relation with lines beside", { indicators: ["output"], rule: relation }, "indicators indicators-of-relation"],
    ["an unknown term", left(exampleTerm("outptu")), "rule.left.0.indicator unknown-indicator"],
    ["a term of milestones", left(exampleTerm("park", "1")), "rule.left.0.indicator no-number"],
    ["two units", left(exampleTerm("output"), exampleTerm("budget")), "rule.left.1.indicator mixed-units"],
    ["a term twice on one side", left(exampleTerm("output"), exampleTerm("2 output")), "rule.left.1 repeated-term"],
    ["a term on both sides", left(exampleTerm("revenue")), "rule.right.0 repeated-term"],
    ["a coefficient of 0", left(exampleTerm("0.0 output")), "rule.left.0.coefficient zero-coefficient"],
    ["a factor of 0", left(exampleTerm("budget", "0")), "rule.left.0.unitFactor non-positive-factor"],
    ["a stock's total of the year", left(exampleTerm("firms year-to-date", "1")), "rule.left.0.moment not-additive"],
    [
      "nothing of this period",
      { rule: { ...relation, left: [exampleTerm("output previous")], right: [] } },
      "rule.left no-reported-term",
    ],
    ["only factors", { rule: { ...relation, left: [exampleTerm("output", "1")], right: [] } }, "rule no-common-unit"],
    [
      "a tolerance below zero",
      { rule: { ...relation, tolerance: { kind: "relative", value: "-0.1" } } },
      "rule.tolerance.value negative-tolerance",
    ],
  ])("%s", (_name, own, expected) => {
    const faults = validateCheck(exampleCheck(own), known).map(({ path, reason }) => `${path} ${reason}`);
    expect(faults).toEqual([expected]);
  });
  it("says everything at once", () => {
    const rule = exampleRelation({
      left: [exampleTerm("0 nothing")],
      right: [exampleTerm("revenue")],
      tolerance: { kind: "absolute", value: "-1" },
    });
    expect(validateCheck(exampleCheck({ indicators: ["share"], rule }), known)).toHaveLength(4);
  });
});
