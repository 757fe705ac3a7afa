import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { EarlierResult, EvaluationFacts } from "./evaluate-facts.ts";
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
type GivenGrade = NonNullable<NonNullable<Given>["grades"]>[number];
const quota = (value: string, kind: "percent" | "count" = "percent") => ({ kind, value });
const good = (own: Partial<GivenGrade>): GivenGrade => ({ ...named("good"), from: null, quota: null, ...own });
const fair: GivenGrade = { ...named("fair"), from: "6", quota: null };
const poor: GivenGrade = { ...named("poor"), from: null, quota: null };
const grades = [good({ from: "9" }), fair, poor];

/** Areas of one pool with the percent that each has reached of x and of y, 5 points each. */
function run(
  reached: Readonly<Record<string, readonly [x: number, y: number]>>,
  own: Given,
  more: Partial<EvaluationFacts> = {},
) {
  const criteria = ["x", "y"].map((code) => exampleCriterion({ code, indicator: code }));
  const scheme = exampleScheme({ groups: [exampleGroup({ criteria })], ...own });
  const areas = Object.keys(reached).map((code) => ({ code, type: "hitech" }));
  const figures = Object.entries(reached).flatMap(([code, [x, y]]) => [
    ...[figureFact(code, "x", String(x)), figureFact(code, "y", String(y))],
  ]);
  const targets = areas.flatMap(({ code }) => [targetFact(code, "x", "100"), targetFact(code, "y", "100")]);
  return evaluate(scheme, exampleFacts(areas, { figures, targets, ...more }), "seal");
}

const places = ({ areas }: Evaluation): string[] =>
  areas.map(({ area, rank, tied }) => `${area} ${tied ? "=" : ""}${rank}`);
const graded = ({ areas }: Evaluation): string[] => areas.map(({ area, grade }) => `${area} ${grade}`);

describe("equal totals", () => {
  const reached = { A: [80, 60], B: [60, 80], C: [70, 70], D: [100, 100], E: [10, 10] } as const;
  const ties = (
    chain: NonNullable<NonNullable<Given>["ties"]>["chain"],
    rule: "competition" | "dense" = "competition",
  ) => ({
    ties: { rule, chain },
  });
  it.each<[string, Given, string[]]>([
    ["share a place, and leave as many open", ties([]), ["A =2", "B =2", "C =2", "D 1", "E 5"]],
    ["share a place, and leave none open", ties([], "dense"), ["A =2", "B =2", "C =2", "D 1", "E 3"]],
    ["are parted by a criterion", ties([{ by: "criterion", code: "y" }]), ["A 4", "B 2", "C 3", "D 1", "E 5"]],
    [
      "stay tied where the chain does not part them",
      ties([{ by: "group", code: "innovation" }]),
      ["A =2", "B =2", "C =2", "D 1", "E 5"],
    ],
  ])("%s", (_name, own, expected) => expect(places(run(reached, own))).toEqual(expected));

  it("that were equal by rounding alone are parted by the exact ones, or not", () => {
    const close = { A: [80, 60.01], B: [80, 60.02] } as const;
    const rounding = { mode: "half-up", scale: 2, stage: "total" } as const;
    expect(places(run(close, { rounding: { ...rounding, compare: "rounded" } }))).toEqual(["A =1", "B =1"]);
    expect(places(run(close, { rounding: { ...rounding, compare: "full" } }))).toEqual(["A 2", "B 1"]);
    const parted = run(close, {
      rounding: { ...rounding, compare: "rounded" },
      ties: { rule: "competition", chain: [{ by: "exact-total" }] },
    });
    expect([places(parted), parted.areas.map(({ tieBreak }) => tieBreak)]).toEqual([
      ["A 2", "B 1"],
      [0, 0],
    ]);
  });
});

