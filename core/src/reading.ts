import { type Bearing, weighEvidence } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { boundedInterval, intervalOf, isMet } from "./met.ts";
import { getPeriod, type Period } from "./period.ts";
import { type Reading, type Target, targetDirection } from "./target.ts";

/** The figures that one admissible reading of an open text would be judged by. */
export interface ReadingBearings {
  readonly reading: Reading;
  readonly bearings: readonly Bearing[];
}

export interface ReadingResult {
  readonly reading: Reading;
  readonly met: boolean | null;
}

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly readings: readonly ReadingBearings[];
  readonly on: string;
}

/**
 * Whether the target is met under each reading: by a figure of the due period once that is over, by the latest one
 * before; a figure that only bounds the reading's value decides where the whole bound lies on one side.
 */
export function readingsOf({ target, indicator, readings, on }: Asked, due: Period): ReadingResult[] {
  const limit = { ...target, direction: targetDirection(target, indicator) };
  return readings.map(({ reading, bearings }) => {
    const { comparable } = weighEvidence(bearings, { due, on, timing: indicator.timing, path: target.path });
    const figure = comparable[0]?.figure;
    if (figure === undefined || figure.value === null) return { reading, met: null };
    if (due.end <= on && getPeriod(figure.period).end !== due.end) return { reading, met: null };
    return { reading, met: isMet(boundedInterval(intervalOf(figure.value, figure.qualifier), reading.bound), limit) };
  });
}

/**
 * Whether the verdict is the same under every admissible reading: null where one of them has no verdict; without open
 * readings a verdict stands by itself.
 */
export function robustness(readings: readonly ReadingResult[], met: boolean | null): boolean | null {
  if (readings.length === 0) return met === null ? null : true;
  const verdicts = readings.map((result) => result.met);
  if (verdicts.includes(null)) return null;
  return verdicts.every((verdict) => verdict === verdicts[0]);
}
