import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import type { EarlierResult } from "./evaluate-facts.ts";
import { recordRun } from "./evaluate-freeze.ts";
import { exampleFacts, exampleScheme, figureFact, targetFact } from "./scheme-example.ts";
import { standingsOf } from "./standings.ts";

const city = evaluate(cityScheme, cityFacts, "seal");

describe("the standings of a city of four parks", () => {
  const [first, second] = standingsOf(city, cityFacts.earlier);
  it("rank each pool with last year's places", () => {
    const rows = [first, second].map((pool) => pool?.rows.map((row) => Object.values(row)));
    expect(rows).toEqual([
      [
        ["A", "88.87", "fair", 1, false, 1, 0],
        ["B", "55.00", "poor", 2, false, 2, 0],
      ],
      [
        ["D", "100.00", "poor", 1, false, 2, 1],
        ["C", "64.00", "fair", 2, false, 1, -1],
      ],
    ]);
  });
  it("say who leads and by how much, who moved, and what cost most", () => {
    expect(first).toMatchObject({
      lead: { code: "leads", areas: ["A"], total: "88.87", second: ["B"], margin: "33.87" },
      move: { code: "nobody-moved", year: 2017, climbed: null, fell: null },
      // share: 0 and 32 of 40; R&D 12.8, firms 6.33
      loss: { code: "most-lost", criterion: "share", lost: "32", share: "0.6000", below: 1, among: 2 },
      ...{ vetoed: 0, ineligible: 0 },
    });
    expect(second).toMatchObject({
      lead: { code: "leads", areas: ["D"], total: "100.00", second: ["C"], margin: "36" },
      move: {
        code: "moved",
        climbed: { places: 1, areas: [{ area: "D", from: 2, to: 1 }] },
        fell: { places: 1, areas: [{ area: "C", from: 1, to: 2 }] },
      },
      ...{ vetoed: 1, ineligible: 0 },
    });
  });
  it("are the same from the records that are kept", () => {
    const kept = { scheme: cityScheme, areas: recordRun(city) };
    expect(standingsOf(kept, cityFacts.earlier)).toEqual(standingsOf(city, cityFacts.earlier));
  });
  it("say that there is no earlier year: another year's places are none", () => {
    const other = cityFacts.earlier.map((result) => ({ ...result, year: 2016 }));
    expect(standingsOf(city, other)[0]?.move).toEqual({
      ...{ code: "no-earlier-year", year: 2017, climbed: null, fell: null },
    });
  });
});

/** One criterion of 10 points; the figures are hundreds of the target. */
function run(figures: Readonly<Record<string, string>>, fraud: readonly string[] = []) {
  const areas = Object.keys(figures).map((code) => ({ code, type: "hitech" }));
  const facts = exampleFacts(areas, {
    figures: Object.entries(figures).map(([area, value]) => figureFact(area, "firms", value)),
    targets: areas.map(({ code }) => targetFact(code, "firms", "100")),
    counts: fraud.map((area) => ({ code: "fraud", area, count: 1, version: 1 })),
  });
  const when = { kind: "count", code: "fraud", atLeast: 1 } as const;
  const vetoes = [{ code: "fraud", name: "造假", nameEn: null, when, effect: { kind: "ineligible" } } as const];
  return evaluate(exampleScheme({ vetoes, order: ["adjustments", "vetoes", "ranks", "grades"] }), facts, "seal");
}
const before = (ranks: Readonly<Record<string, number | null>>): EarlierResult[] =>
  Object.entries(ranks).map(([area, rank]) => ({ year: 2017, area, rank, ranked: 4, grade: null, points: {} }));

it("names all who are tied at the top, and all who follow next, by their codes", () => {
  const [pool] = standingsOf(run({ D: "80", C: "90", B: "90", A: "80" }), []);
  expect(pool?.lead).toEqual({
    ...{ code: "tied-at-top", areas: ["B", "C"], total: "9.00", second: ["A", "D"], margin: "1" },
  });
  expect(pool?.rows.map(({ area, rank, tied }) => [area, rank, tied])).toEqual([
    ...[
      ["B", 1, true],
      ["C", 1, true],
      ["A", 3, true],
      ["D", 3, true],
    ],
  ]);
});

it("names all with the greatest climb, and leaves out who is new or was not ranked", () => {
  const [pool] = standingsOf(
    run({ A: "90", B: "80", C: "70", D: "60", E: "50" }),
    before({ A: 3, B: 4, C: 1, D: null }),
  );
  expect(pool?.move).toEqual({
    ...{ code: "moved", year: 2017 },
    climbed: {
      places: 2,
      areas: [
        { area: "A", from: 3, to: 1 },
        { area: "B", from: 4, to: 2 },
      ],
    },
    fell: { places: 2, areas: [{ area: "C", from: 1, to: 3 }] },
  });
});

it("puts who is barred last, without a place, and counts them", () => {
  const [pool] = standingsOf(run({ A: "90", B: "80", C: "70" }, ["A"]), before({ A: 1, B: 2, C: 3 }));
  expect(pool?.rows.map(({ area, rank, places }) => [area, rank, places])).toEqual([
    ...[
      ["B", 1, 1],
      ["C", 2, 1],
      ["A", null, null],
    ],
  ]);
  expect([pool?.vetoed, pool?.ineligible, pool?.lead.margin]).toEqual([1, 1, "1"]);
});

it.each([
  ["one alone leads over nobody", ["B"], { code: "leads", areas: ["A"], total: "9.00", second: [], margin: null }],
  ["nobody is ranked", ["A", "B"], { code: "nobody-ranked", areas: [], total: null, second: [], margin: null }],
])("says it where %s", (_name, fraud, lead) => {
  expect(standingsOf(run({ A: "90", B: "80" }, fraud), [])[0]?.lead).toEqual(lead);
});

it("says that nothing was lost", () => {
  expect(standingsOf(run({ A: "100", B: "120" }), [])[0]?.loss).toMatchObject({
    code: "nothing-lost",
    criterion: null,
  });
});

it.each([
  ["59.99", 1],
  ["60", 0],
])("counts below 60 %% of a criterion with %s of 100: %s", (value, below) => {
  expect(standingsOf(run({ A: value, B: "100" }), [])[0]?.loss).toMatchObject({ below, among: 2 });
});