describe("grades", () => {
  const reached = { A: [100, 100], B: [90, 90], C: [80, 80], D: [80, 80], E: [50, 50] } as const;
  it.each<[string, Given, string[]]>([
    ["by cutoff, which is within", { grades }, ["A good", "B good", "C fair", "D fair", "E poor"]],
    [
      "by quota: 40 % of five",
      {
        grades: [good({ quota: quota("40") }), poor],
      },
      ["A good", "B good", "C poor", "D poor", "E poor"],
    ],
    [
      "by cutoff and quota: who reaches it and has no room falls to the next",
      {
        grades: [good({ from: "9", quota: quota("1", "count") }), fair, poor],
      },
      ["A good", "B fair", "C fair", "D fair", "E poor"],
    ],
    [
      "tied at the edge: neither gets in",
      {
        grades: [good({ quota: quota("3", "count") }), poor],
      },
      ["A good", "B good", "C poor", "D poor", "E poor"],
    ],
    [
      "tied at the edge: both get in",
      {
        grades: [good({ quota: quota("3", "count") }), poor],
        quotas: { scope: "pool", rounding: "down", ties: "include" },
      },
      ["A good", "B good", "C good", "D good", "E poor"],
    ],
    [
      "with a share of a place rounded up",
      {
        grades: [good({ quota: quota("1") }), poor],
        quotas: { scope: "all", rounding: "up", ties: "exclude" },
      },
      ["A good", "B poor", "C poor", "D poor", "E poor"],
    ],
  ])("%s", (_name, own, expected) => expect(graded(run(reached, own))).toEqual(expected));

  it("are decided once, on the rounded total or on the full one: 59.995 of 100 against 60", () => {
    const rounding = { mode: "half-up", scale: 2, stage: "total" } as const;
    const pass = [
      { ...named("pass"), from: "60", quota: null },
      { ...named("fail"), from: null, quota: null },
    ];
    const close = { A: [59.995, 59.995], B: [60, 60] } as const;
    const own = {
      fullMark: "100",
      groups: [
        exampleGroup({
          weight: "100",
          criteria: ["x", "y"].map((code) => exampleCriterion({ code, indicator: code })),
        }),
      ],
      grades: pass,
    };
    expect(graded(run(close, { ...own, rounding: { ...rounding, compare: "full" } }))).toEqual(["A fail", "B pass"]);
    expect(graded(run(close, { ...own, rounding: { ...rounding, compare: "rounded" } }))).toEqual(["A pass", "B pass"]);
  });
});

describe("vetoes", () => {
  const reached = { A: [100, 100], B: [90, 90], C: [80, 40] } as const;
  const counts = [{ code: "accident", area: "A", count: 2, version: 1 }];
  const struck = { kind: "count", code: "accident", atLeast: 2 } as const;
  const veto = (effect: "lock" | "drop" | "bar") => {
    const effects = {
      lock: { kind: "lock-grade", grade: "poor" },
      drop: { kind: "drop-grade", by: 1 },
      bar: { kind: "ineligible" },
    } as const;
    return { grades, vetoes: [{ ...named("v"), when: struck, effect: effects[effect] }] };
  };
  it.each<[string, Given, string[], string[]]>([
    ["lock a grade", veto("lock"), ["A 1", "B 2", "C 3"], ["A poor", "B good", "C fair"]],
    ["drop a grade", veto("drop"), ["A 1", "B 2", "C 3"], ["A fair", "B good", "C fair"]],
    ["take the place and the grade", veto("bar"), ["A null", "B 2", "C 3"], ["A null", "B good", "C fair"]],
    [
      "take the place before anybody is ranked: the others move up",
      { ...veto("bar"), order: ["adjustments", "vetoes", "ranks", "grades"] },
      ["A null", "B 1", "C 2"],
      ["A null", "B good", "C fair"],
    ],
  ])("%s", (_name, own, ranks, expected) => {
    const result = run(reached, own, { counts });
    expect([places(result), graded(result)]).toEqual([ranks, expected]);
  });
  it("leave the places of those who are left, and how many they are", () => {
    const { areas } = run(reached, { ...veto("bar"), order: ["adjustments", "vetoes", "ranks", "grades"] }, { counts });
    expect(areas.map(({ rank, ranked }) => `${rank}/${ranked}`)).toEqual(["null/2", "1/2", "2/2"]);
  });
  it("do not strike below their count", () => {
    expect(
      graded(run(reached, veto("bar"), { counts: [{ code: "accident", area: "A", count: 1, version: 1 }] })),
    ).toEqual([...["A good", "B good", "C fair"]]);
  });
  it("strike who has too small a share of a criterion's points", () => {
    const rule = {
      ...named("v"),
      when: { kind: "points-below", criterion: "y", share: "0.6" },
      effect: { kind: "drop-grade", by: 1 },
    } as const;
    const result = run(reached, { grades, vetoes: [rule] });
    expect(graded(result)).toEqual(["A good", "B good", "C poor"]);
    expect(result.areas.map(({ vetoes }) => vetoes)).toEqual([
      [],
      [],
      [{ code: "v", figures: { criterion: "y", points: "2", limit: "3" } }],
    ]);
  });
  it.each([
    ["binding", false, ["A good", "B good", "C poor"]],
    ["binding", true, ["A good", "B good", "C fair"]],
    ["expected", false, ["A good", "B good", "C fair"]],
  ] as const)("strike who misses a %s target (aspirational %s)", (nature, aspirational, expected) => {
    const rule = {
      ...named("v"),
      when: { kind: "target-missed", criterion: "y" },
      effect: { kind: "drop-grade", by: 1 },
    } as const;
    const targets = Object.keys(reached).flatMap((code) => [
      targetFact(code, "x", "100"),
      targetFact(code, "y", code === "B" ? "90" : "100", { nature, aspirational }),
    ]);
    expect(graded(run({ ...reached, B: [90, 90] }, { grades, vetoes: [rule] }, { targets }))).toEqual(expected);
  });
});

