import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import type { EarlierResult, EvaluationFacts } from "./evaluate-facts.ts";
import { recordRun } from "./evaluate-freeze.ts";
import type { Criterion } from "./scheme-criterion.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

const areas = ["A", "B", "C"].map((code) => ({ code, type: "hitech" }));
const last: EarlierResult = { year: 2017, area: "A", rank: 1, ranked: 3, grade: null, points: { x: "3.5" } };

/** Two groups of 10: x and y of 5 each, and z of 10. A has no figure for x; y is half reached, z all by everybody. */
function run(missing: Criterion["missing"], own: Partial<EvaluationFacts> = {}) {
  const scheme = exampleScheme({
    fullMark: "20",
    groups: [
      exampleGroup({
        criteria: [
          exampleCriterion({ code: "x", indicator: "x", missing }),
          exampleCriterion({ code: "y", indicator: "y" }),
        ],
      }),
      exampleGroup({ code: "rest", criteria: [exampleCriterion({ code: "z", indicator: "z" })] }),
    ],
  });
  const figures = areas.flatMap(({ code }) => [
    ...(code === "A" ? [] : [figureFact(code, "x", code === "B" ? "10" : "6")]),
    ...[figureFact(code, "y", "5"), figureFact(code, "z", "10")],
  ]);
  const targets = areas.flatMap(({ code }) => ["x", "y", "z"].map((indicator) => targetFact(code, indicator, "10")));
  return evaluate(scheme, exampleFacts(areas, { figures, targets, earlier: [last], ...own }), "seal");
}

function lineOf(missing: Criterion["missing"], own?: Partial<EvaluationFacts>): unknown {
  const { refusals } = run(missing, own);
  if (refusals.length > 0) return refusals.map(({ code, area, criterion }) => `${area} ${criterion} ${code}`);
  const [first] = recordRun(run(missing, own));
  const lines = first?.lines.map(({ state, weight, shown }) => `${state} ${shown} of ${weight}`);
  return [...(lines ?? []), `${first?.shown} of 20, ${first?.fullMark} applied`];
}

