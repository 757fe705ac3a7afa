import { describe, expect, it } from "vitest";
import { Check } from "./check.ts";
import { exampleCheck, exampleInput, exampleLine, exampleRelation, exampleTerm } from "./check-example.ts";
import { blocksSubmission, runChecks } from "./check-run.ts";

const atLeastZero = exampleCheck({
  code: "zero",
  severity: "hard",
  rule: { kind: "range", min: "0", minInclusive: true, max: null, maxInclusive: false },
});
const swing = exampleCheck({ code: "swing", rule: { kind: "swing", against: "previous", percent: "30" } });
const answer = exampleCheck({ code: "answer", severity: "hard", rule: { kind: "required", accepts: [] } });

describe("all checks of a report", () => {
  it("give all findings at once, by line and then by check", () => {
    const previous = new Map([
      ["a", "1"],
      ["b", "1"],
    ]);
    const { findings, checked } = runChecks(
      [swing, answer, atLeastZero],
      exampleInput({ c: null, b: "-9", a: "2" }, { previous }),
    );
    expect(findings.map(({ indicators, check }) => [...indicators, check])).toEqual([
      ["a", "swing"],
      ["b", "swing"],
      ["b", "zero"],
      ["c", "answer"],
    ]);
    // three answers, two ranges, two swings
    expect(checked).toBe(7);
  });
  it("keep to the lines that a check names, and leave out the inactive", () => {
    const input = exampleInput({ a: "-1", b: "-1" });
    expect(runChecks([{ ...atLeastZero, indicators: ["b", "z"] }], input).findings).toMatchObject([
      { indicators: ["b"] },
    ]);
    expect(runChecks([{ ...atLeastZero, active: false }], input)).toEqual({ findings: [], notChecked: [], checked: 0 });
  });
});

describe("a submission", () => {
  const run = (explanation: string | null, severity: "hard" | "soft") => {
    const lines = new Map([["a", exampleLine("10", explanation)]]);
    const rule = { ...atLeastZero, severity, rule: { ...atLeastZero.rule, min: "11" } };
    return runChecks([rule], { ...exampleInput({}), lines }).findings;
  };
  it.each([
    ["soft", null, true],
    ["soft", "  ", true],
    ["soft", "停产检修", false],
    ["hard", null, true],
    ["hard", "停产检修", true],
  ] as const)("with a %s finding explained by %j is blocked: %s", (severity, explanation, isBlocked) => {
    expect(blocksSubmission(run(explanation, severity))).toBe(isBlocked);
  });
  it("shows a hard finding as open, whatever was explained", () => {
    expect(run("停产检修", "hard")).toMatchObject([{ severity: "hard", explained: false }]);
  });
  it("without findings is not blocked", () => expect(blocksSubmission([])).toBe(false));
  it("needs one explanation at any line of a relation", () => {
    const rule = exampleRelation({ left: [exampleTerm("a")], right: [exampleTerm("b")] });
    const lines = new Map([
      ["a", exampleLine("1")],
      ["b", exampleLine("2", "口径调整")],
    ]);
    expect(runChecks([exampleCheck({ rule })], { ...exampleInput({}), lines }).findings).toMatchObject([
      { explained: true },
    ]);
  });
});

describe("a check as data", () => {
  const swingData = { ...exampleCheck(), rule: { kind: "swing", against: "previous" } };
  it("asks from 30 percent where it says nothing else", () => {
    expect(Check.parse(swingData).rule).toEqual({ kind: "swing", against: "previous", percent: "30" });
  });
  it.each([
    ["a kind that there is not", { ...swingData, rule: { kind: "formula", text: "a > b" } }],
    ["a number that is none", { ...swingData, rule: { kind: "swing", against: "previous", percent: "30%" } }],
    ["a mistyped field", { ...swingData, activ: true }],
    ["a relation without a left side", { ...swingData, rule: exampleRelation() }],
    ["a state that is no answer", { ...swingData, rule: { kind: "required", accepts: ["empty"] } }],
  ])("refuses %s", (_name, data) => expect(Check.safeParse(data).success).toBe(false));
});
