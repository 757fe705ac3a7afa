import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutoffs, type GivenScheme, good, graded, named, places, poor, quota, runReached } from "./evaluate-example.ts";
import type { EarlierResult } from "./evaluate-facts.ts";
import { targetFact } from "./scheme-example.ts";

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
    return { grades: cutoffs, vetoes: [{ ...named("v"), when: struck, effect: effects[effect] }] };
  };
  it.each<[string, GivenScheme, string[], string[]]>([
    ["lock a grade", veto("lock"), ["A 1", "B 2", "C 3"], ["A poor", "B good", "C fair"]],
    ["drop a grade", veto("drop"), ["A 1", "B 2", "C 3"], ["A fair", "B good", "C fair"]],
    [
      "take the place and the grade: the others move up, though vetoes come last",
      veto("bar"),
      ["A null", "B 1", "C 2"],
      ["A null", "B good", "C fair"],
    ],
    [
      "take the place before anybody is ranked",
      { ...veto("bar"), order: ["adjustments", "vetoes", "ranks", "grades"] },
      ["A null", "B 1", "C 2"],
      ["A null", "B good", "C fair"],
    ],
  ])("%s", (_name, own, ranks, expected) => {
    const result = runReached(reached, own, { counts });
    expect([places(result), graded(result)]).toEqual([ranks, expected]);
  });
  it("leave the places of those who are left, and how many they are", () => {
    const { areas } = runReached(
      reached,
      { ...veto("bar"), order: ["adjustments", "vetoes", "ranks", "grades"] },
      { counts },
    );
    expect(areas.map(({ rank, ranked }) => `${rank}/${ranked}`)).toEqual(["null/2", "1/2", "2/2"]);
  });
  it("count those alone towards a quota who keep the right, whatever the order of steps", () => {
    const half = { ...veto("bar"), grades: [good({ quota: quota("50") }), poor] };
    // Half of two, not of three: one place
    expect(graded(runReached(reached, half, { counts }))).toEqual(["A null", "B good", "C poor"]);
  });
  it("give no grade to who has lost the right to one, in whatever order they strike", () => {
    const [both] = [veto("lock").vetoes, veto("bar").vetoes].map((own) => own.map((one) => ({ ...one, code: "w" })));
    const vetoes = [...veto("bar").vetoes, ...(both ?? [])];
    const orders = [vetoes, vetoes.toReversed()];
    expect(orders.map((own) => graded(runReached(reached, { grades: cutoffs, vetoes: own }, { counts }))[0])).toEqual([
      ...["A null", "A null"],
    ]);
  });
  it("do not strike below their count", () => {
    expect(
      graded(runReached(reached, veto("bar"), { counts: [{ code: "accident", area: "A", count: 1, version: 1 }] })),
    ).toEqual([...["A good", "B good", "C fair"]]);
  });
  it("strike who has too small a share of a criterion's points", () => {
    const rule = {
      ...named("v"),
      when: { kind: "points-below", criterion: "y", share: "0.6" },
      effect: { kind: "drop-grade", by: 1 },
    } as const;
    const result = runReached(reached, { grades: cutoffs, vetoes: [rule] });
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
    expect(graded(runReached({ ...reached, B: [90, 90] }, { grades: cutoffs, vetoes: [rule] }, { targets }))).toEqual(
      expected,
    );
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
    const { areas } = runReached(reached, { windows: [rule] }, { earlier });
    const last = areas.find(({ area }) => area === "D");
    expect([last?.windows.flatMap((held) => held.years), last?.rank]).toEqual([years, years.length > 0 ? null : 4]);
  });
  it("that take the right leave no hole: the others are ranked and graded anew, and nobody else falls for it", () => {
    const first = { ...rule, test: { kind: "first", places: 1 } } as const;
    const warn = { ...rule, ...named("x"), effect: { kind: "warn" } } as const;
    const earlier = [result("A", 2017, 1), result("B", 2017, 1), result("C", 2017, 4), result("D", 2017, 4)];
    const half = [good({ quota: quota("50", "percent") }), poor];
    const { areas } = runReached(reached, { grades: half, windows: [first, warn] }, { earlier });
    expect(areas.map(({ area, rank, ranked, grade }) => `${area} ${rank}/${ranked} ${grade}`)).toEqual([
      ...["A null/3 null", "B 1/3 good", "C 2/3 poor", "D 3/3 poor"],
    ]);
    expect(areas.map(({ windows }) => windows.map(({ code }) => code))).toEqual([["w"], [], [], ["x"]]);
  });
  it("count a grade, and say how many years nobody knows", () => {
    const test = { kind: "grade" as const, grades: ["poor"] };
    const { areas } = runReached(
      reached,
      { grades: cutoffs, windows: [{ ...rule, test, effect: { kind: "warn" } }] },
      { earlier: [result("D", 2017, 4)] },
    );
    expect(areas.flatMap(({ area, windows }) => windows.map((held) => [area, held]))).toEqual([
      ["D", { code: "w", years: [2018, 2017], unknown: 1 }],
    ]);
  });
});

it("leaves no hole in the ranks, whoever is barred, by whatever and in whatever order", () => {
  const percent = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths * 10);
  const orders = [
    ["adjustments", "ranks", "grades", "vetoes"],
    ["vetoes", "adjustments", "ranks", "grades"],
    ["adjustments", "ranks", "vetoes", "grades"],
  ] as const;
  const low = { kind: "points-below", criterion: "x", share: "0.3" } as const;
  const vetoes = [{ ...named("v"), when: low, effect: { kind: "ineligible" } }] as const;
  const last = { kind: "last", places: 1 } as const;
  const windows = [{ ...named("w"), years: 1, atLeast: 1, test: last, effect: { kind: "ineligible" } }] as const;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(percent, percent), { minLength: 2, maxLength: 6 }),
      fc.constantFrom(...orders),
      fc.boolean(),
      (all, order, isWindowed) => {
        const own = { order: [...order], vetoes: [...vetoes], windows: isWindowed ? [...windows] : [] };
        const { areas } = runReached(Object.fromEntries(all.map((one, at) => [`P${at}`, one])), own);
        const left = areas.filter(({ eligible }) => eligible);
        expect(areas.filter(({ eligible, rank }) => eligible !== (rank !== null))).toEqual([]);
        for (const { rank, ranked, total } of left) {
          const better = left.filter((other) => other.total.gt(total)).length;
          expect([rank, ranked]).toEqual([better + 1, left.length]);
        }
      },
    ),
  );
});
