import { describe, expect, it } from "vitest";
import { scorerFaultReasons } from "./scorer-definition.ts";
import { ScorerConfig, scorerInputs, validateScorer } from "./scorer-run.ts";

const tiers = (...list: object[]) => ({ type: "tiers", tiers: list });
const ladder = (...steps: [from: string, points: string][]) => ({
  type: "completion-steps",
  steps: steps.map(([from, points]) => ({ from, points })),
});
const count = (own: object) => ({
  type: "count-target",
  points: "5",
  over: { every: "1", points: "1" },
  under: { every: "1", points: "-1" },
  clamp: "3",
  ...own,
});
const ranks = (own: object) => ({ type: "rank-points", ties: "dense", direction: "up", ...own });
const efficacy = (own: object) => ({ type: "efficacy", satisfactory: "1", unallowable: "0", ...own });
const part = (share: string, of: unknown) => ({ share, of });
const composite = (...parts: object[]) => ({ type: "composite", parts });
const adjust = (own: object, ...items: object[]) => ({ type: "adjustments", items, ...own });

/** Each configuration with everything that stands against it. */
const refused: readonly (readonly [string, object, string[]])[] = [
  ["a floor above the cap", { type: "completion", cap: "1", floor: "1.1" }, ["scorer.floor floor-above-cap"]],
  [
    "signs that mean nothing",
    { type: "completion", cap: "0", floor: "-1", zeroBelow: "-0.1" },
    ["scorer.cap non-positive-value", "scorer.floor negative-value", "scorer.zeroBelow negative-value"],
  ],
  [
    "no cap to reach",
    { type: "inverse-completion", convention: "two-minus", cap: "0" },
    ["scorer.cap non-positive-value"],
  ],
  [
    "steps upside down",
    ladder(["0.5", "1"], ["1", "2"]),
    ["scorer.steps[1].from steps-not-descending", "scorer.steps[1].points points-not-falling"],
  ],
  ["a step twice", ladder(["1", "2"], ["1.0", "1"]), ["scorer.steps[1].from steps-not-descending"]],
  [
    "an excess of nothing",
    { ...ladder(["1", "2"]), excess: { every: "0", points: "-1", max: "-2" }, unfinishedBelow: "-1" },
    [
      "scorer.excess.every non-positive-value",
      "scorer.excess.points negative-value",
      "scorer.excess.max negative-value",
      "scorer.unfinishedBelow negative-value",
    ],
  ],
  [
    "a floor over the whole",
    { type: "min-max", floor: "1.01", direction: "up", degenerate: "mid" },
    ["scorer.floor share-out-of-range"],
  ],
  ["equal standards", efficacy({ unallowable: "1.0" }), ["scorer.unallowable equal-standards"]],
  [
    "limits the wrong way round",
    efficacy({ min: "100", max: "60", span: "0", base: "-1" }),
    ["scorer.base negative-value", "scorer.span non-positive-value", "scorer.min min-above-max"],
  ],
  ["a cap of nothing", { type: "benchmark-ratio", cap: "0" }, ["scorer.cap non-positive-value"]],
  [
    "a floor above the base",
    { type: "level-growth", floorShare: "0.9", every: "0", perStepPenalty: "-1" },
    ["scorer.every non-positive-value", "scorer.perStepPenalty negative-value", "scorer.floorShare floor-above-cap"],
  ],
  [
    "a gap between tiers",
    tiers(
      { to: "20", points: "1" },
      { from: "20", to: "80", points: "2" },
      { from: "80", fromInclusive: false, points: "3" },
    ),
    ["scorer.tiers[2].from tier-gap"],
  ],
  [
    "tiers that share an end",
    tiers({ to: "20", toInclusive: true, points: "1" }, { from: "20", points: "2" }),
    ["scorer.tiers[1].from tier-overlap"],
  ],
  [
    "open ends, and a stretch between",
    tiers({ from: "0", to: "10", points: "1" }, { from: "12", to: "20", points: "2" }),
    ["scorer.tiers[0].from tier-gap", "scorer.tiers[1].from tier-gap", "scorer.tiers[1].to tier-gap"],
  ],
  ["a tier that holds nothing", tiers({ from: "5", to: "5", points: "1" }), ["scorer.tiers[0] empty-tier"]],
  ["steps of ranks without a step", ranks({ formula: "step" }), ["scorer.step step-needed"]],
  [
    "a step that is not used",
    ranks({ formula: "linear", step: "1", minShare: "0.5" }),
    ["scorer.step step-not-used", "scorer.minShare step-not-used"],
  ],
  [
    "steps that give to those behind",
    ranks({ formula: "step", step: "-1", minShare: "2" }),
    ["scorer.step negative-value", "scorer.minShare share-out-of-range"],
  ],
  [
    "points with the wrong sign",
    count({ over: { every: "0", points: "-1" }, under: { every: "-1", points: "1" }, clamp: "-3" }),
    [
      "scorer.over.every non-positive-value",
      "scorer.over.points wrong-sign",
      "scorer.under.every non-positive-value",
      "scorer.under.points wrong-sign",
      "scorer.clamp negative-value",
    ],
  ],
  [
    "a trim that leaves nobody",
    { type: "panel", trim: 2, minJudges: 4, scale: "0" },
    ["scorer.minJudges trim-leaves-nobody", "scorer.scale non-positive-value"],
  ],
  [
    "shares that do not add up, at their level",
    composite(part("0.2", "a"), part("0.8", { parts: [part("0.5", "b"), part("0.6", "c")] })),
    ["scorer.parts[1].of.parts shares-not-one"],
  ],
  [
    "a share below nothing, a name twice, and the bonus's name",
    composite(part("1.5", "a"), part("-0.5", { parts: [part("0.5", "a"), part("0.5", "bonus")] })),
    [
      "scorer.parts[1].share non-positive-value",
      "scorer.parts[1].of.parts[0].of repeated-name",
      "scorer.parts[1].of.parts[1].of reserved-name",
    ],
  ],
  [
    "a code twice, and caps below nothing",
    adjust({ cap: "-1" }, { code: "a", points: "1" }, { code: "a", points: "2", cap: "-2" }),
    ["scorer.items[1].code repeated-code", "scorer.items[1].cap negative-value", "scorer.cap negative-value"],
  ],
  [
    "names that every object has",
    adjust({}, { code: "toString", points: "1" }),
    ["scorer.items[0].code reserved-name"],
  ],
  ["a part named as what every object has", composite(part("1", "constructor")), ["scorer.parts[0].of reserved-name"]],
  [
    "part worth more than the whole",
    { type: "milestone", done: "0.5", partial: "0.6" },
    ["scorer.partial partial-above-done"],
  ],
  [
    "shares over the whole",
    { type: "milestone", done: "1.5", partial: "-0.1" },
    ["scorer.done share-out-of-range", "scorer.partial share-out-of-range"],
  ],
];

