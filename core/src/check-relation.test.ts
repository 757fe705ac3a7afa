import { describe, expect, it } from "vitest";
import type { RelationRule } from "./check.ts";
import { exampleCheck, exampleInput, exampleRelation, exampleTerm } from "./check-example.ts";
import { runChecks } from "./check-run.ts";

type Typed = Parameters<typeof exampleInput>[0];
type Given = Parameters<typeof exampleInput>[1];

function relate(own: Partial<RelationRule>, typed: Typed, given: Given = {}) {
  const check = exampleCheck({ severity: "hard", rule: exampleRelation(own) });
  return runChecks([check], exampleInput(typed, given));
}

const total = { left: [exampleTerm("total")], right: ["a", "b", "c"].map((name) => exampleTerm(name)) };

describe("total = Σ parts", () => {
  it.each([
    [{ total: "0.3", a: "0.1", b: "0.2", c: "0" }, true],
    [{ total: "1829.84", a: "1000.50", b: "829.34", c: "0.000000" }, true],
    [{ total: "1829.84", a: "1000.50", b: "829.34", c: "0.000001" }, false],
    [{ total: "3", a: "1", b: "2", c: "not-applicable" }, true],
    [{ total: "3", a: "1", b: "1", c: "not-applicable" }, false],
  ])("%j: %s", (typed, isHeld) => {
    const { findings, checked } = relate(total, typed);
    expect([findings.length, checked]).toEqual([isHeld ? 0 : 1, 1]);
  });
  it("shows both sides, what they differ by, and the terms at every line that takes part", () => {
    const { findings } = relate(total, { total: "10", a: "4", b: "3.5", c: "not-applicable", other: "1" });
    expect(findings).toMatchObject([
      { indicators: ["a", "b", "c", "total"], actual: "10", comparator: "=", expected: "7.5", deviation: "2.5" },
    ]);
    expect(findings[0]?.terms.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["total", "10"],
      ["a", "4"],
      ["b", "3.5"],
      ["c", null],
    ]);
  });
  it.each([
    ["a blank part", { total: "3", a: "1", b: "2", c: null }, "missing-term", ["c"]],
    ["a part not reported", { total: "3", a: "not-reported", b: "2", c: null }, "missing-term", ["a", "c"]],
    ["a part that is not asked for", { total: "3", a: "1", b: "2" }, "not-in-report", ["c"]],
    ["a total that does not apply", { total: "not-applicable", a: "1", b: "2", c: "0" }, "not-applicable", []],
  ])("is not checked with %s", (_name, typed, reason, missing) => {
    const result = relate(total, typed);
    expect(result).toMatchObject({ findings: [], checked: 0, notChecked: [{ reason }] });
    expect(result.notChecked[0]?.missing.map(({ indicator }) => indicator)).toEqual(missing);
  });
  it("is passed over by a report that none of its lines is in", () => {
    expect(relate(total, { other: "1" })).toEqual({ findings: [], notChecked: [], checked: 0 });
  });
});

describe("comparators and tolerance", () => {
  const sides = { left: [exampleTerm("a")], right: [exampleTerm("b")] };
  // relative: 5 % of the larger side, 100, is 5
  it.each([
    ["95", "=", "100", "relative", "5", true],
    ["94.999999", "=", "100", "relative", "5", false],
    ["100", "=", "95", "relative", "5", true],
    ["100.5", "=", "100", "absolute", "0.5", true],
    ["100.6", "=", "100", "absolute", "0.5", false],
    ["100", "<=", "100", "absolute", "0", true],
    ["100.1", "<=", "100", "absolute", "0", false],
    ["100.1", "<=", "100", "absolute", "0.1", true],
    ["99.9", ">=", "100", "absolute", "0", false],
    ["99.9", ">=", "100", "absolute", "0.1", true],
    ["100", "<", "100", "absolute", "0", false],
    ["99", "<", "100", "absolute", "0", true],
    ["100", ">", "100", "absolute", "0", false],
    ["100.1", ">", "100", "absolute", "0", true],
    ["-5", "<=", "-4", "relative", "0", true],
    ["0", "=", "0", "relative", "0", true],
  ] as const)("%s %s %s give or take %s %s: %s", (a, comparator, b, kind, value, isHeld) => {
    const { findings } = relate({ ...sides, comparator, tolerance: { kind, value } }, { a, b });
    expect(findings.length === 0).toBe(isHeld);
  });
});

describe("terms", () => {
  it.each([
    ["12", "12", true],
    ["11", "12", false],
  ])("a cumulative count of %s after %s may not fall: %s", (now, before, isHeld) => {
    const rule: Partial<RelationRule> = {
      left: [exampleTerm("n")],
      comparator: ">=",
      right: [exampleTerm("n previous")],
    };
    const given = { previous: new Map([["n", before]]) };
    expect(relate(rule, { n: now }, given).findings.length === 0).toBe(isHeld);
  });
  // 30 + 12.5 = 42.5 this year, against 40 by the same period last year
  it("the year's total has this period in it, and keeps what a line had before it no longer applied", () => {
    const rule: Partial<RelationRule> = { left: [exampleTerm("n year-to-date")], comparator: "<=", constant: "40" };
    const given = { earlierThisYear: new Map([["n", "30"]]) };
    expect(relate(rule, { n: "12.5" }, given).findings).toMatchObject([{ actual: "42.5", deviation: "2.5" }]);
    expect(relate(rule, { n: "not-applicable" }, given)).toMatchObject({ findings: [], checked: 1 });
    expect(relate(rule, { n: "12.5" }).notChecked).toMatchObject([
      { reason: "missing-term", missing: [{ indicator: "n", moment: "year-to-date" }] },
    ]);
  });
  // 5000 万元 × 0.0001 = 0.5 亿元; 2 × 0.5 = 1
  it("carry a coefficient and a factor to the relation's unit", () => {
    const rule = { left: [exampleTerm("a")], right: [exampleTerm("2 b", "0.0001")] };
    expect(relate(rule, { a: "1", b: "5000" })).toMatchObject({ findings: [], checked: 1 });
    expect(relate(rule, { a: "1", b: "5001" }).findings).toMatchObject([{ expected: "1.0002" }]);
  });
  it("of the same period last year are missing, not zero, where there is none", () => {
    const rule: Partial<RelationRule> = {
      left: [exampleTerm("n")],
      comparator: ">=",
      right: [exampleTerm("n same-period")],
    };
    expect(relate(rule, { n: "1" }).notChecked).toMatchObject([
      { reason: "missing-term", missing: [{ indicator: "n", moment: "same-period" }] },
    ]);
    expect(relate(rule, { n: "1" }, { samePeriod: new Map([["n", "2"]]) }).findings).toHaveLength(1);
  });
});
