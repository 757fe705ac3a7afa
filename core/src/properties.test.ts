import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdicts } from "./caliber.ts";
import { exampleBearing, exampleProgress } from "./example.ts";
import { directions, timings } from "./indicator.ts";
import { qualifiers, stages, valueStates } from "./observation.ts";
import { canonicalQuantity, exact, plain } from "./quantity.ts";
import { statuses } from "./status.ts";
import { comparators, milestoneStates, pathShapes } from "./target.ts";

const quantity = fc
  .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => canonicalQuantity(`${whole}.${part}`));
const year = fc.integer({ min: 2010, max: 2026 }).map(String);
const period = fc.oneof(
  year,
  year.map((code) => `${code}-H1`),
  year.map((code) => `${code}-YTD11`),
  year.map((code) => `${code}-M12`),
);
const figure = fc
  .record({
    period,
    value: quantity,
    qualifier: fc.constantFrom(...qualifiers),
    stage: fc.constantFrom(...stages),
    state: fc.constantFrom(...valueStates),
    verdict: fc.constantFrom(...verdicts),
  })
  .map(({ verdict, state, value, ...own }) =>
    exampleBearing({ ...own, state, value: state === "value" ? value : null }, { verdict }),
  );
const path = fc.option(
  fc.record({
    kind: fc.constant("document" as const),
    shape: fc.constantFrom(...pathShapes),
    points: fc.array(fc.record({ period: year, value: quantity }), { minLength: 1, maxLength: 4 }),
  }),
  { nil: null },
);
const target = fc.record({
  comparator: fc.constantFrom(...comparators),
  value: fc.option(quantity, { nil: null }),
  valueMax: fc.option(quantity, { nil: null }),
  tolerance: fc.option(quantity, { nil: null }),
  due: fc.oneof(year, fc.constant("every-year"), fc.constant(null)),
  start: fc.option(year, { nil: null }),
  decision: fc.option(fc.constantFrom(...milestoneStates), { nil: null }),
  path,
});
const indicator = fc.record({
  direction: fc.constantFrom(...directions),
  timing: fc.constantFrom(...timings),
  whole: fc.boolean(),
  decimals: fc.integer({ min: 0, max: 6 }),
});
const decimal = /^-?\d+(\.\d+)?$/;

describe("whatever comes", () => {
  it("progress is a figure or a reason, never NaN, an exception, or 0 for missing", () => {
    fc.assert(
      fc.property(target, indicator, fc.array(figure, { maxLength: 8 }), year, (asked, measure, figures, on) => {
        const progress = exampleProgress({ target: asked, indicator: measure, figures, on: `${on}-11-21` });
        expect(statuses).toContain(progress.status);
        for (const field of [
          "achievement",
          "gapClosed",
          "expected",
          "expectedOn",
          "difference",
          "deviation",
        ] as const) {
          const known = progress[field];
          if (known.reason === null) expect(known.value).toMatch(decimal);
          else expect(known.value).toBeNull();
        }
        if (progress.actual === null)
          expect([progress.achievement.value, progress.gapClosed.value]).toEqual([null, null]);
        for (const text of Object.values(progress.pace.value ?? {})) if (text !== null) expect(text).toMatch(decimal);
        for (const known of [progress.met, progress.pace, progress.catchUp, progress.forecast]) {
          expect(known.value === null).toBe(known.reason !== null);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const points = fc.tuple(quantity, quantity).filter(([from, to]) => !exact(from).eq(to));
const onPath = ([from, to]: [string, string], comparator: "gte" | "lte") => ({
  due: "2025",
  comparator,
  value: to,
  path: {
    kind: "document" as const,
    shape: "linear" as const,
    points: [
      { period: "2020", value: from },
      { period: "2025", value: to },
    ],
  },
});
const mirrored = (value: string): string => plain(exact(value).neg());

describe("progress", () => {
  it("agrees in both directions: a mirrored way is the same way", () => {
    fc.assert(
      fc.property(points, quantity, ([from, to], value) => {
        const [up, down] = [
          exampleProgress({
            target: onPath([from, to], "gte"),
            figures: [exampleBearing({ period: "2023", value })],
            on: "2023-12-31",
          }),
          exampleProgress({
            target: onPath([mirrored(from), mirrored(to)], "lte"),
            indicator: { direction: "down" },
            figures: [exampleBearing({ period: "2023", value: mirrored(value) })],
            on: "2023-12-31",
          }),
        ];
        expect(down.gapClosed).toEqual(up.gapClosed);
        expect(down.deviation).toEqual(up.deviation);
        expect(down.met).toEqual(up.met);
        expect(down.status).toBe(up.status);
      }),
    );
  });
  it("is monotone in the actual: more is never worse where up is better", () => {
    const rising = points.filter(([from, to]) => exact(to).gt(from));
    const rank = ["far-behind", "behind", "on-track"];
    fc.assert(
      fc.property(rising, quantity, quantity, (way, a, b) => {
        const [less, more] = exact(a).lte(b) ? [a, b] : [b, a];
        const [low, high] = [less, more].map((value) =>
          exampleProgress({
            target: onPath(way, "gte"),
            figures: [exampleBearing({ period: "2023", value })],
            on: "2023-12-31",
          }),
        );
        expect(Number(low?.gapClosed.value)).toBeLessThanOrEqual(Number(high?.gapClosed.value));
        expect(rank.indexOf(low?.status ?? "")).toBeLessThanOrEqual(rank.indexOf(high?.status ?? ""));
        if (low?.met.value === true) expect(high?.met.value).toBe(true);
      }),
    );
  });
});
