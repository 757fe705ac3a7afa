import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bearing, compareBearings } from "./bearing.ts";
import { exampleBearing, exampleProgress } from "./example.ts";

const preferred: [string, Bearing, Bearing][] = [
  [
    "a later period over a better stage",
    exampleBearing({ period: "2020", stage: "expected" }),
    exampleBearing({ period: "2019", stage: "census" }),
  ],
  ["exact over confirmed", exampleBearing({}, { verdict: "exact" }), exampleBearing({}, { verdict: "confirmed" })],
  [
    "confirmed over assumed",
    exampleBearing({ role: "reported" }, { verdict: "confirmed" }),
    exampleBearing({ role: "adopted" }, { verdict: "assumed" }),
  ],
  [
    "adopted over verified",
    exampleBearing({ role: "adopted", stage: "unstated" }),
    exampleBearing({ role: "verified", stage: "census" }),
  ],
  ["verified over reported", exampleBearing({ role: "verified" }), exampleBearing({ role: "reported" })],
  ["census over annual", exampleBearing({ stage: "census" }), exampleBearing({ stage: "annual" })],
  ["annual over final", exampleBearing({ stage: "annual" }), exampleBearing({ stage: "final" })],
  ["final over preliminary", exampleBearing({ stage: "final" }), exampleBearing({ stage: "preliminary" })],
  ["preliminary over progress", exampleBearing({ stage: "preliminary" }), exampleBearing({ stage: "progress" })],
  ["progress over unstated", exampleBearing({ stage: "progress" }), exampleBearing({ stage: "unstated" })],
  ["unstated over expected", exampleBearing({ stage: "unstated" }), exampleBearing({ stage: "expected" })],
  [
    "the newer record",
    exampleBearing({ recordedAt: "2026-02-01T00:00:00.000Z" }),
    exampleBearing({ recordedAt: "2026-01-01T00:00:00.000Z" }),
  ],
  ["the higher version", exampleBearing({ version: 2 }), exampleBearing({ version: 1 })],
];

describe("of several figures", () => {
  it.each(preferred)("%s", (_name, better, worse) => {
    expect(compareBearings(better, worse)).toBeLessThan(0);
    expect(compareBearings(worse, better)).toBeGreaterThan(0);
    const [a, b] = [
      { ...better, figure: { ...better.figure, id: "better", value: "25" } },
      { ...worse, figure: { ...worse.figure, id: "worse", value: "15" } },
    ];
    for (const figures of [
      [a, b],
      [b, a],
    ]) {
      expect(exampleProgress({ figures, on: "2021-01-01" }).actual?.figure.id).toBe("better");
    }
  });
  it("the choice does not depend on the order in which they come", () => {
    const all = preferred.flatMap(([, a, b], index) => [
      { ...a, figure: { ...a.figure, id: `a${index}` } },
      { ...b, figure: { ...b.figure, id: `b${index}` } },
    ]);
    const chosen = exampleProgress({ figures: all, on: "2021-01-01" }).actual?.figure.id;
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (figures) => {
        expect(exampleProgress({ figures, on: "2021-01-01" }).actual?.figure.id).toBe(chosen);
      }),
    );
  });
});

describe("figures that no rule prefers", () => {
  const twice = (a: string, b: string, on = "2021-01-01", target = {}) =>
    exampleProgress({
      figures: [exampleBearing({ id: "A", value: a }), exampleBearing({ id: "B", value: b })],
      on,
      target,
    });
  it("and that disagree decide nothing, whatever their ids", () => {
    for (const progress of [twice("25", "15"), twice("15", "25")]) {
      expect(progress).toMatchObject({ status: "not-computable", reason: "undecided", met: { value: null } });
    }
  });
  it("and that say the same of the target do decide", () => {
    expect(twice("15", "16").status).toBe("missed");
  });
  it("an exact figure is preferred to a bound", () => {
    const figures = [
      exampleBearing({ id: "A", value: "25", qualifier: "~" }),
      exampleBearing({ id: "B", value: "24" }),
    ];
    expect(exampleProgress({ figures, on: "2021-01-01" })).toMatchObject({
      status: "achieved",
      actual: { figure: { id: "B" } },
    });
  });
});

describe("stocks", () => {
  it("of a month, a quarter or a year compare at their end dates", () => {
    for (const period of ["2020", "2020-Q4", "2020-H2", "2020-M12"]) {
      expect(
        exampleProgress({ figures: [exampleBearing({ period, value: "20" })], on: "2021-01-01" }).status,
        period,
      ).toBe("achieved");
    }
    expect(
      exampleProgress({ figures: [exampleBearing({ period: "2020-M11", value: "20" })], on: "2021-01-01" }).reason,
    ).toBe("no-due-actual");
  });
});
