import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { gainsOf } from "./evaluate-gain.ts";
import {
  exampleCriterion,
  exampleFacts,
  exampleGroup,
  exampleScheme,
  figureFact,
  targetFact,
} from "./scheme-example.ts";

type Given = Parameters<typeof exampleScheme>[0];
const named = (code: string) => ({ code, name: code, nameEn: null });
const decimals = new Map<string, number>();
const pair = ["A", "B"].map((code) => ({ code, type: "hitech" }));

describe("behind an equal total", () => {
  const reached = { A: ["80", "60"], B: ["60", "80"] } as const;
  const run = (own: Given) => {
    const criteria = ["x", "y"].map((code) => exampleCriterion({ code, indicator: code }));
    const figures = Object.entries(reached).flatMap(([area, [x, y]]) => [
      ...[figureFact(area, "x", x), figureFact(area, "y", y)],
    ]);
    const targets = pair.flatMap(({ code }) => ["x", "y"].map((indicator) => targetFact(code, indicator, "100")));
    const scheme = exampleScheme({ groups: [exampleGroup({ criteria })], ...own });
    return evaluate(scheme, exampleFacts(pair, { figures, targets }), "seal");
  };
  const chain = [{ by: "group", code: "innovation" } as const, { by: "criterion", code: "y" } as const];
  const quota = [
    { ...named("good"), from: null, quota: { kind: "count" as const, value: "1" } },
    { ...named("poor"), from: null, quota: null },
  ];
  it("no points are missing, and no lever moves anything: the step that parted the two is named", () => {
    const own = run({ ties: { rule: "competition", chain }, grades: quota });
    const behind = { points: "0", tieBreak: { by: "criterion", code: "y" }, levers: [] };
    expect(gainsOf(own, "A", decimals)).toEqual([
      { kind: "rank", of: "B", rank: 1, ...behind },
      { kind: "quota", of: "good", rank: 1, ...behind },
    ]);
    expect(gainsOf(own, "B", decimals)).toEqual([]);
  });
  it("who shares the place gains nothing", () => {
    expect(gainsOf(run({}), "A", decimals)).toEqual([]);
  });
  it("who has lost a grade by a veto is not told to fall behind for it", () => {
    const when = { kind: "points-below", criterion: "x", share: "0.7" } as const;
    const vetoes = [{ ...named("v"), when, effect: { kind: "drop-grade", by: 1 } } as const];
    const two = [
      { ...named("good"), from: null, quota: { kind: "count" as const, value: "2" } },
      { ...named("poor"), from: null, quota: null },
    ];
    const own = run({ grades: two, vetoes });
    expect(own.areas.map(({ grade }) => grade)).toEqual(["good", "poor"]);
    expect(gainsOf(own, "B", decimals)).toEqual([]);
  });
});

it("says what the points of a lever depend on, where no figure of the area alone decides", () => {
  const none = { indicator: null, caliber: null };
  const criteria = [
    exampleCriterion({ code: "firms" }),
    exampleCriterion({
      ...{ code: "share", indicator: "share" },
      scorer: { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
      inputs: { values: { from: "figure" } },
    }),
    exampleCriterion({
      ...{ ...none, code: "judged", scorer: { type: "panel", trim: 0, minJudges: 1 } },
      inputs: { scores: { from: "panel" } },
    }),
    exampleCriterion({
      ...none,
      code: "built",
      scorer: { type: "milestone" },
      inputs: { state: { from: "milestone" } },
    }),
    exampleCriterion({
      ...{ ...none, code: "order", scorer: { type: "adjustments", items: [{ code: "late", points: "-1" }] } },
      inputs: { base: { from: "constant", value: "2" }, counts: { from: "counts" } },
    }),
    exampleCriterion({
      ...{ ...none, code: "made", scorer: { type: "composite", parts: [{ share: "1", of: "part" }] } },
      inputs: { part: { from: "group", code: "part" } },
    }),
  ];
  const scheme = exampleScheme({
    ...{
      fullMark: "12",
      grades: [
        { ...named("good"), from: "5.4", quota: null },
        { ...named("poor"), from: null, quota: null },
      ],
    },
    groups: [
      exampleGroup({ weight: "12", criteria }),
      exampleGroup({
        ...{ code: "part", role: "part", weight: "2" },
        criteria: [exampleCriterion({ code: "p", indicator: "p" })],
      }),
    ],
  });
  const facts = exampleFacts(pair, {
    figures: pair
      .flatMap(({ code }) => [
        ...[figureFact(code, "firms", "50"), figureFact(code, "share", code), figureFact(code, "p", "50")],
      ])
      .map((own) => (own.indicator === "share" ? { ...own, value: own.area === "A" ? "1" : "2" } : own)),
    targets: pair.flatMap(({ code }) => ["firms", "p"].map((indicator) => targetFact(code, indicator, "100"))),
    panels: pair.map(({ code: area }) => ({ criterion: "judged", area, scores: ["50"], version: 1 })),
    milestones: pair.map(({ code: area }) => ({ criterion: "built", area, state: "not-done" as const, version: 1 })),
    counts: pair.map(({ code: area }) => ({ code: "late", area, count: 1, version: 1 })),
  });
  // A: 1 + 0.4 + 1 + 0 + 1 + 1 = 4.4 of 12; one point more is what each criterion alone could give
  const [, gain] = gainsOf(evaluate(scheme, facts, "seal"), "A", decimals);
  expect(gain?.points).toBe("1");
  expect(gain?.levers.map(({ criterion, dependsOn, to }) => [criterion, dependsOn, to])).toEqual([
    ["firms", null, "100"],
    ["share", "pool", null],
    ["judged", "panel", null],
    ["built", "milestone", null],
    ["order", "counts", null],
    ["made", "parts", null],
  ]);
});
