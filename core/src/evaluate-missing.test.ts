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
