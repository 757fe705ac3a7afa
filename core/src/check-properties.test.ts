import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Check, type CheckInput, type CheckLine, checkComparators, moments, severities } from "./check.ts";
import { exampleCheck, exampleInput } from "./check-example.ts";
import { blocksSubmission, runChecks } from "./check-run.ts";
import { validateCheck } from "./check-validate.ts";
import { qualifiers, valueStates } from "./observation.ts";
import { canonicalQuantity } from "./quantity.ts";

const codes = ["a", "b", "c", "d"] as const;
const indicator = fc.constantFrom(...codes);
const quantity = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.constantFrom("", ".5", ".000001", ".25"))
  .map(([whole, part]) => `${whole}${part}`);
const typed = fc.oneof(
  { weight: 6, arbitrary: quantity },
  fc.constantFrom("", "1,000", "NaN", "Infinity", "1e9", "12.", "9999999999999.999999"),
);
const line: fc.Arbitrary<CheckLine> = fc.record({
  state: fc.oneof({ weight: 4, arbitrary: fc.constant("value" as const) }, fc.constantFrom("empty", ...valueStates)),
  value: fc.option(typed, { nil: null, freq: 8 }),
  explanation: fc.option(fc.constantFrom("", " ", "停产"), { nil: null }),
});
const mapOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> =>
  fc.dictionary(indicator, value, { maxKeys: 4 }).map((rows) => new Map(Object.entries(rows)));
const published = fc.record({
  value: typed,
  qualifier: fc.constantFrom(...qualifiers),
  source: fc.constantFrom("x", "y"),
});
const part = fc.record({ indicator, decimals: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }) });
const input: fc.Arbitrary<CheckInput> = fc.record({
  lines: mapOf(line),
  previous: mapOf(typed),
  samePeriod: mapOf(typed),
  earlierThisYear: mapOf(typed),
  published: mapOf(fc.array(published, { maxLength: 3 })),
  shares: mapOf(fc.record({ numerator: part, denominator: part })),
});
const term = fc.record({
  indicator,
  moment: fc.constantFrom(...moments),
  coefficient: quantity,
  unitFactor: fc.option(quantity, { nil: null }),
});
const relation = fc.record({
  kind: fc.constant("relation" as const),
  left: fc.array(term, { minLength: 1, maxLength: 3 }),
  comparator: fc.constantFrom(...checkComparators),
  right: fc.array(term, { maxLength: 3 }),
  constant: quantity,
  tolerance: fc.record({ kind: fc.constantFrom("absolute" as const, "relative" as const), value: quantity }),
});
const bound = fc.option(quantity, { nil: null });
const lineRule = fc.oneof(
  fc.record({
    kind: fc.constant("range" as const),
    min: bound,
    minInclusive: fc.boolean(),
    max: bound,
    maxInclusive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("required" as const),
    accepts: fc.subarray(["not-reported" as const, "not-applicable" as const, "not-computable" as const]),
  }),
  fc.record({
    kind: fc.constant("swing" as const),
    against: fc.constantFrom("previous" as const, "same-period" as const),
    percent: quantity,
  }),
  fc.record({ kind: fc.constant("other-source" as const), percent: quantity }),
  fc.record({ kind: fc.constant("parts" as const), tolerance: quantity }),
);
const check: fc.Arbitrary<Check> = fc
  .record({
    severity: fc.constantFrom(...severities),
    indicators: fc.subarray([...codes]),
    rule: fc.oneof(lineRule, relation),
    active: fc.boolean(),
  })
  .map((own) => exampleCheck(own));
const checks = fc
  .array(check, { maxLength: 6 })
  .map((list) => list.map((own, at): Check => ({ ...own, code: `K${at}` })));
const decimal = /^-?\d+(\.\d+)?$/;

