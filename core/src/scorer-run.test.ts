import { describe, expect, it } from "vitest";
import { exact } from "./quantity.ts";
import { scorerCases } from "./scorer-cases.ts";
import type { Outcome } from "./scorer-outcome.ts";
import { type Rounding, roundPoints } from "./scorer-rounding.ts";
import { prepareScorer, ScorerConfig, scorerInputs, validateScorer } from "./scorer-run.ts";

const twoDecimals = { mode: "half-up", scale: 2 } as const;

function run(scorer: object, weight: string, inputs: object): Outcome {
  const config = ScorerConfig.parse(scorer);
  expect(validateScorer(config)).toEqual([]);
  return prepareScorer(config, exact(weight)).score(scorerInputs(config).parse(inputs));
}

/** Points rounded, or the reason for none; by area for a pool. */
function said(outcome: Outcome, rounding: Rounding = twoDecimals): unknown {
  if (outcome.kind === "one") {
    const { points, reason } = outcome.scored;
    return points === null ? reason : roundPoints(points, rounding);
  }
  return Object.fromEntries(
    [...outcome.areas].map(([area, one]) => [area, said({ kind: "one", scored: one }, rounding)]),
  );
}

describe("every worked case", () => {
  it.each(scorerCases)("$id ($source)", ({ request, points, flags }) => {
    const outcome = run(request.scorer, request.weight, request.inputs);
    expect(said(outcome, request.rounding)).toEqual(points);
    expect(outcome.kind === "one" ? outcome.scored.flags : []).toEqual(flags);
  });
});

const steps = (own: object = {}) => ({
  type: "completion-steps",
  steps: [
    { from: "1", points: "10" },
    { from: "0.6", points: "6" },
  ],
  ...own,
});
const inverse = (convention: string, cap = "1") => ({ type: "inverse-completion", convention, cap });
const growth = { type: "level-growth", perStepPenalty: "0.6", floorShare: "0.5" };
const count = (own: object = {}) => ({
  type: "count-target",
  points: "20",
  over: { every: "2", points: "0.5" },
  under: { every: "10", of: "percent", points: "-2" },
  clamp: "5",
  ...own,
});
const ranks = (own: object) => ({
  type: "rank-points",
  ties: "competition",
  formula: "linear",
  direction: "up",
  ...own,
});
const panel = (own: object = {}) => ({ type: "panel", minJudges: 3, ...own });
const adjust = (own: object = {}) => ({
  type: "adjustments",
  items: [
    { code: "award", points: "0.5", cap: "1" },
    { code: "accident", points: "-1" },
  ],
  ...own,
});
const pool = { values: { A: "30", B: "20", C: "20", D: "10" } };
const nested = {
  type: "composite",
  parts: [
    { share: "0.3", of: "target" },
    {
      share: "0.7",
      of: {
        parts: [
          { share: "0.5", of: { parts: [{ share: "1", of: "deep" }] } },
          { share: "0.5", of: "dynamic" },
        ],
      },
    },
  ],
};

