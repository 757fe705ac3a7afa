import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import { recordRun } from "./evaluate-freeze.ts";
import type { RunView } from "./evaluate-view.ts";
import type { Scheme } from "./scheme.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";
import { SensitivityQuestion, sensitivityOf } from "./sensitivity.ts";
import { makeRandom } from "./sensitivity-draw.ts";

const question = { draws: 2000, spread: 0.3, seed: 7 };

interface Case {
  /** Weights of groups with one criterion each. */
  readonly weights: readonly string[];
  /** By area, what of 100 it reached on each. */
  readonly reached: Readonly<Record<string, readonly string[]>>;
  readonly own?: Partial<Scheme>;
  readonly awarded?: string;
}

function run({ weights, reached, own, awarded }: Case): RunView {
  const groups = weights.map((weight, at) =>
    exampleGroup({ code: `g${at}`, weight, criteria: [exampleCriterion({ code: `c${at}`, indicator: `c${at}` })] }),
  );
  const item = { code: "award", name: "奖", nameEn: null, points: "10", cap: null };
  const adjustments = { items: [item], cap: null };
  const areas = Object.keys(reached).map((code) => ({ code, type: "hitech" }));
  const facts = exampleFacts(areas, {
    figures: Object.entries(reached).flatMap(([area, values]) =>
      values.map((value, at) => figureFact(area, `c${at}`, value)),
    ),
    targets: areas.flatMap(({ code }) => weights.map((_, at) => targetFact(code, `c${at}`, "100"))),
    counts: awarded === undefined ? [] : [{ code: "award", area: awarded, count: 1, version: 1 }],
  });
  return evaluate(exampleScheme({ fullMark: "100", groups, adjustments, ...own }), facts, "seal");
}

const dominated = run({ weights: ["50", "50"], reached: { A: ["90", "80"], B: ["80", "70"] } });
const level = run({ weights: ["50", "50"], reached: { A: ["100", "0"], B: ["0", "100"] } });
const uneven = run({ weights: ["60", "40"], reached: { A: ["100", "0"], B: ["0", "100"] } });

describe("ranks against the weights", () => {
  it("always hold where one is better on everything", () => {
    const { areas, pools } = sensitivityOf(dominated, question);
    expect(areas).toEqual([
      { area: "A", pool: "first", rank: 1, holds: "1.0000", best: 1, worst: 1, p5: 1, p95: 1 },
      { area: "B", pool: "first", rank: 2, holds: "1.0000", best: 2, worst: 2, p5: 2, p95: 2 },
    ]);
    expect(pools).toEqual([{ pool: "first", orderHolds: "1.0000", firstHolds: "1.0000" }]);
  });
  it("hold half the time where the greater of two equal weights decides; a tie at the top never stays one", () => {
    const { areas, pools } = sensitivityOf(level, question);
    const holds = areas.map((own) => Number(own.holds));
    expect((holds[0] ?? 0) + (holds[1] ?? 0)).toBeCloseTo(1, 2);
    expect(Math.abs((holds[0] ?? 0) - 0.5)).toBeLessThan(0.04);
    expect(areas.map(({ best, worst, p5, p95 }) => [best, worst, p5, p95])).toEqual([
      ...[
        [1, 2, 1, 2],
        [1, 2, 1, 2],
      ],
    ]);
    expect(Number(pools[0]?.firstHolds)).toBeLessThan(0.01);
  });
  it("fall where 0.4 × its factor passes 0.6 × the other: a corner of 0.0579 of all pairs in 0.7 to 1.3", () => {
    const [a] = sensitivityOf(uneven, { ...question, draws: 10_000 }).areas;
    // f₂ > 1.5 f₁: the triangle ½ × (1.3 − 1.05) × (1.3/1.5 − 0.7), of the square 0.6 × 0.6
    expect(Math.abs(1 - Number(a?.holds) - 0.0579)).toBeLessThan(0.01);
    expect([a?.p5, a?.worst]).toEqual([1, 2]);
  });
  it("hold where the weights may not move far enough: 0.9 × 60 against 1.1 × 40", () => {
    expect(sensitivityOf(uneven, { ...question, spread: 0.1 }).pools[0]?.orderHolds).toBe("1.0000");
  });
});

describe("the same answer", () => {
  const first = sensitivityOf(uneven, question);
  it("comes from the same seed, another one from another seed", () => {
    expect(sensitivityOf(uneven, question)).toEqual(first);
    expect(sensitivityOf(uneven, { ...question, seed: 8 }).areas).not.toEqual(first.areas);
  });
  it("comes from areas in another order, and from the records that are kept", () => {
    const turned = { ...uneven, areas: uneven.areas.toReversed() };
    expect(sensitivityOf(turned, question)).toEqual(first);
    const city = evaluate(cityScheme, cityFacts, "seal");
    const kept = { scheme: cityScheme, areas: recordRun(city) };
    expect(sensitivityOf(kept, question)).toEqual(sensitivityOf(city, question));
  });
});

