import { describe, expect, it } from "vitest";
import { exampleCheck, exampleInput } from "./check-example.ts";
import { runChecks } from "./check-run.ts";
import type { Qualifier } from "./observation.ts";

const codes = (result: ReturnType<typeof runChecks>): string[] => result.findings.map(({ code }) => code);
const reasons = (result: ReturnType<typeof runChecks>): string[] => result.notChecked.map(({ reason }) => reason);

describe("a range", () => {
  const share = { kind: "range", min: "0", minInclusive: true, max: "100", maxInclusive: false } as const;
  it.each([
    ["0", []],
    ["-0.000001", ["below-min"]],
    ["99.999999", []],
    ["100", ["above-max"]],
    ["100.0", ["above-max"]],
    ["1e3", []],
    [null, []],
    ["not-applicable", []],
  ])("of 0 to under 100 on %s finds %j", (typed, found) => {
    expect(codes(runChecks([exampleCheck({ rule: share })], exampleInput({ a: typed })))).toEqual(found);
  });
  it("says what should have held", () => {
    const check = exampleCheck({ severity: "hard", rule: { ...share, min: "12.50", minInclusive: false } });
    expect(runChecks([check], exampleInput({ a: "12.5" })).findings).toMatchObject([
      { check: "K", severity: "hard", indicators: ["a"], actual: "12.5", comparator: ">", expected: "12.5" },
    ]);
  });
  it("leaves open what has no bound", () => {
    const open = { kind: "range", min: null, minInclusive: true, max: "5", maxInclusive: true } as const;
    expect(codes(runChecks([exampleCheck({ rule: open })], exampleInput({ a: "-9999999999999", b: "5" })))).toEqual([]);
  });
});

describe("an answer", () => {
  it.each([
    ["0", ["not-applicable"], []],
    [null, ["not-applicable", "not-reported"], ["no-answer"]],
    ["12.", ["not-applicable"], ["no-answer"]],
    ["not-applicable", ["not-applicable"], []],
    ["not-reported", ["not-applicable"], ["state-not-accepted"]],
    ["not-reported", ["not-reported"], []],
  ] as const)("%s where %j is accepted: %j", (typed, accepts, found) => {
    const check = exampleCheck({ rule: { kind: "required", accepts: [...accepts] } });
    expect(codes(runChecks([check], exampleInput({ a: typed })))).toEqual(found);
  });
});

describe("a swing of over 30 percent", () => {
  const check = exampleCheck({ rule: { kind: "swing", against: "same-period", percent: "30" } });
  // 130 ÷ 100 − 1 = 30 %; 65 ÷ 100 − 1 = −35 %; −140 against −100 fell by 40 %; 3.9001 ÷ 3 − 1 = 30.0033… %
  it.each([
    ["130", "100", []],
    ["70", "100", []],
    ["131", "100", [["swing", "31.00"]]],
    ["65", "100", [["swing", "-35.00"]]],
    ["-140", "-100", [["swing", "-40.00"]]],
    ["-129", "-100", []],
    ["3.9001", "3", [["swing", "30.003333"]]],
    ["0.3", "0.1", [["swing", "200.00"]]],
    ["0", "5", [["swing", "-100.00"]]],
    ["5", "0", [["swing-from-zero", null]]],
    ["0", "0", []],
  ])("%s against %s finds %j", (typed, reference, found) => {
    const { findings } = runChecks([check], exampleInput({ a: typed }, { samePeriod: new Map([["a", reference]]) }));
    expect(findings.map(({ code, deviation }) => [code, deviation])).toEqual(found);
  });
  it("is measured against the period that it names, and not at all without it", () => {
    const references = { previous: new Map([["a", "10"]]) };
    expect(reasons(runChecks([check], exampleInput({ a: "100" }, references)))).toEqual(["no-reference"]);
    const previous = exampleCheck({ rule: { kind: "swing", against: "previous", percent: "30" } });
    expect(codes(runChecks([previous], exampleInput({ a: "100" }, references)))).toEqual(["swing"]);
  });
  it.each([
    [null, "no-value"],
    ["not-reported", "no-value"],
    ["not-applicable", "not-applicable"],
  ])("is not checked on %s: %s", (typed, reason) => {
    const input = exampleInput({ a: typed }, { samePeriod: new Map([["a", "1"]]) });
    expect(runChecks([check], input)).toMatchObject({ findings: [], checked: 0, notChecked: [{ reason }] });
  });
});

describe("another source", () => {
  const compare = (typed: string, published: readonly (readonly [Qualifier, string])[], percent: string) => {
    const figures = published.map(([qualifier, value]) => ({ qualifier, value, source: `公报 ${value}` }));
    const check = exampleCheck({ rule: { kind: "other-source", percent } });
    return runChecks([check], exampleInput({ a: typed }, { published: new Map([["a", figures]]) }));
  };
  // 1900 ÷ 1829.84 − 1 = 3.834… %; 1829.84 rounds to the 1829.8 that is printed
  it.each([
    ["1829.84", "=", "1829.84", "0", []],
    ["1829.84", "=", "1829.8", "0", []],
    ["1829.86", "=", "1829.8", "0", ["differs-from-source"]],
    ["1900", "=", "1829.84", "1", ["differs-from-source"]],
    ["1900", "=", "1829.84", "4", []],
    ["3200", ">", "3000", "0", []],
    ["2900", ">", "3000", "1", ["differs-from-source"]],
    ["2990", ">", "3000", "1", []],
    ["3200", "<=", "3000", "1", ["differs-from-source"]],
    ["1", "=", "0", "50", ["source-is-zero"]],
    ["0", "=", "0", "0", []],
  ] as const)("%s against %s %s give or take %s %% finds %j", (typed, qualifier, value, percent, found) => {
    expect(codes(compare(typed, [[qualifier, value]], percent))).toEqual(found);
  });
  it("names every source that differs, and no other", () => {
    const { findings } = compare(
      "280",
      [
        ["=", "300"],
        ["=", "280"],
        ["=", "325"],
      ],
      "0",
    );
    expect(findings.map(({ source, deviation }) => [source, deviation])).toEqual([
      ["公报 300", "-6.67"],
      ["公报 325", "-13.85"],
    ]);
  });
  it("is not checked where nothing exact is published", () => {
    expect(reasons(compare("280", [], "0"))).toEqual(["no-other-source"]);
    expect(reasons(compare("280", [["~", "300"]], "0"))).toEqual(["no-other-source"]);
  });
});