describe("worked by hand", () => {
  it.each<[string, object, string, object, unknown]>([
    [
      "5 % of the target, under the line of 10 %",
      { type: "completion", floor: "0.2", zeroBelow: "0.1" },
      "10",
      { actual: "5", target: "100" },
      "0.00",
    ],
    [
      "15 %, raised to the floor",
      { type: "completion", floor: "0.2", zeroBelow: "0.1" },
      "10",
      { actual: "15", target: "100" },
      "2.00",
    ],
    ["a loss of 3 against 100", { type: "completion" }, "10", { actual: "-3", target: "100" }, "0.00"],
    [
      "T/A over the cap: 0.4/0.3",
      inverse("target-over-actual", "1.2"),
      "10",
      { actual: "0.3", target: "0.4" },
      "12.00",
    ],
    ["2 − A/T under 0: 2 − 1/0.4", inverse("two-minus"), "10", { actual: "1", target: "0.4" }, "0.00"],
    [
      "further from the target than the baseline",
      inverse("from-baseline"),
      "10",
      { actual: "0.6", target: "0.4", baseline: "0.5" },
      "0.00",
    ],
    ["under every step", steps(), "10", { rate: "0.5999" }, "0.00"],
    ["on a step: 60 of 100", steps(), "10", { actual: "60", target: "100" }, "6.00"],
    [
      "excess at its most: 2.6 is 16 steps of 0.1",
      steps({ excess: { every: "0.1", points: "1", max: "5" } }),
      "10",
      { rate: "2.6" },
      "15.00",
    ],
    [
      "a whole step of a third: 4 of 3",
      steps({ excess: { every: "0.333333", points: "1", max: "5" } }),
      "10",
      { actual: "4", target: "3" },
      "11.00",
    ],
    [
      "beyond last year's range",
      { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
      "10",
      { value: "60", min: "10", max: "50" },
      "10.00",
    ],
    [
      "below last year's range",
      { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
      "10",
      { value: "5", min: "10", max: "50" },
      "2.00",
    ],
    [
      "a quarter of the way: 10 × (0.2 + 0.8 × 0.25)",
      { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
      "10",
      { value: "20", min: "10", max: "50" },
      "4.00",
    ],
    [
      "efficacy within its limits: 60 + 40 × 2 is 140",
      { type: "efficacy", satisfactory: "12", unallowable: "6", max: "110" },
      "10",
      { value: "18" },
      "11.00",
    ],
    [
      "efficacy under its limits: 60 − 80",
      { type: "efficacy", satisfactory: "12", unallowable: "6", min: "0" },
      "10",
      { value: "-6" },
      "0.00",
    ],
    [
      "efficacy without limits",
      { type: "efficacy", satisfactory: "12", unallowable: "6" },
      "10",
      { value: "-6" },
      "-2.00",
    ],
    [
      "benchmark, at most the cap",
      { type: "benchmark-ratio", cap: "1.5" },
      "10",
      { value: "40", benchmark: "20" },
      "15.00",
    ],
    ["growth at its most: 3.2 + 2", growth, "4", { growth: "80" }, "5.20"],
    ["decline of less than a step", growth, "4", { growth: "-4.9" }, "3.20"],
    ["one step of decline: 3.2 − 0.6", growth, "4", { growth: "-5" }, "2.60"],
    ["decline down to the floor: half of 4", growth, "4", { growth: "-50" }, "2.00"],
    ["decline without a penalty", { type: "level-growth" }, "4", { growth: "-50" }, "3.20"],
    ["two over is one step", count(), "20", { actual: "12", target: "10" }, "20.50"],
    ["three over is one step too", count(), "20", { actual: "13", target: "10" }, "20.50"],
    ["19 % under is one step of 10", count(), "20", { actual: "81", target: "100" }, "18.00"],
    ["a third under is three steps of 10", count(), "20", { actual: "2", target: "3" }, "15.00"],
    [
      "ranked densely: (4−r+1)/4 of 10",
      ranks({ ties: "dense" }),
      "10",
      pool,
      { A: "10.00", B: "7.50", C: "7.50", D: "5.00" },
    ],
    [
      "ranked upwards where less is better",
      ranks({ direction: "down" }),
      "10",
      pool,
      { A: "2.50", B: "7.50", C: "7.50", D: "10.00" },
    ],
    [
      "3 off a rank, at least half",
      ranks({ formula: "step", step: "3", minShare: "0.5" }),
      "10",
      pool,
      { A: "10.00", B: "7.00", C: "7.00", D: "5.00" },
    ],
    ["nobody trimmed: (80 + 90 + 100)/3", panel({ trim: 0 }), "10", { scores: ["80", "90", "100"] }, "9.00"],
    ["of a scale of 10, the middle one", panel({ scale: "10" }), "5", { scores: ["7", "9.5", "8"] }, "4.00"],
    ["an award at its most: 60 + 1 − 1", adjust(), "100", { base: "60", counts: { award: 5, accident: 1 } }, "60.00"],
    ["all within their cap: 60 − 2", adjust({ cap: "2" }), "100", { base: "60", counts: { accident: "7" } }, "58.00"],
    [
      "three deep: 0.3 × 100 + 0.35 × 80 + 0.35 × 60",
      nested,
      "100",
      { target: "100", deep: "80", dynamic: "60" },
      "79.00",
    ],
    ["partly done, for half", { type: "milestone", partial: "0.5" }, "5", { state: "partial" }, "2.50"],
    ["partly done, for nothing", { type: "milestone" }, "5", { state: "partial" }, "0.00"],
    ["done", { type: "milestone", done: "0.9" }, "5", { state: "done" }, "4.50"],
  ])("%s", (_name, scorer, weight, inputs, expected) => {
    expect(said(run(scorer, weight, inputs))).toEqual(expected);
  });
});

it.each([
  ["80", "2.00"],
  ["80.000001", "3.00"],
  ["20", "1.00"],
  ["20.000001", "2.00"],
])("a tier begins and ends where it says, whatever the order of the list: %s gives %s", (value, expected) => {
  const tiers = [
    { from: "80", fromInclusive: false, points: "3" },
    { from: "20", fromInclusive: false, to: "80", toInclusive: true, points: "2" },
    { to: "20", toInclusive: true, points: "1" },
  ];
  expect(said(run({ type: "tiers", tiers }, "3", { value }))).toBe(expected);
});

describe("no points, and why", () => {
  it.each<[object, object, unknown]>([
    [{ type: "completion" }, { actual: "5", target: "0" }, "non-positive-target"],
    [{ type: "completion" }, { actual: "5", target: "-5" }, "non-positive-target"],
    [inverse("target-over-actual"), { actual: "0", target: "1" }, "zero-denominator"],
    [inverse("target-over-actual"), { actual: "-1", target: "1" }, "negative-actual"],
    [inverse("two-minus"), { actual: "1", target: "0" }, "non-positive-target"],
    [inverse("from-baseline"), { actual: "1", target: "2", baseline: "2" }, "baseline-not-above-target"],
    [inverse("from-baseline"), { actual: "1", target: "2" }, "missing-input"],
    [steps(), { actual: "1", target: "0" }, "non-positive-target"],
    [{ type: "benchmark-ratio" }, { value: "1", benchmark: "0" }, "zero-denominator"],
    [{ type: "benchmark-ratio" }, { value: "1", benchmark: "-2" }, "non-positive-benchmark"],
    [{ type: "min-max", direction: "up", degenerate: "full" }, { value: "1", min: "3", max: "2" }, "min-above-max"],
    [count(), { actual: "-1", target: "0" }, "non-positive-target"],
    [panel(), { scores: ["90", "80"] }, "too-few-judges"],
    [panel(), { scores: ["90", "80", "101"] }, "score-outside-scale"],
    [adjust(), { base: "60", counts: { award: null } }, "missing-input"],
    [ranks({}), { values: { A: "1", B: null, C: "2" } }, { A: "5.00", B: "missing-input", C: "10.00" }],
  ])("%j of %j", (scorer, inputs, expected) => {
    expect(said(run(scorer, "10", inputs))).toEqual(expected);
  });
});

describe("a trace", () => {
  it("says every figure that a statement needs: 9.33 of 10 for 280 against 300", () => {
    const outcome = run({ type: "completion" }, "10", { actual: "280", target: "300" });
    expect(outcome.kind === "one" && outcome.scored.trace()).toEqual([
      { code: "rate-of-target", item: null, figures: { actual: "280", target: "300", rate: "0.9333333333" } },
      { code: "weighted", item: null, figures: { weight: "10", rate: "0.9333333333", points: "9.3333333333" } },
    ]);
  });
  it("names the limit that bound", () => {
    const outcome = run({ type: "completion", cap: "1.2" }, "10", { actual: "400", target: "300" });
    const codes = outcome.kind === "one" ? outcome.scored.trace().map(({ code }) => code) : [];
    expect(codes).toEqual(["rate-of-target", "lowered-to-cap", "weighted"]);
  });
  it("names what is missing", () => {
    const outcome = run(nested, "100", { target: "100", dynamic: "60" });
    expect(outcome.kind === "one" && outcome.scored.trace()).toEqual([
      { code: "not-scored", item: "deep", figures: {} },
    ]);
  });
});