describe("an area without a figure", () => {
  it.each<[Criterion["missing"], unknown]>([
    ["refuse", ["A x figure-missing"]],
    ["zero", ["settled 0.00 of 5", "scored 2.50 of 5", "scored 10.00 of 10", "12.50 of 20, 20 applied"]],
    // B got 5, C 3: 4 on average
    ["group-mean", ["settled 4.00 of 5", "scored 2.50 of 5", "scored 10.00 of 10", "16.50 of 20, 20 applied"]],
    // the whole 10 of the group is y's: half of it
    [
      "redistribute",
      ["redistributed null of null", "scored 5.00 of 10", "scored 10.00 of 10", "15.00 of 20, 20 applied"],
    ],
    ["carry", ["settled 3.50 of 5", "scored 2.50 of 5", "scored 10.00 of 10", "16.00 of 20, 20 applied"]],
    // 12.5 of 15 is 16.67 of 20
    ["not-applicable", ["excluded null of 5", "scored 2.50 of 5", "scored 10.00 of 10", "16.67 of 20, 15 applied"]],
  ])("%s", (missing, expected) => expect(lineOf(missing)).toEqual(expected));

  it("is given last year's share of a weight that was another then", () => {
    const of = (points: string, weight?: string): Partial<EvaluationFacts> => ({
      earlier: [{ ...last, points: { x: points }, ...(weight !== undefined && { weights: { x: weight } }) }],
    });
    const settled = (own: Partial<EvaluationFacts>) => lineOf("carry", own);
    const rest = ["scored 2.50 of 5", "scored 10.00 of 10"];
    expect(settled(of("8", "8"))).toEqual(["settled 5.00 of 5", ...rest, "17.50 of 20, 20 applied"]);
    expect(settled(of("3", "10"))).toEqual(["settled 1.50 of 5", ...rest, "14.00 of 20, 20 applied"]);
    expect(settled(of("8"))).toEqual(["A x last-year-out-of-range"]);
    expect(settled(of("8", "0"))).toEqual(["A x last-year-out-of-range"]);
  });
  it("cannot carry what it never had", () => {
    expect(lineOf("carry", { earlier: [] })).toEqual(["A x no-points-last-year"]);
  });
  it("is refused where nobody else has one to take the mean of", () => {
    const figures = areas.flatMap(({ code }) => [figureFact(code, "y", "5"), figureFact(code, "z", "10")]);
    expect(lineOf("group-mean", { figures })).toEqual(["A", "B", "C"].map((area) => `${area} x nobody-scored`));
  });
  it("to whom the criterion was declared not to apply is never scored as 0", () => {
    const declared = figureFact("A", "x", "0", { state: "not-applicable", value: null });
    const figures = areas.flatMap(({ code }) => [
      code === "A" ? declared : figureFact(code, "x", "10"),
      ...[figureFact(code, "y", "5"), figureFact(code, "z", "10")],
    ]);
    expect(lineOf("zero", { figures })).toEqual([
      ...["excluded null of 5", "scored 2.50 of 5", "scored 10.00 of 10", "16.67 of 20, 15 applied"],
    ]);
  });
  it("leaves the pool's other ranks alone, whose points grow with what was handed on", () => {
    const ranked = (code: string, missing: Criterion["missing"]) =>
      exampleCriterion({
        ...{ code, indicator: code, missing },
        scorer: { type: "rank-points", ties: "competition", formula: "linear", direction: "up" },
        inputs: { values: { from: "figure" } },
      });
    const scheme = exampleScheme({
      groups: [exampleGroup({ criteria: [ranked("x", "redistribute"), ranked("y", "refuse")] })],
    });
    const figures = [
      ...[figureFact("B", "x", "2"), figureFact("C", "x", "1")],
      ...[figureFact("A", "y", "9"), figureFact("B", "y", "8"), figureFact("C", "y", "7")],
    ];
    // A: first of three on all 10; B: first of two on 5, second of three on 5; C: 2.5 and 1.67
    expect(recordRun(evaluate(scheme, exampleFacts(areas, { figures }), "seal")).map(({ shown }) => shown)).toEqual([
      ...["10.00", "8.33", "4.17"],
    ]);
  });
});

const named = (code: string) => ({ code, name: code, nameEn: null });
const onePool = [{ ...named("all"), types: ["hitech", "cluster"] }];

it("takes the mean of shares where park types of one pool have other weights", () => {
  // x weighs 8 of 10 for a park of the first type and 2 of 10 for one of the second; both reach a half of everything
  const criteria = [
    exampleCriterion({ code: "x", indicator: "x", weight: "8", weights: { cluster: "2" }, missing: "group-mean" }),
    exampleCriterion({ code: "y", indicator: "y", weight: "2", weights: { cluster: "8" } }),
  ];
  const scheme = exampleScheme({ pools: onePool, groups: [exampleGroup({ criteria })] });
  const own = [...areas.map(({ code }) => ({ code, type: code === "A" ? "cluster" : "hitech" }))];
  const figures = own.flatMap(({ code }) => [
    ...(code === "A" ? [] : [figureFact(code, "x", "5")]),
    figureFact(code, "y", "5"),
  ]);
  const targets = own.flatMap(({ code }) => ["x", "y"].map((indicator) => targetFact(code, indicator, "10")));
  const [first] = recordRun(evaluate(scheme, exampleFacts(own, { figures, targets }), "seal"));
  expect(first?.lines.map(({ state, weight, shown }) => `${state} ${shown} of ${weight}`)).toEqual([
    ...["settled 1.00 of 2", "scored 4.00 of 8"],
  ]);
});

