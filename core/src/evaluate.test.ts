import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import type { EvaluationFacts } from "./evaluate-facts.ts";
import { recordRun } from "./evaluate-freeze.ts";
import { plain } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

const city = evaluate(cityScheme, cityFacts, "seal");
const pair = [
  { code: "A", type: "hitech" },
  { code: "B", type: "hitech" },
];

/** Points of every line, group and total, by area, as they are shown. */
function said(evaluation: Evaluation): unknown {
  return Object.fromEntries(
    recordRun(evaluation).map(({ area, lines, shown }) => [
      area,
      [...lines.map(({ criterion, shown: points }) => `${criterion} ${points}`), `total ${shown}`].join(", "),
    ]),
  );
}

describe("a city of four parks", () => {
  it("is scored as by hand", () => {
    expect(city.refusals).toEqual([]);
    expect(said(city)).toEqual({
      // 280/300 × 20 = 18.666…; 2.2/2.5 × 40 = 35.2; (30−20)/(30−20): all of 40; 93.87 − 5 for an accident
      A: "firms 18.67, rd 35.20, share 40.00, total 88.87",
      // 150/200 × 20 = 15; 2/2.5 × 40 = 32; the least of the pool: 0.2 × 40 = 8
      B: "firms 15.00, rd 32.00, share 8.00, total 55.00",
      // R&D does not apply to a cluster, its 40 go to firms: 45/50 × 60 = 54; 8; 62 + 3 awards, capped at 2
      C: "firms 54.00, rd null, share 8.00, total 64.00",
      // 60/50, capped at 60 of 60; 40
      D: "firms 60.00, rd null, share 40.00, total 100.00",
    });
  });
  it("is ranked within each pool, graded by cutoff, barred and warned", () => {
    const results = city.areas.map(({ area, pool, rank, ranked, grade, vetoes, windows }) => [
      ...[area, pool, `${rank}/${ranked}`, grade],
      ...[...vetoes, ...windows].map(({ code }) => code),
    ]);
    expect(results).toEqual([
      ["A", "first", "1/2", "fair"],
      ["B", "first", "2/2", "poor", "warning"],
      ["C", "second", "2/2", "fair"],
      ["D", "second", "1/2", "poor", "fraud"],
    ]);
    expect(city.areas.flatMap(({ windows }) => windows)).toEqual([
      { code: "warning", years: [2018, 2017], unknown: 1 },
    ]);
  });
  it("is the same whatever order the facts come in", () => {
    const turned = (facts: EvaluationFacts): EvaluationFacts => ({
      ...facts,
      areas: facts.areas.toReversed(),
      figures: facts.figures.toReversed(),
      targets: facts.targets.toReversed(),
      counts: facts.counts.toReversed(),
    });
    expect(recordRun(evaluate(cityScheme, turned(cityFacts), "seal"))).toEqual(recordRun(city));
  });
});

it("gives 9.33 of 10 for 280 against 300", () => {
  const facts = exampleFacts(pair, {
    figures: [figureFact("A", "firms", "280"), figureFact("B", "firms", "330")],
    targets: [targetFact("A", "firms", "300"), targetFact("B", "firms", "300")],
  });
  expect(said(evaluate(exampleScheme(), facts, "seal"))).toEqual({
    A: "firms 9.33, total 9.33",
    B: "firms 10.00, total 10.00",
  });
});

/** Three criteria of a third of 10 each, reached to 2/3, 2/3 and 1/3 by A; B reaches all. */
function thirds(rounding: Scheme["rounding"]): Evaluation {
  const codes = ["x", "y", "z"];
  const actuals = ["2", "2", "1"];
  const facts = exampleFacts(pair, {
    figures: codes.flatMap((code, at) => [figureFact("A", code, actuals[at] ?? "0"), figureFact("B", code, "3")]),
    targets: codes.flatMap((code) => [targetFact("A", code, "3"), targetFact("B", code, "3")]),
  });
  const groups = [exampleGroup({ criteria: codes.map((code) => exampleCriterion({ code, indicator: code })) })];
  return evaluate(exampleScheme({ rounding, groups }), facts, "seal");
}

describe("rounding", () => {
  // exactly 10/3 × (2/3 + 2/3 + 1/3) = 5.5555…; by criterion 2.2 + 2.2 + 1.1 = 5.5
  it.each([
    ["criterion", "full", 1, "5.5", "5.5"],
    ["group", "full", 1, "5.6", "5.6"],
    ["total", "rounded", 1, "5.6", "5.6"],
    ["total", "full", 1, "5.6", "5.555555555555555555555555555556"],
    ["total", "rounded", 0, "6", "6"],
  ] as const)("at the %s, comparing %s totals, to %d decimals", (stage, compare, scale, shown, total) => {
    const [first] = thirds({ mode: "half-up", stage, compare, scale }).areas;
    expect([first?.shown, first && plain(first.total)]).toEqual([shown, total]);
  });
});

