import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Exact, exact, plain, roundingModes } from "./quantity.ts";
import { type Exemplar, exemplars } from "./scorer-exemplars.ts";
import { type Outcome, type Scored, scoreFlags, scoreReasons, scoreStepCodes, unscored } from "./scorer-outcome.ts";
import { roundPoints, settle } from "./scorer-rounding.ts";
import { prepareScorer, ScorerConfig, scorerInputs, scorerTypes, validateScorer, weightUse } from "./scorer-run.ts";

const figure = fc.integer({ min: -3000, max: 15_000 }).map((cents) => plain(exact(cents).div(100)));
const weight = fc.integer({ min: 0, max: 20_000 }).map((cents) => plain(exact(cents).div(100)));
const decimal = /^-?\d+(\.\d{1,10})?$/;
const asIs = (points: string): string => points;

interface Asked {
  readonly config?: object;
  readonly weight: string;
  readonly inputs: object;
}

function run(exemplar: Exemplar, { config = exemplar.config(asIs), weight: own, inputs }: Asked): Outcome {
  const parsed = ScorerConfig.parse(config);
  return prepareScorer(parsed, exact(own)).score(scorerInputs(parsed).parse(inputs));
}

/** The result that is looked at: the only one, or that of the exemplar's area. */
function score(exemplar: Exemplar, asked: Asked): Scored {
  const outcome = run(exemplar, asked);
  return outcome.kind === "one" ? outcome.scored : (outcome.areas.get(exemplar.area ?? "") ?? unscored("empty-pool"));
}

const pointsOf = (exemplar: Exemplar, asked: Asked): Exact | null => {
  const { points } = score(exemplar, asked);
  return points === null ? null : settle(points);
};

function reversed(inputs: object): object {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.toReversed();
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).toReversed()) : value;
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, turn(value)]));
}

it("is joined by every scorer of the list", () => {
  expect(Object.keys(exemplars).toSorted()).toEqual(scorerTypes.toSorted());
  for (const [type, all] of Object.entries(exemplars)) {
    expect(all.map((one) => ScorerConfig.parse(one.config(asIs)).type)).toEqual(all.map(() => type));
    expect(all).not.toEqual([]);
  }
});

const every = Object.entries(exemplars).flatMap(([type, all]) =>
  all.map((one, at) => [`${type} ${at + 1}`, one] as const),
);