describe("a configuration", () => {
  it.each(refused)("with %s is refused, every fault at its place", (_name, config, expected) => {
    const faults = validateScorer(ScorerConfig.parse(config));
    expect(faults.map(({ path, reason }) => `${path} ${reason}`)).toEqual(expected);
  });
  it("is refused for every reason that there is", () => {
    const found = new Set(refused.flatMap(([, , faults]) => faults.map((fault) => fault.split(" ")[1])));
    expect([...found].toSorted()).toEqual([...scorerFaultReasons].toSorted());
  });
  it("of tiers names the stretch without points", () => {
    const [open] = validateScorer(ScorerConfig.parse(tiers({ to: "10", points: "1" }, { from: "12.5", points: "2" })));
    expect(open).toEqual({ path: "scorer.tiers[1].from", reason: "tier-gap", from: "10", to: "12.5" });
  });
  it.each([
    ["of no known scorer", { type: "vote" }],
    ["with a number that is no text", { type: "completion", cap: 1 }],
    ["with an exponent", { type: "completion", cap: "1e2" }],
    ["with what the scorer does not know", { type: "completion", ceiling: "1" }],
    ["without what it needs", { type: "min-max", direction: "up" }],
    ["without tiers", tiers()],
    ["with a judge and a half", { type: "panel", minJudges: 3.5 }],
  ])("%s is none", (_name, config) => expect(ScorerConfig.safeParse(config).success).toBe(false));
});

describe("inputs", () => {
  const taken = (config: object, inputs: object) =>
    scorerInputs(ScorerConfig.parse(config))
      .safeParse(inputs)
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  it.each([
    ["both a rate and what it is made of", ladder(["1", "2"]), { rate: "1", target: "1" }, "rate rate-or-actual"],
    [
      "a pool and a range",
      { type: "min-max", direction: "up", degenerate: "mid" },
      { values: {}, min: "1" },
      "values values-or-range",
    ],
    [
      "a count below nothing",
      adjust({}, { code: "a", points: "1" }),
      { base: "1", counts: { a: -1 } },
      "counts.a malformed-count",
    ],
    ["a figure in words", { type: "completion" }, { actual: "many", target: "1" }, "actual malformed-quantity"],
  ])("are not %s", (_name, config, inputs, expected) => expect(taken(config, inputs)).toEqual([expected]));
  it.each([
    ["an item that is not configured", adjust({}, { code: "a", points: "1" }), { base: "1", counts: { b: 1 } }],
    ["a part that is not configured", composite(part("1", "a")), { a: "1", b: "2" }],
    ["a figure of another scorer", { type: "completion" }, { value: "1" }],
  ])("know no %s", (_name, config, inputs) => expect(taken(config, inputs)).toHaveLength(1));
});