it("tells what is named as something that every object has from what is not there", () => {
  const code = "constructor";
  const parks = ["A", "B"].map((area) => ({ code: area, type: code }));
  const scheme = exampleScheme({
    parkTypes: [named(code)],
    pools: [{ ...named("all"), types: [code] }],
    groups: [
      exampleGroup({ criteria: [exampleCriterion({ code, missing: "carry" }), exampleCriterion({ code: "y" })] }),
    ],
    adjustments: { items: [{ ...named(code), points: "1", cap: null }], cap: null },
  });
  const of = (indicator: string) => (area: { readonly code: string }) => figureFact(area.code, indicator, "10");
  const facts = exampleFacts(parks, {
    figures: parks.map(of("firms")),
    targets: parks.map((area) => targetFact(area.code, "firms", "10")),
  });
  const { refusals, areas: results } = evaluate(scheme, facts, "seal");
  expect([refusals, results.map(({ shown }) => shown)]).toEqual([[], ["10.00", "10.00"]]);
  const without = { ...facts, figures: [], earlier: parks.map((area) => ({ ...last, area: area.code, points: {} })) };
  expect(evaluate(scheme, without, "seal").refusals.map(({ criterion, code: why }) => [criterion, why])).toContainEqual(
    [...[code, "no-points-last-year"]],
  );
});

describe("an area of which nothing can be scored is refused, not scored 0 and ranked last", () => {
  const declared = (code: string, indicator: string) =>
    figureFact(code, indicator, "0", { state: "not-applicable", value: null });
  const targets = areas.flatMap(({ code }) => ["x", "y"].map((indicator) => targetFact(code, indicator, "10")));
  const all = areas.flatMap(({ code }) => ["x", "y"].map((indicator) => figureFact(code, indicator, "5")));
  const tryWith = (missing: Criterion["missing"], figures: EvaluationFacts["figures"], other = missing) => {
    const criteria = [
      exampleCriterion({ code: "x", indicator: "x", missing }),
      exampleCriterion({ code: "y", indicator: "y", missing: other }),
    ];
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria })] });
    return evaluate(scheme, exampleFacts(areas, { figures, targets }), "seal").refusals;
  };
  const without = (...gone: string[]) => all.filter(({ id }) => !gone.includes(id));
  it("where nothing applies to it", () => {
    const figures = [...without("A-x", "A-y"), declared("A", "x"), declared("A", "y")];
    expect(tryWith("zero", figures)).toEqual([{ code: "nothing-to-score", area: "A", criterion: null, figures: {} }]);
  });
  it("where a group has nobody left to hand a weight to, by the group", () => {
    const nothing = { code: "nothing-to-score", area: "A", criterion: null, figures: { group: "innovation" } };
    expect(tryWith("redistribute", without("A-y"))).toEqual([]);
    expect(tryWith("redistribute", without("A-x", "A-y"))).toEqual([nothing]);
    expect(tryWith("redistribute", without("A-x", "A-y"), "not-applicable")).toEqual([nothing]);
    expect(tryWith("redistribute", without("A-x", "A-y"), "zero")).toEqual([]);
  });
  it("where a group that others are composed of does not apply at all", () => {
    const part = exampleGroup({
      ...{ code: "part", role: "part" },
      criteria: [exampleCriterion({ code: "x", indicator: "x", missing: "not-applicable" })],
    });
    const whole = exampleGroup({
      criteria: [
        exampleCriterion({
          ...{ code: "all", indicator: null, caliber: null },
          scorer: { type: "composite", parts: [{ share: "1", of: "part" }] },
          inputs: { part: { from: "group", code: "part" } },
        }),
      ],
    });
    const facts = exampleFacts(areas, { figures: without("A-x"), targets });
    const { refusals } = evaluate(exampleScheme({ groups: [whole, part] }), facts, "seal");
    expect(refusals.map(({ code, area, criterion }) => [code, area, criterion])).toEqual([
      ...[["points-missing", "A", "all"]],
    ]);
  });
});
