import { z } from "zod";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";
import { endsOf, PoolInputs, scorePool } from "../scorer-pool.ts";
import { type Limits, liftShare, scoreShare, shareValue } from "../scorer-share.ts";

const degenerates = ["full", "mid", "zero"] as const;
/** What everybody gets where all are equal, as a share of the weight. */
const equalShares: Record<(typeof degenerates)[number], string> = { full: "1", mid: "0.6", zero: "0" };

/** A pool's figures, or one figure with the ends of its range. */
const Inputs = z
  .strictObject({ ...PoolInputs.partial().shape, value: InputFigure, min: InputFigure, max: InputFigure })
  .refine(({ values, value, min, max }) => values === undefined || (value ?? min ?? max ?? null) === null, {
    path: ["values"],
    error: "values-or-range",
  });
type Inputs = z.infer<typeof Inputs>;

interface Range {
  readonly value: Exact;
  readonly min: Exact;
  readonly max: Exact;
}

interface Ready {
  readonly weight: Exact;
  readonly floor: Exact;
  readonly limits: Limits;
  readonly direction: "up" | "down";
  readonly equal: Exact;
}

/** A value beyond its range counts as the range's end: a range of an earlier year may be passed. */
function scoreInRange({ weight, floor, limits, direction, equal }: Ready, { value, min, max }: Range): Scored {
  if (min.eq(max)) {
    const points = weight.times(equal);
    return scored(points, () => [step("no-range", { value, min, max, share: equal, weight, points })]);
  }
  const over = direction === "up" ? value.minus(min) : max.minus(value);
  const share = liftShare({ over, under: max.minus(min) }, floor);
  const first = () => step("position-in-range", { value, min, max, floor, share: shareValue(share) }, direction);
  return { ...scoreShare(weight, share, limits, first), rate: () => null };
}

function scoreAlone(ready: Ready, { value, min, max }: Inputs): Scored {
  if (value == null) return unscored("missing-input", "value");
  if (min == null) return unscored("missing-input", "min");
  if (max == null) return unscored("missing-input", "max");
  const range = { value: exact(value), min: exact(min), max: exact(max) };
  return range.min.gt(range.max) ? unscored("min-above-max", "min") : scoreInRange(ready, range);
}

/** 极差标准化: W × (floor + (1−floor) × (x−min)/(max−min)) over a pool or a given range, reversed for `down`. */
export const minMax = defineScorer({
  config: z.strictObject({
    type: z.literal("min-max"),
    floor: Quantity.default("0"),
    direction: z.enum(["up", "down"]),
    degenerate: z.enum(degenerates),
  }),
  weight: "linear",
  inputs: () => Inputs,
  validate: ({ floor }) => faultsOf((exact(floor).lt(0) || exact(floor).gt(1)) && fault("floor", "share-out-of-range")),
  prepare({ floor, direction, degenerate }, weight) {
    const limits = { floor: exact(floor), cap: exact(1) };
    const ready: Ready = { weight, floor: limits.floor, limits, direction, equal: exact(equalShares[degenerate]) };
    return {
      score: (inputs) =>
        inputs.values === undefined
          ? oneOutcome(scoreAlone(ready, inputs))
          : scorePool(inputs.values, (present) => {
              const [max, min] = endsOf(present);
              return new Map([...present].map(([area, value]) => [area, scoreInRange(ready, { value, min, max })]));
            }),
    };
  },
});