describe.each(every)("%s", (_name, exemplar) => {
  const { least, most, better } = exemplar;
  const config = ScorerConfig.parse(exemplar.config(asIs));
  const use = weightUse(config);

  it("has a configuration that may be used", () => expect(validateScorer(config)).toEqual([]));

  it("gives points or a reason, and a trace of decimal figures, whatever comes", () => {
    fc.assert(
      fc.property(figure, figure, weight, (x, y, own) => {
        const found = score(exemplar, { weight: own, inputs: exemplar.ask(x, y) });
        if (found.reason === null) expect(plain(found.points ?? exact("NaN"))).toMatch(/^-?\d+(\.\d+)?$/);
        else expect([found.points, scoreReasons.includes(found.reason)]).toEqual([null, true]);
        expect(scoreFlags).toEqual(expect.arrayContaining([...found.flags]));
        const trace = found.trace();
        expect(trace).not.toEqual([]);
        for (const { code, figures } of trace) {
          expect(scoreStepCodes).toContain(code);
          for (const text of Object.values(figures)) expect(text).toMatch(decimal);
        }
      }),
    );
  });

  it("keeps within its bounds", () => {
    const bound = (share: string, own: string): Exact => (use === "unused" ? exact(share) : exact(share).times(own));
    fc.assert(
      fc.property(figure, figure, weight, (x, y, own) => {
        const points = pointsOf(exemplar, { weight: own, inputs: exemplar.ask(x, y) });
        if (points === null) return;
        if (least !== null) expect(points.gte(bound(least, own))).toBe(true);
        if (most !== null) expect(points.lte(bound(most, own))).toBe(true);
      }),
    );
  });

  it(`gives no less for ${better}, and somewhere more`, () => {
    let differ = 0;
    fc.assert(
      fc.property(figure, figure, figure, (a, b, y) => {
        const [low, high] = exact(a).lt(b) ? [a, b] : [b, a];
        const [worse, good] = better === "more" ? [low, high] : [high, low];
        const ask = (x: string) => pointsOf(exemplar, { weight: "10", inputs: exemplar.ask(x, y) });
        const [less, more] = [ask(worse), ask(good)];
        if (less === null || more === null) return;
        expect(less.lte(more), `${worse} ${good} beside ${y}: ${less} ${more}`).toBe(true);
        if (less.lt(more)) differ += 1;
      }),
      { numRuns: 300 },
    );
    expect(differ).toBeGreaterThan(0);
  });

  it(`has a weight that is ${use}: k times of it are k times the points, exactly`, () => {
    const factor = fc.constantFrom("0.5", "2", "7", "0.01");
    fc.assert(
      fc.property(figure, figure, weight, factor, (x, y, own, k) => {
        const inputs = exemplar.ask(x, y);
        const times = (value: string): string => plain(exact(value).times(k));
        const before = pointsOf(exemplar, { weight: own, inputs });
        const after = pointsOf(exemplar, {
          config: exemplar.config(use === "mixed" ? times : asIs),
          weight: times(own),
          inputs,
        });
        expect(after === null).toBe(before === null);
        const expected = use === "unused" ? before : before?.times(k);
        // Both were settled to 30 decimals, so a factor may leave the last ones apart.
        expect(
          (after ?? exact(0))
            .minus(expected ?? exact(0))
            .abs()
            .lt("1e-28"),
        ).toBe(true);
      }),
    );
  });

  it("is rounded by at most half a unit, in each mode, at each scale", () => {
    fc.assert(
      fc.property(figure, figure, fc.constantFrom(...roundingModes), fc.nat(6), (x, y, mode, scale) => {
        const points = pointsOf(exemplar, { weight: "33.33", inputs: exemplar.ask(x, y) });
        if (points === null) return;
        const text = roundPoints(points, { mode, scale });
        expect(text.split(".")[1]?.length ?? 0).toBe(scale);
        expect(exact(text).minus(points).abs().times(2).lte(exact(10).pow(-scale))).toBe(true);
        expect(roundPoints(exact(text), { mode, scale })).toBe(text);
      }),
    );
  });

  it("gives the same whatever the order of what it is given", () => {
    fc.assert(
      fc.property(figure, figure, (x, y) => {
        const inputs = exemplar.ask(x, y);
        const [one, other] = [inputs, reversed(inputs)].map((given) =>
          pointsOf(exemplar, { weight: "10", inputs: given }),
        );
        expect(other?.toFixed()).toBe(one?.toFixed());
      }),
    );
  });

  it.each(exemplar.lacking.map((inputs) => [JSON.stringify(inputs), inputs] as const))(
    "gives no points for %s",
    (_, inputs) => {
      const found = score(exemplar, { weight: "10", inputs });
      expect([found.points, found.rate()]).toEqual([null, null]);
      expect(["missing-input", "empty-pool", "pool-of-one"]).toContain(found.reason);
      expect(found.trace()).toHaveLength(1);
    },
  );
});

const pools = every.filter(([, { area }]) => area !== undefined);

describe.each(pools)("a pool of %s", (_name, exemplar) => {
  const ask = (values: Record<string, string | null>): Outcome => run(exemplar, { weight: "10", inputs: { values } });
  const reasons = (outcome: Outcome) =>
    outcome.kind === "pool" ? [outcome.reason, ...[...outcome.areas.values()].map(({ reason }) => reason)] : [];

  it("that is empty, of one, or without a figure says so", () => {
    expect(reasons(ask({}))).toEqual(["empty-pool"]);
    expect(reasons(ask({ A: "5" }))).toEqual(["pool-of-one", "pool-of-one"]);
    expect(reasons(ask({ A: "5", B: null }))).toEqual(["pool-of-one", "pool-of-one", "missing-input"]);
    expect(reasons(ask({ A: null, B: null }))).toEqual(["missing-input", "missing-input", "missing-input"]);
  });
  it("of equals gives all the same", () => {
    const outcome = ask({ A: "5", B: "5.00", C: "5" });
    const points = outcome.kind === "pool" ? [...outcome.areas.values()].map((one) => one.points?.toFixed()) : [];
    expect([points.length, new Set(points).size, points[0] === undefined]).toEqual([3, 1, false]);
  });
  it("counts only those that have a figure", () => {
    const [without, beside] = [ask({ A: "9", B: "5" }), ask({ A: "9", B: "5", C: null })];
    const of = (outcome: Outcome) => (outcome.kind === "pool" ? outcome.areas.get("A")?.points?.toFixed() : undefined);
    expect(of(beside)).toBe(of(without));
  });
});
