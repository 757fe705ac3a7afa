import type { EvaluationFacts } from "./evaluate-facts.ts";
import type { Scheme } from "./scheme.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

/** For tests: four parks of two types, small enough to be worked out by hand. */

const named = (code: string) => ({ code, name: code, nameEn: null });

/**
 * 100 points: innovation 60 (firms 1, R&D intensity 2, which does not apply to clusters) and growth 40 (the share of new
 * industries, between the least and the most of the pool, from a fifth on).
 */
export const cityScheme: Scheme = exampleScheme({
  fullMark: "100",
  groups: [
    exampleGroup({
      weight: "60",
      criteria: [
        exampleCriterion(),
        exampleCriterion({ ...named("rd"), indicator: "rd", weight: "2", weights: { cluster: "0" } }),
      ],
    }),
    exampleGroup({
      ...{ ...named("growth"), weight: "40" },
      criteria: [
        exampleCriterion({
          ...{ ...named("share"), indicator: "share" },
          scorer: { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
          inputs: { values: { from: "figure" } },
        }),
      ],
    }),
  ],
  grades: [
    { ...named("good"), from: "90", quota: null },
    { ...named("fair"), from: "60", quota: null },
    { ...named("poor"), from: null, quota: null },
  ],
  adjustments: {
    items: [
      { ...named("award"), points: "1", cap: "2" },
      { ...named("accident"), points: "-5", cap: null },
    ],
    cap: null,
  },
  vetoes: [
    {
      ...named("fraud"),
      when: { kind: "count", code: "fraud", atLeast: 1 },
      effect: { kind: "lock-grade", grade: "poor" },
    },
  ],
  windows: [{ ...named("warning"), years: 3, atLeast: 2, test: { kind: "last", places: 1 }, effect: { kind: "warn" } }],
});

const earlier = (area: string, year: number, rank: number) => ({
  year,
  area,
  rank,
  ranked: 2,
  grade: null,
  points: {},
});

export const cityFacts: EvaluationFacts = exampleFacts(
  [
    { code: "A", type: "hitech" },
    { code: "B", type: "hitech" },
    { code: "C", type: "cluster" },
    { code: "D", type: "cluster" },
  ],
  {
    figures: [
      ...[figureFact("A", "firms", "280"), figureFact("A", "rd", "2.2"), figureFact("A", "share", "30")],
      ...[figureFact("B", "firms", "150"), figureFact("B", "rd", "2"), figureFact("B", "share", "20")],
      ...[figureFact("C", "firms", "45"), figureFact("C", "share", "10")],
      ...[figureFact("D", "firms", "60"), figureFact("D", "share", "12")],
    ],
    targets: [
      ...[targetFact("A", "firms", "300"), targetFact("A", "rd", "2.5")],
      ...[targetFact("B", "firms", "200"), targetFact("B", "rd", "2.5")],
      ...[targetFact("C", "firms", "50"), targetFact("D", "firms", "50")],
    ],
    counts: [
      { code: "accident", area: "A", count: 1, version: 1 },
      { code: "award", area: "C", count: 3, version: 1 },
      { code: "fraud", area: "D", count: 1, version: 1 },
    ],
    earlier: [earlier("A", 2017, 1), earlier("B", 2017, 2), earlier("C", 2017, 1), earlier("D", 2017, 2)],
  },
);
