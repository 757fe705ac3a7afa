import { expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import type { FigureFact } from "./evaluate-facts.ts";
import { recordRun } from "./evaluate-freeze.ts";
import { differRuns } from "./run-difference.ts";

const run = (change: (figure: FigureFact) => FigureFact = (figure) => figure) =>
  recordRun(evaluate(cityScheme, { ...cityFacts, figures: cityFacts.figures.map(change) }, "seal"));
const before = run();
const revised = (id: string, value: string) => (figure: FigureFact) =>
  figure.id === id ? { ...figure, value, version: 2 } : figure;

it("finds nothing between a run and itself", () => expect(differRuns(before, run())).toEqual([]));

it("says what a revised figure does to points, places and grades, also of others in the pool", () => {
  // B's share from 20 to 40: B now leads the range with all 40, A falls from 40 to 0.2 × 40 + 0.8 × 40 × 0 = 8
  const found = differRuns(before, run(revised("B-share", "40")));
  expect(
    found.map(({ area, total, points, rank, places, grade }) => ({ area, total, points, rank, places, grade })),
  ).toEqual([
    {
      ...{
        area: "A",
        total: { before: "88.87", after: "56.87" },
        points: "-32",
        rank: { before: 1, after: 2 },
        places: -1,
      },
      grade: { before: "fair", after: "poor" },
    },
    {
      ...{
        area: "B",
        total: { before: "55.00", after: "87.00" },
        points: "32",
        rank: { before: 2, after: 1 },
        places: 1,
      },
      grade: { before: "poor", after: "fair" },
    },
  ]);
  expect(found[1]?.lines).toEqual([
    {
      ...{ criterion: "share", before: "8", after: "40", points: "32" },
      sources: [
        {
          before: { kind: "observation", id: "B-share", version: 1, period: "2017", value: "20", basis: null },
          after: { kind: "observation", id: "B-share", version: 2, period: "2017", value: "40", basis: null },
        },
      ],
    },
  ]);
  expect(found[0]?.lines.map(({ criterion, points, sources }) => [criterion, points, sources])).toEqual([
    ["share", "-32", []],
  ]);
});

it("says that another version was used, though the points are the same", () => {
  const [only, ...others] = differRuns(before, run(revised("A-firms", "280")));
  expect([only?.area, only?.points, only?.places, others]).toEqual(["A", "0", 0, []]);
  expect(only?.lines.map(({ criterion, points, sources }) => [criterion, points, sources.length])).toEqual([
    ["firms", "0", 1],
  ]);
});

it("says who is in one run alone", () => {
  const found = differRuns(
    before,
    before.filter(({ area }) => area !== "D"),
  );
  expect(found.map(({ area, total, points, rank, places }) => [area, total, points, rank, places])).toEqual([
    ["D", { before: "100.00", after: null }, null, { before: 1, after: null }, null],
  ]);
});