describe("whatever is reported and whatever is checked", () => {
  it("every line is found at, passed, or said not to be checked; figures are exact decimals", () => {
    fc.assert(
      fc.property(checks, input, (list, report) => {
        const { findings, notChecked } = runChecks(list, report);
        for (const found of findings) {
          expect(found.indicators.every((code) => report.lines.has(code))).toBe(true);
          const figures = [found.expected, found.limit, found.deviation, ...found.terms.map(({ value }) => value)];
          const own = found.code === "state-not-accepted" ? [] : [found.actual];
          for (const figure of [...figures, ...own]) if (figure !== null) expect(figure).toMatch(decimal);
        }
        for (const { reason, missing } of notChecked) {
          expect(missing.length > 0).toBe(reason === "missing-term" || reason === "not-in-report");
        }
      }),
      { numRuns: 500 },
    );
  });
  it("a check that may be used or may not is told without an exception", () => {
    const known = new Map([
      ["a", { unit: "亿元", measure: "flow" } as const],
      ["b", { unit: "%", measure: "ratio" } as const],
    ]);
    fc.assert(
      fc.property(check, (own) => {
        for (const { path, reason } of validateCheck(own, known))
          expect(`${path} ${reason}`).toMatch(/^[a-zA-Z.\d]+ [a-z-]+$/);
      }),
    );
  });
  it("the order of lines, references and checks does not matter", () => {
    const turn = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...map].toReversed());
    fc.assert(
      fc.property(checks, input, (list, report) => {
        const turned = {
          lines: turn(report.lines),
          previous: turn(report.previous),
          samePeriod: turn(report.samePeriod),
          earlierThisYear: turn(report.earlierThisYear),
          published: turn(report.published),
          shares: turn(report.shares),
        };
        expect(runChecks(list.toReversed(), turned)).toEqual(runChecks(list, report));
      }),
    );
  });
  it("an explanation adds no finding and never blocks; explaining all leaves hard findings alone", () => {
    fc.assert(
      fc.property(checks, input, (list, report) => {
        const before = runChecks(list, report).findings;
        const lines = new Map([...report.lines].map(([code, own]) => [code, { ...own, explanation: "停产检修" }]));
        const after = runChecks(list, { ...report, lines }).findings;
        const bare = (found: (typeof before)[number]) => ({ ...found, explained: null });
        expect(after.map(bare)).toEqual(before.map(bare));
        expect(blocksSubmission(after)).toBe(before.some(({ severity }) => severity === "hard"));
      }),
    );
  });
  it("a line left blank is never judged as zero", () => {
    fc.assert(
      fc.property(check, input, (own, report) => {
        const lines = new Map(
          [...report.lines].map(([code]) => [code, { state: "empty", value: null, explanation: null } as const]),
        );
        const found = runChecks([own], { ...report, lines }).findings;
        expect(found.every(({ code }) => code === "no-answer")).toBe(true);
      }),
    );
  });
  it("scaling every term and the constant keeps what a balance says, and its relative tolerance", () => {
    const factor = fc.constantFrom("2", "0.5", "-3", "1000");
    const scale = (value: string, by: string): string => canonicalQuantity(String(Number(value) * Number(by)));
    const whole = fc.integer({ min: -9, max: 9 }).map(String);
    const wholeTerm = term.map((own) => ({ ...own, moment: "this" as const, unitFactor: null }));
    const side = fc.array(fc.tuple(wholeTerm, whole), { minLength: 1, maxLength: 3 });
    const values = fc.record({ a: whole, b: whole, c: whole, d: whole });
    fc.assert(
      fc.property(side, side, values, factor, whole, (left, right, typedValues, by, constant) => {
        const ruleBy = (own: string) => ({
          kind: "relation" as const,
          left: left.map(([own1, coefficient]) => ({ ...own1, coefficient: scale(coefficient, own) })),
          comparator: "=" as const,
          right: right.map(([own1, coefficient]) => ({ ...own1, coefficient: scale(coefficient, own) })),
          constant: scale(constant, own),
          tolerance: { kind: "relative" as const, value: "20" },
        });
        const count = (own: string): number =>
          runChecks([exampleCheck({ rule: ruleBy(own) })], exampleInput(typedValues)).findings.length;
        expect(count(by)).toBe(count("1"));
      }),
      { numRuns: 300 },
    );
  });
});
