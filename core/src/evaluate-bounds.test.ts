import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { isOpenRule } from "./evaluate-bounds.ts";
import { missingPolicies } from "./missing-score.ts";
import { exact } from "./quantity.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";
import { settle } from "./scorer-rounding.ts";
import { ScorerConfig } from "./scorer-run.ts";

const named = (code: string) => ({ code, name: code, nameEn: null });
const codes = ["a", "b", "c", "d"] as const;
const areas = ["P", "Q", "R", "S"].map((code, at) => ({ code, type: at % 2 === 0 ? "hitech" : "cluster" }));
const weight = fc.integer({ min: 1, max: 9 }).map(String);
const policy = fc.constantFrom(...missingPolicies);
const figure = fc.constantFrom("missing", "not-applicable", "0", "3", "7", "10", "14");
const four = <One>(one: fc.Arbitrary<One>) => fc.array(one, { minLength: 4, maxLength: 4 });
const before = fc.record({
  points: fc.integer({ min: -2, max: 9 }).map(String),
  weight: fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: undefined }),
});
const given = fc.record({
  ...{ weights: four(weight), columns: four(weight), policies: four(policy) },
  ...{ figures: four(four(figure)), earlier: fc.option(four(before)), counts: four(fc.integer({ min: 0, max: 9 })) },
});

type Given = typeof given extends fc.Arbitrary<infer One> ? One : never;

/** Two groups of 10 over one pool of two park types; the first criterion of each is compared within the pool. */
function runOf({ weights, columns, policies, figures, earlier, counts }: Given) {
  const criterion = (code: string, at: number) =>
    exampleCriterion({
      ...{ code, indicator: code, weight: weights[at] ?? "1", weights: { cluster: columns[at] ?? "1" } },
      missing: policies[at] ?? "zero",
      ...(at % 2 === 0 && {
        scorer: { type: "min-max", floor: "0.2", direction: "up", degenerate: "mid" },
        inputs: { values: { from: "figure" } },
      }),
    });
  const [a, b, c, d] = codes.map(criterion);
  const group = (code: string, own: readonly (typeof a)[]) =>
    exampleGroup({ code, criteria: own.filter((one) => one !== undefined) });
  const scheme = exampleScheme({
    fullMark: "20",
    rounding: { mode: "half-up", scale: 2, stage: "total", compare: "full" },
    pools: [{ ...named("all"), types: ["hitech", "cluster"] }],
    groups: [group("one", [a, b]), group("two", [c, d])],
    adjustments: { items: [{ ...named("award"), points: "1", cap: null }], cap: "3" },
  });
  const facts = exampleFacts(areas, {
    figures: areas.flatMap(({ code }, own) =>
      codes.flatMap((indicator, at) => {
        const value = figures[own]?.[at] ?? "missing";
        if (value === "missing") return [];
        const declared = value === "not-applicable" ? ({ state: value, value: null } as const) : {};
        return [figureFact(code, indicator, value === "not-applicable" ? "0" : value, declared)];
      }),
    ),
    targets: areas.flatMap(({ code }) => codes.map((indicator) => targetFact(code, indicator, "10"))),
    counts: areas.map(({ code: area }, at) => ({ code: "award", area, count: counts[at] ?? 0, version: 1 })),
    earlier: areas.map(({ code: area }) => ({
      ...{ year: 2017, area, rank: 1, ranked: 4, grade: null },
      points: Object.fromEntries(codes.flatMap((code, at) => (earlier?.[at] ? [[code, earlier[at].points]] : []))),
      weights: Object.fromEntries(
        codes.flatMap((code, at) => (earlier?.[at]?.weight === undefined ? [] : [[code, earlier[at].weight]])),
      ),
    })),
  });
  return evaluate(scheme, facts, "seal");
}

it("gives nobody less than nothing, more than a weight, or more than the full mark and the cap, by any policy", () => {
  let scored = 0;
  fc.assert(
    fc.property(given, (own) => {
      const { areas: results, refusals } = runOf(own);
      expect(results.length).toBe(refusals.length === 0 ? areas.length : 0);
      scored += results.length;
      for (const { lines, total, fullMark } of results) {
        for (const { points, weight: most } of lines) {
          if (points === null) continue;
          expect(points.gte(0)).toBe(true);
          expect(settle(points).lte(settle(most ?? exact(0)))).toBe(true);
        }
        expect(total.gte(0) && total.lte(23)).toBe(true);
        expect(fullMark.gt(0) && fullMark.lte(20)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(scored).toBeGreaterThan(100);
});

it.each<[boolean, ScorerConfig]>(
  (
    [
      [false, { type: "completion" }],
      [true, { type: "completion", cap: "1.2" }],
      [true, { type: "inverse-completion", convention: "two-minus", cap: "2" }],
      [true, { type: "efficacy", satisfactory: "2", unallowable: "1" }],
      [false, { type: "efficacy", satisfactory: "2", unallowable: "1", min: "0", max: "100" }],
      [false, { type: "completion-steps", steps: [{ from: "1", points: "5" }] }],
      [
        true,
        {
          ...{ type: "completion-steps", steps: [{ from: "1", points: "5" }] },
          excess: { every: "0.1", points: "1", max: "2" },
        },
      ],
      [false, { type: "tiers", tiers: [{ points: "5" }] }],
      [true, { type: "tiers", tiers: [{ points: "-5" }] }],
      [true, { type: "benchmark-ratio" }],
      [false, { type: "milestone" }],
    ] as const
  ).map(([isOpen, config]) => [isOpen, ScorerConfig.parse(config)]),
)("%s: whether %o may leave its weight by itself", (isOpen, config) => expect(isOpenRule(config)).toBe(isOpen));
