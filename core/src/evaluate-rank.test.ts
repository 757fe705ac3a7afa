import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutoffs,
  fair,
  type GivenScheme,
  good,
  graded,
  named,
  places,
  poor,
  quota,
  runReached,
} from "./evaluate-example.ts";
import { exampleCriterion, exampleGroup } from "./scheme-example.ts";

describe("equal totals", () => {
  const reached = { A: [80, 60], B: [60, 80], C: [70, 70], D: [100, 100], E: [10, 10] } as const;
  const ties = (
    chain: NonNullable<NonNullable<GivenScheme>["ties"]>["chain"],
    rule: "competition" | "dense" = "competition",
  ) => ({
    ties: { rule, chain },
  });
  it.each<[string, GivenScheme, string[]]>([
    ["share a place, and leave as many open", ties([]), ["A =2", "B =2", "C =2", "D 1", "E 5"]],
    ["share a place, and leave none open", ties([], "dense"), ["A =2", "B =2", "C =2", "D 1", "E 3"]],
    ["are parted by a criterion", ties([{ by: "criterion", code: "y" }]), ["A 4", "B 2", "C 3", "D 1", "E 5"]],
    [
      "stay tied where the chain does not part them",
      ties([{ by: "group", code: "innovation" }]),
      ["A =2", "B =2", "C =2", "D 1", "E 5"],
    ],
  ])("%s", (_name, own, expected) => expect(places(runReached(reached, own))).toEqual(expected));

  it("that were equal by rounding alone are parted by the exact ones, or not", () => {
    const close = { A: [80, 60.01], B: [80, 60.02] } as const;
    const rounding = { mode: "half-up", scale: 2, stage: "total" } as const;
    expect(places(runReached(close, { rounding: { ...rounding, compare: "rounded" } }))).toEqual(["A =1", "B =1"]);
    expect(places(runReached(close, { rounding: { ...rounding, compare: "full" } }))).toEqual(["A 2", "B 1"]);
    const parted = runReached(close, {
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
  it.each<[string, GivenScheme, string[]]>([
    ["by cutoff, which is within", { grades: cutoffs }, ["A good", "B good", "C fair", "D fair", "E poor"]],
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
  ])("%s", (_name, own, expected) => expect(graded(runReached(reached, own))).toEqual(expected));

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
    expect(graded(runReached(close, { ...own, rounding: { ...rounding, compare: "full" } }))).toEqual([
      "A fail",
      "B pass",
    ]);
    expect(graded(runReached(close, { ...own, rounding: { ...rounding, compare: "rounded" } }))).toEqual([
      "A pass",
      "B pass",
    ]);
  });
});

it("ranks by points, whatever they are: more is never behind less, and every place is held", () => {
  const percent = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(percent, percent), { minLength: 2, maxLength: 8 }), (all) => {
      const { areas } = runReached(Object.fromEntries(all.map((own, at) => [`P${at}`, own])), {});
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
      const { areas } = runReached(Object.fromEntries(all.map((own, at) => [`P${at}`, [own, own]])), {
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