describe("20 % of a target and 80 % of an effect (40 static, 60 dynamic)", () => {
  const panel = (code: string) =>
    exampleGroup({
      ...{ code, role: "part", weight: "100" },
      criteria: [
        exampleCriterion({
          ...{ code: `${code}-points`, indicator: null, caliber: null },
          scorer: { type: "panel", trim: 0, minJudges: 1 },
          inputs: { scores: { from: "panel" } },
        }),
      ],
    });
  const whole = exampleGroup({
    ...{ code: "whole", weight: "100" },
    criteria: [
      exampleCriterion({
        ...{ code: "all", indicator: null, caliber: null },
        scorer: {
          type: "composite",
          parts: [
            { share: "0.2", of: "target" },
            {
              share: "0.8",
              of: {
                parts: [
                  { share: "0.4", of: "static" },
                  { share: "0.6", of: "dynamic" },
                ],
              },
            },
          ],
        },
        inputs: {
          target: { from: "group", code: "target" },
          static: { from: "criterion", code: "static-points" },
          dynamic: { from: "group", code: "dynamic" },
        },
      }),
    ],
  });
  const scheme = exampleScheme({
    fullMark: "100",
    groups: [whole, panel("target"), panel("static"), panel("dynamic")],
  });
  const points = { target: "92", static: "70", dynamic: "85" };
  const panels = pair.flatMap(({ code: area }) =>
    Object.entries(points).map(([part, score]) => ({ criterion: `${part}-points`, area, scores: [score], version: 1 })),
  );
  it("is composed after its parts, which count nowhere else", () => {
    // 0.2 × 92 + 0.8 × (0.4 × 70 + 0.6 × 85) = 18.4 + 0.8 × 79 = 81.6
    const [first] = evaluate(scheme, exampleFacts(pair, { panels }), "seal").areas;
    expect([first?.shown, first && plain(first.fullMark)]).toEqual(["81.60", "100"]);
  });
  it("is refused for what its parts lack, not for lacking its parts", () => {
    const facts = exampleFacts(pair, { panels: panels.filter(({ area }) => area === "B") });
    const { refusals, areas } = evaluate(scheme, facts, "seal");
    expect(areas).toEqual([]);
    expect(refusals.map(({ code, area, criterion }) => [code, area, criterion])).toEqual([
      ["panel-missing", "A", "target-points"],
      ["panel-missing", "A", "static-points"],
      ["panel-missing", "A", "dynamic-points"],
    ]);
  });
});

describe("what an input may be", () => {
  const growthOf = (take: "change" | "nominal-growth" | "reported-growth") =>
    exampleScheme({
      groups: [
        exampleGroup({
          criteria: [
            exampleCriterion({
              scorer: { type: "benchmark-ratio" },
              inputs: { value: { from: "figure", take }, benchmark: { from: "constant", value: "100" } },
            }),
          ],
        }),
      ],
    });
  const before = (area: string) => figureFact(area, "firms", "80", { id: `${area}-before`, period: "2016" });
  const now = (area: string) => figureFact(area, "firms", "100", { reportedGrowth: "19" });
  const facts = exampleFacts(pair, { figures: [now("A"), before("A"), now("B"), before("B")] });
  it.each([
    // 100 − 80 = 20; 20/80 = 25 %; 19 % as printed; each of a benchmark of 100, of 10 points
    ["change", "2.00", 2],
    ["nominal-growth", "2.50", 2],
    ["reported-growth", "1.90", 1],
  ] as const)("the %s of a figure", (take, shown, read) => {
    const [first] = evaluate(growthOf(take), facts, "seal").areas;
    expect([first?.shown, first?.lines[0]?.detail().inputs[0]?.sources.length]).toEqual([shown, read]);
  });
  it("a state, and counts within a criterion", () => {
    const none = { indicator: null, caliber: null };
    const criteria = [
      exampleCriterion({
        ...none,
        code: "park",
        scorer: { type: "milestone", partial: "0.5" },
        inputs: { state: { from: "milestone" } },
      }),
      exampleCriterion({
        ...{ ...none, code: "order", scorer: { type: "adjustments", items: [{ code: "late", points: "-1" }] } },
        inputs: { base: { from: "constant", value: "5" }, counts: { from: "counts" } },
      }),
    ];
    const given = exampleFacts(pair, {
      milestones: pair.map(({ code: area }) => ({ criterion: "park", area, state: "partial" as const, version: 1 })),
      counts: [{ code: "late", area: "A", count: 2, version: 4 }],
    });
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria })] });
    expect(said(evaluate(scheme, given, "seal"))).toEqual({
      A: "park 2.50, order 3.00, total 5.50",
      B: "park 2.50, order 5.00, total 7.50",
    });
  });
  it("the benchmark of the data year, by park type, in place of what the rule says", () => {
    const standard = (year: number, satisfactory: string, type: string | null) => ({
      ...{ year, type, min: null, max: null, satisfactory, unallowable: "0", average: null },
    });
    const criterion = exampleCriterion({
      scorer: { type: "efficacy", satisfactory: "1", unallowable: "0" },
      inputs: { value: { from: "figure" } },
      benchmarks: [standard(2017, "200", null), standard(2017, "100", "hitech"), standard(2016, "5", null)],
    });
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria: [criterion] })] });
    const given = exampleFacts(pair, { figures: [figureFact("A", "firms", "50"), figureFact("B", "firms", "100")] });
    // 60 + 40 × 50/100 = 80 of 100
    expect(said(evaluate(scheme, given, "seal"))).toEqual({
      A: "firms 8.00, total 8.00",
      B: "firms 10.00, total 10.00",
    });
  });
});

const amount = fc.integer({ min: 0, max: 500 });

describe("whatever the figures", () => {
  it("who raises a figure never loses points or places, and nobody else is changed by a target of one's own", () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, more) => {
        const run = (own: number): Evaluation =>
          evaluate(
            exampleScheme(),
            exampleFacts(pair, {
              figures: [figureFact("A", "firms", String(own)), figureFact("B", "firms", String(b))],
              targets: [targetFact("A", "firms", "300"), targetFact("B", "firms", "300")],
            }),
            "seal",
          );
        const [before, after] = [run(a).areas, run(a + more).areas];
        expect(after[0]?.total.gte(before[0]?.total ?? 0)).toBe(true);
        expect(after[0]?.rank ?? 9).toBeLessThanOrEqual(before[0]?.rank ?? 0);
        expect(after[1]?.shown).toBe(before[1]?.shown);
      }),
    );
  });
});
