import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import { recordRun } from "./evaluate-freeze.ts";
import type { RunView } from "./evaluate-view.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";
import { type Weakness, weaknessesOf } from "./weakness.ts";

const city = evaluate(cityScheme, cityFacts, "seal");

const say = ({ criterion, lost, share, poolMean, rankInPool, ranked }: Weakness): string =>
  `${criterion} −${lost}: ${share} of ${poolMean}, ${rankInPool}/${ranked}`;
const said = (run: RunView) =>
  Object.fromEntries(
    weaknessesOf(run).map(({ area, lost, behind }) => [
      area,
      { lost: lost.map(say), behind: behind.map(({ criterion }) => criterion) },
    ]),
  );

describe("weak points of a city of four parks", () => {
  it("are where most points went, and where the pool does better", () => {
    expect(said(city)).toEqual({
      // 20 − 18.67, 40 − 35.2; the shares 280/300 and 2.2/2.5 against B's 0.75 and 0.8
      A: { lost: ["rd −4.8: 0.8800 of 0.8400, 1/2", "firms −1.33: 0.9333 of 0.8417, 1/2"], behind: [] },
      // below the mean by 0.4, 0.0917 and 0.04
      B: {
        lost: ["share −32: 0.2000 of 0.6000, 2/2", "rd −8: 0.8000 of 0.8400, 2/2", "firms −5: 0.7500 of 0.8417, 2/2"],
        behind: ["share", "firms", "rd"],
      },
      // R&D does not apply to a cluster: its 40 went to firms, of which 54 of 60 were got
      C: { lost: ["share −32: 0.2000 of 0.6000, 2/2", "firms −6: 0.9000 of 0.9500, 2/2"], behind: ["share", "firms"] },
      D: { lost: [], behind: [] },
    });
  });
  it("are the same from the records that are kept", () => {
    expect(weaknessesOf({ scheme: cityScheme, areas: recordRun(city) })).toEqual(weaknessesOf(city));
  });
});

/** Five criteria of 20 each; the third is not counted for an area without a figure. */
function five(values: Readonly<Record<string, readonly (string | null)[]>>): Evaluation {
  const codes = ["a", "b", "c", "d", "e"];
  const criteria = codes.map((code) =>
    exampleCriterion({ code, indicator: code, missing: code === "c" ? "not-applicable" : "refuse" }),
  );
  const scheme = exampleScheme({ fullMark: "100", groups: [exampleGroup({ weight: "100", criteria })] });
  const areas = Object.keys(values).map((code) => ({ code, type: "hitech" }));
  const figures = Object.entries(values).flatMap(([area, own]) =>
    codes.flatMap((code, at) => (own[at] == null ? [] : [figureFact(area, code, own[at])])),
  );
  const targets = areas.flatMap(({ code }) => codes.map((indicator) => targetFact(code, indicator, "10")));
  return evaluate(scheme, exampleFacts(areas, { figures, targets }), "seal");
}

it("names three at most, equal ones in the order of the scheme", () => {
  const [first] = weaknessesOf(five({ A: ["5", "4", "5", "9", "5"], B: ["10", "10", "10", "10", "10"] }));
  expect(first?.lost.map(say)).toEqual([
    ...["b −12: 0.4000 of 0.7000, 2/2", "a −10: 0.5000 of 0.7500, 2/2", "c −10: 0.5000 of 0.7500, 2/2"],
  ]);
});

it("stretches what was lost to the full mark where something did not apply, and counts who is left", () => {
  const run = five({
    A: ["5", "10", null, "10", "10"],
    B: ["8", "10", "9", "10", "10"],
    C: ["8", "10", "9", "10", "10"],
  });
  const [a, b] = weaknessesOf(run);
  // 10 of 20 lost, of 80 that applied: 12.5 of 100; the places of the pool: 2nd of 3 is shared
  expect(a?.lost.map(say)).toEqual(["a −12.5: 0.5000 of 0.7000, 3/3"]);
  expect(b?.lost.map(say)).toEqual(["a −4: 0.8000 of 0.7000, 1/3", "c −2: 0.9000 of 0.9000, 1/2"]);
});

it("tells one area what it tells it among all", () => {
  for (const run of [city, five({ A: ["5", "10", null, "10", "10"], B: ["8", "10", "9", "10", "10"] })]) {
    const all = weaknessesOf(run);
    expect(all.length).toBeGreaterThan(1);
    for (const one of all) expect(weaknessesOf(run, one.area)).toEqual([one]);
  }
  expect(weaknessesOf(city, "nowhere")).toEqual([]);
});

it("says nothing of a refused run", () => {
  expect(weaknessesOf(evaluate(cityScheme, { ...cityFacts, figures: [] }, "seal"))).toEqual([]);
});