describe("window rules", () => {
  const reached = { A: [100, 100], B: [90, 90], C: [80, 80], D: [10, 10] } as const;
  const result = (area: string, year: number, rank: number): EarlierResult => ({
    year,
    area,
    rank,
    ranked: 4,
    grade: "poor",
    points: {},
  });
  const rule = {
    ...named("w"),
    years: 3,
    atLeast: 2,
    test: { kind: "last", places: 1 },
    effect: { kind: "ineligible" },
  } as const;
  it.each<[string, readonly EarlierResult[], number[]]>([
    ["this year and the one before the last", [result("D", 2016, 4), result("D", 2017, 3)], [2018, 2016]],
    ["this year alone", [result("D", 2016, 3), result("D", 2017, 3)], []],
    ["too long ago", [result("D", 2015, 4)], []],
  ])("among the last in %s", (_name, earlier, years) => {
    const { areas } = run(reached, { windows: [rule] }, { earlier });
    const last = areas.find(({ area }) => area === "D");
    expect([last?.windows.flatMap((held) => held.years), last?.rank]).toEqual([years, years.length > 0 ? null : 4]);
  });
  it("count a grade, and say how many years nobody knows", () => {
    const test = { kind: "grade" as const, grades: ["poor"] };
    const { areas } = run(
      reached,
      { grades, windows: [{ ...rule, test, effect: { kind: "warn" } }] },
      { earlier: [result("D", 2017, 4)] },
    );
    expect(areas.flatMap(({ area, windows }) => windows.map((held) => [area, held]))).toEqual([
      ["D", { code: "w", years: [2018, 2017], unknown: 1 }],
    ]);
  });
});

it("ranks by points, whatever they are: more is never behind less, and every place is held", () => {
  const percent = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(percent, percent), { minLength: 2, maxLength: 8 }), (all) => {
      const { areas } = run(Object.fromEntries(all.map((own, at) => [`P${at}`, own])), {});
      for (const area of areas) {
        const better = areas.filter(({ total }) => total.gt(area.total)).length;
        expect([area.rank, area.tied]).toEqual([
          better + 1,
          areas.some((one) => one !== area && one.total.eq(area.total)),
        ]);
      }
    }),
  );
});

it("never grades who is behind better than who is ahead, whatever the cutoffs, quotas and ties", () => {
  const percent = fc.integer({ min: 0, max: 8 }).map((tenths) => tenths * 10);
  const room = fc.option(
    fc.record({ kind: fc.constant("count" as const), value: fc.constantFrom("0", "1", "2", "3") }),
  );
  const ties = fc.constantFrom("include" as const, "exclude" as const);
  fc.assert(
    fc.property(fc.array(percent, { minLength: 2, maxLength: 8 }), room, room, ties, (all, first, second, edge) => {
      const given = [good({ from: "6", quota: first }), { ...fair, from: "3", quota: second }, poor];
      const quotas = { scope: "pool", rounding: "down", ties: edge } as const;
      const { areas } = run(Object.fromEntries(all.map((own, at) => [`P${at}`, [own, own]])), {
        grades: given,
        quotas,
      });
      const places = areas.map(({ grade }) => given.findIndex(({ code }) => code === grade));
      expect(places).not.toContain(-1);
      areas.forEach(({ total }, at) => {
        const ahead = places.filter((_, other) => areas[other]?.total.gt(total));
        expect(Math.max(-1, ...ahead)).toBeLessThanOrEqual(places[at] ?? -1);
        expect(new Set(places.filter((_, other) => areas[other]?.total.eq(total))).size).toBe(1);
      });
    }),
  );
});
