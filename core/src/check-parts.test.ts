import { describe, expect, it } from "vitest";
import { exampleCheck, exampleInput } from "./check-example.ts";
import { type ShareIndicator, sharesOf } from "./check-parts.ts";
import { runChecks } from "./check-run.ts";

const bare = { numerator: null, denominator: null, decimals: 2, whole: false };
const indicators = new Map<string, ShareIndicator>([
  ["output", { ...bare, unit: "亿元", measure: "flow" }],
  ["new", { ...bare, unit: "亿元", measure: "flow" }],
  ["firms", { ...bare, unit: "家", measure: "stock", whole: true, decimals: 0 }],
  ["high-tech", { ...bare, unit: "家", measure: "stock", whole: true, decimals: 0 }],
  ["share", { ...bare, unit: "%", measure: "ratio", decimals: 1, numerator: "new", denominator: "output" }],
  ["of-firms", { ...bare, unit: "%", measure: "ratio", numerator: "high-tech", denominator: "firms" }],
  ["per-firm", { ...bare, unit: "亿元/家", measure: "ratio", numerator: "output", denominator: "firms" }],
  ["mixed", { ...bare, unit: "%", measure: "ratio", numerator: "output", denominator: "firms" }],
  ["of-city", { ...bare, unit: "%", measure: "ratio", numerator: "output", denominator: "output" }],
  ["growth", { ...bare, unit: "%", measure: "growth", numerator: "new", denominator: "output" }],
]);
const linesOf = (...codes: readonly string[]) => codes.map((indicator) => ({ indicator, caliber: "park" }));
const check = (tolerance = "0") => exampleCheck({ rule: { kind: "parts", tolerance } });

function run(typed: Readonly<Record<string, string | null>>, tolerance?: string) {
  const shares = sharesOf(linesOf(...Object.keys(typed)), indicators);
  return runChecks([check(tolerance)], exampleInput(typed, { shares }));
}

describe("the shares of a report", () => {
  it("are those in percent whose two parts are asked for in one unit", () => {
    const all = sharesOf(linesOf(...indicators.keys()), indicators);
    expect([...all.keys()]).toEqual(["share", "of-firms"]);
    expect(all.get("of-firms")).toEqual({
      numerator: { indicator: "high-tech", decimals: null },
      denominator: { indicator: "firms", decimals: null },
    });
  });
  it("are not there where a part is not asked for, or is counted in another caliber", () => {
    expect(sharesOf(linesOf("share", "new"), indicators).size).toBe(0);
    const lines = [...linesOf("share", "new"), { indicator: "output", caliber: "city" }];
    expect(sharesOf(lines, indicators).size).toBe(0);
  });
});

describe("a share and its parts", () => {
  // 177.3 ÷ 500.1 = 35.4529…%, between 177.295 ÷ 500.105 = 35.4515 and 177.305 ÷ 500.095 = 35.4543.
  it.each<[string, string, string, string, string | null]>([
    ["to one decimal, as the quotient rounds", "35.5", "177.3", "500.1", null],
    ["to two", "35.45", "177.3", "500.1", null],
    ["to none", "35", "177.3", "500.1", null],
    ["cut off instead of rounded", "35.4", "177.3", "500.1", "-0.05"],
    ["at the edge of what rounding explains: 35.454 − 0.0005 < 35.4543", "35.454", "177.3", "500.1", null],
    ["just beyond it: 35.455 − 0.0005 > 35.4543", "35.455", "177.3", "500.1", "0.002"],
    ["beyond it in two decimals", "35.46", "177.3", "500.1", "0.01"],
    ["one of another year", "30.2", "177.3", "500.1", "-5.25"],
    ["the quotient as a fraction", "0.35", "177.3", "500.1", "-35.10"],
    ["a negative part", "-10", "-50", "500", null],
    ["a negative part and a positive share", "10", "-50", "500", "20.00"],
    ["more than all", "120", "600", "500", null],
  ])("%s: %s of %s and %s", (_name, share, above, below, deviation) => {
    const { findings } = run({ share, new: above, output: below });
    expect(findings.map((found) => found.deviation)).toEqual(deviation === null ? [] : [deviation]);
  });
  it("says what the parts give, and is shown at the share", () => {
    expect(run({ share: "30.2", new: "177.3", output: "500.1" }).findings).toEqual([
      expect.objectContaining({
        ...{ code: "differs-from-parts", indicators: ["share"], comparator: "=" },
        ...{ actual: "30.2", expected: "35.45", deviation: "-5.25", limit: "0", explained: false },
        terms: [
          { indicator: "new", moment: "this", coefficient: "1", unitFactor: null, value: "177.3" },
          { indicator: "output", moment: "this", coefficient: "1", unitFactor: null, value: "500.1" },
        ],
      }),
    ]);
  });
  it("takes whole numbers as they are: nobody rounds firms", () => {
    // 1 ÷ 3 = 33.333…%: 33.3 rounds it, 33.4 does not, though half a firm would.
    expect(run({ "of-firms": "33.3", "high-tech": "1", firms: "3" }).findings).toEqual([]);
    expect(run({ "of-firms": "33.4", "high-tech": "1", firms: "3" }).findings).toHaveLength(1);
  });
  it("may differ by as many points as the check allows", () => {
    const typed = { share: "35.9", new: "177.3", output: "500.1" };
    expect(run(typed, "0.3").findings).toHaveLength(1);
    expect(run(typed, "0.4").findings).toEqual([]);
  });
  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ["without the share", { share: null, new: "1", output: "2" }, "no-value"],
    ["that is not applicable", { share: "not-applicable", new: "1", output: "2" }, "not-applicable"],
    ["without a part", { share: "50", new: null, output: "2" }, "missing-term"],
    ["over nothing", { share: "50", new: "1", output: "0" }, "no-reference"],
  ])("%s is not checked", (_name, typed, reason) => {
    const { findings, notChecked, checked } = run({ ...typed });
    expect({ findings, reasons: notChecked.map((one) => one.reason), checked }).toEqual({
      ...{ findings: [], reasons: [reason], checked: 0 },
    });
  });
  it("concerns no other line, and none that it does not name", () => {
    expect(run({ growth: "3", new: "1", output: "2" })).toEqual({ findings: [], notChecked: [], checked: 0 });
    const typed = { share: "1", new: "177.3", output: "500.1" };
    const named = { ...check(), indicators: ["of-firms"] };
    const shares = sharesOf(linesOf("share", "new", "output"), indicators);
    expect(runChecks([named], exampleInput(typed, { shares })).findings).toEqual([]);
  });
});
