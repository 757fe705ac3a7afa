import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import { recordRun } from "./evaluate-freeze.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";
import { decilesOf, distributionOf, separationOf } from "./separation.ts";

const city = evaluate(cityScheme, cityFacts, "seal");

describe("what separates a city of four parks", () => {
  it("is by how far their shares of a criterion lie apart", () => {
    const said = separationOf(city).map((own) => Object.values(own).join(" "));
    expect(said).toEqual([
      "first innovation firms 2 0.7500 0.9333 0.1833 2 true ",
      "first innovation rd 2 0.8000 0.8800 0.0800 2 true ",
      "first growth share 2 0.2000 1.0000 0.8000 2 true ",
      "second innovation firms 2 0.9000 1.0000 0.1000 2 true ",
      "second innovation rd 0    0 false too-few",
      "second growth share 2 0.2000 1.0000 0.8000 2 true ",
    ]);
  });
  it("is the same from the records that are kept", () => {
    expect(separationOf({ scheme: cityScheme, areas: recordRun(city) })).toEqual(separationOf(city));
  });
  it("puts totals between the deciles of the full mark: 88.87 and 55, 64 and 100", () => {
    const said = distributionOf(city, decilesOf(cityScheme)).map(({ pool, bins }) => [
      pool,
      bins.flatMap(({ from, to, count }) => (count === 0 ? [] : [`${from}–${to}: ${count}`])),
      bins.length,
    ]);
    expect(said).toEqual([
      ["first", ["50–60: 1", "80–90: 1"], 10],
      ["second", ["60–70: 1", "90–100: 1"], 10],
    ]);
  });
});

/** One pool of two park types with another weight each, on one criterion of 10 points beside another. */
function run(values: readonly string[], cap = "1") {
  const scheme = exampleScheme({
    pools: [{ code: "all", name: "全体", nameEn: null, types: ["hitech", "cluster"] }],
    groups: [
      exampleGroup({
        criteria: [
          exampleCriterion({
            code: "a",
            indicator: "a",
            weights: { cluster: "3" },
            scorer: { type: "completion", cap },
          }),
          exampleCriterion({ code: "b", indicator: "b" }),
        ],
      }),
    ],
  });
  const areas = values.map((_, at) => ({ code: `p${at}`, type: at % 2 === 0 ? "hitech" : "cluster" }));
  const figures = areas.flatMap(({ code }, at) => [
    figureFact(code, "a", values[at] ?? "0"),
    figureFact(code, "b", String(at)),
  ]);
  const targets = areas.flatMap(({ code }) => [targetFact(code, "a", "30"), targetFact(code, "b", "30")]);
  return evaluate(scheme, exampleFacts(areas, { figures, targets }), "seal");
}

it.each([
  // 10 of 30 are the same share of a weight of 5 and of one of 7.5, though other points
  ["the same share of weights that differ", ["10", "10", "10"], "1", "all-same", 2],
  ["everybody at the full mark", ["30", "45", "90"], "1", "all-full", 2],
  ["everybody beyond the full mark, capped alike", ["90", "90"], "1.2", "all-full", 2],
  ["everybody without points", ["0", "0", "0"], "1", "all-zero", 1],
  ["shares that differ", ["10", "10", "10.01"], "1", null, 2],
  ["shares beyond the full mark that differ", ["33", "36"], "1.2", null, 2],
])("sees %s", (_name, values, cap, code, distinct) => {
  const [a] = separationOf(run(values, cap));
  expect([a?.code, a?.separates, a?.distinct, a?.areas]).toEqual([code, code === null, distinct, values.length]);
});

it.each([
  ["an edge belongs to the upper bin", ["3", "5"], ["3–5: 1", "5–8: 1"]],
  ["the last edge to the last full bin", ["8", "7"], ["5–8: 2"]],
  ["what is under or over is counted apart", ["2.99", "8.01", "9"], ["null–3: 1", "8–null: 2"]],
])("distributes: %s", (_name, points, expected) => {
  const areas = points.map((_, at) => ({ code: `p${at}`, type: "hitech" }));
  const figures = areas.map(({ code }, at) => figureFact(code, "firms", points[at] ?? ""));
  const targets = areas.map(({ code }) => targetFact(code, "firms", "10"));
  const found = distributionOf(evaluate(exampleScheme(), exampleFacts(areas, { figures, targets }), "seal"), [
    "3",
    "5",
    "8",
  ]);
  const bins = found[0]?.bins.filter(({ count }) => count > 0) ?? [];
  expect(bins.map(({ from, to, count }) => `${from}–${to}: ${count}`)).toEqual(expected);
});