it("moves criteria within their group too: with one group alone the order still may turn", () => {
  const criteria = ["a", "b"].map((code) => exampleCriterion({ code, indicator: code }));
  const scheme = exampleScheme({ groups: [exampleGroup({ criteria })] });
  const areas = ["A", "B"].map((code) => ({ code, type: "hitech" }));
  const values: [string, string, string][] = [
    ["A", "a", "9"],
    ["A", "b", "1"],
    ["B", "a", "2"],
    ["B", "b", "7"],
  ];
  const facts = exampleFacts(areas, {
    figures: values.map(([area, indicator, value]) => figureFact(area, indicator, value)),
    targets: values.map(([area, indicator]) => targetFact(area, indicator, "10")),
  });
  // 9 + 1 against 2 + 7: B leads where 6 of one outweigh 7 of the other
  const [a] = sensitivityOf(evaluate(scheme, facts, "seal"), { ...question, draws: 10_000 }).areas;
  // ½ × (1.3 − 0.7 × 7/6) × (1.3 × 6/7 − 0.7), of the square 0.6 × 0.6
  expect(Math.abs(1 - Number(a?.holds) - 0.2781)).toBeLessThan(0.02);
});

it("leaves adjustments as they are: 10 points more keep first whoever is 1 behind", () => {
  const reached = { A: ["51", "50"], B: ["50", "51"] };
  const { areas } = sensitivityOf(run({ weights: ["50", "50"], reached, awarded: "B" }), question);
  expect(areas.map(({ area, rank, holds }) => [area, rank, holds])).toEqual([
    ["B", 1, "1.0000"],
    ["A", 2, "1.0000"],
  ]);
});

describe("with weights that do not move", () => {
  const still = { draws: 3, spread: 0, seed: 1 };
  const equal = { A: ["90", "80"], B: ["80", "90"], C: ["50", "50"] };
  it.each<[string, Partial<Scheme>, string[]]>([
    ["a tie stays one", {}, ["A 1", "B 1", "C 3"]],
    ["dense places stay dense", { ties: { rule: "dense", chain: [] } }, ["A 1", "B 1", "C 2"]],
    [
      "what the tie-break chain has parted stays parted",
      { ties: { rule: "competition", chain: [{ by: "criterion", code: "c1" }] } },
      ["B 1", "A 2", "C 3"],
    ],
  ])("%s", (_name, own, expected) => {
    const { areas, pools } = sensitivityOf(run({ weights: ["50", "50"], reached: equal, own }), still);
    expect(areas.map(({ area, rank }) => `${area} ${rank}`)).toEqual(expected);
    expect([...areas.map(({ holds }) => holds), pools[0]?.orderHolds]).toEqual(
      Array.from({ length: 4 }, () => "1.0000"),
    );
  });
  it("the places of a city of two pools hold, with what does not apply, adjustments and vetoes", () => {
    const found = sensitivityOf(evaluate(cityScheme, cityFacts, "seal"), still);
    expect(found.areas.map(({ area, rank, holds }) => [area, rank, holds])).toEqual([
      ...[
        ["A", 1, "1.0000"],
        ["B", 2, "1.0000"],
        ["D", 1, "1.0000"],
        ["C", 2, "1.0000"],
      ],
    ]);
  });
  it("nobody is ranked behind who has lost the right to a place, whatever the order of steps", () => {
    const when = { kind: "points-below", criterion: "c0", share: "0.95" } as const;
    const bar = (effect: "first" | "last") => {
      const vetoes = [{ code: "low", name: "低", nameEn: null, when, effect: { kind: "ineligible" } } as const];
      const order: Scheme["order"] = effect === "first" ? ["vetoes", "ranks"] : ["ranks", "vetoes"];
      const reached = { A: ["90", "100"], B: ["96", "10"], C: ["95", "5"] };
      const { areas } = sensitivityOf(
        run({ weights: ["50", "50"], reached, own: { vetoes, order: ["adjustments", ...order, "grades"] } }),
        still,
      );
      return areas.map(({ area, rank, holds }) => `${area} ${rank} ${holds}`);
    };
    expect(bar("first")).toEqual(["B 1 1.0000", "C 2 1.0000"]);
    expect(bar("last")).toEqual(["B 1 1.0000", "C 2 1.0000"]);
  });
});

it("counts neither points nor weight of what is excluded", () => {
  const criteria = ["a", "b"].map((code) => exampleCriterion({ code, indicator: code, missing: "not-applicable" }));
  const scheme = exampleScheme({ groups: [exampleGroup({ criteria })] });
  const areas = ["A", "B"].map((code) => ({ code, type: "hitech" }));
  const figures = [figureFact("A", "a", "9"), figureFact("B", "a", "8.9"), figureFact("B", "b", "8.9")];
  const targets = ["A", "B"].flatMap((area) => ["a", "b"].map((indicator) => targetFact(area, indicator, "10")));
  // 9 of 10 by the one that counts, against 8.9 of 10 by both: no weight changes either
  const { pools } = sensitivityOf(evaluate(scheme, exampleFacts(areas, { figures, targets }), "seal"), question);
  expect(pools).toEqual([{ pool: "first", orderHolds: "1.0000", firstHolds: "1.0000" }]);
});

it("says nothing of a refused run", () => {
  expect(sensitivityOf(evaluate(cityScheme, { ...cityFacts, figures: [] }, "seal"), question)).toMatchObject({
    ...{ areas: [], pools: [] },
  });
});

it.each([
  ...[
    { draws: 0 },
    { draws: 10_001 },
    { draws: 1.5 },
    { spread: 1 },
    { spread: -0.1 },
    { seed: -1 },
    { seed: 2 ** 32 },
  ],
])("does not take %o", (own) => expect(SensitivityQuestion.safeParse({ ...question, ...own }).success).toBe(false));

it("draws numbers that spread evenly", () => {
  const random = makeRandom(3);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const at = Math.floor(random() * 10);
    tenths[at] = (tenths[at] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(130);
});
