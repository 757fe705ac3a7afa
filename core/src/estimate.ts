import { cumulativeStdNormalProbability, probit } from "simple-statistics";

/** An estimate some steps after the last of equally spaced values, and the spread of Student's t around it. */
export interface Estimate {
  readonly value: number;
  readonly deviation: number;
  /** Degrees of freedom. */
  readonly freedom: number;
}

interface Weights {
  readonly level: number;
  readonly trend: number;
  /** What is left of the trend after each step: 1 all, 0 none. */
  readonly damping: number;
}

interface Smoothed {
  readonly weights: Weights;
  readonly level: number;
  readonly trend: number;
  readonly squares: number;
  /** One step ahead, for each value but the first. */
  readonly fits: readonly number[];
}

const levelWeights = [0.2, 0.4, 0.6, 0.8, 1];
const trendWeights = [0.2, 0.4];
const steady = levelWeights.map((level) => ({ level, trend: 0, damping: 0 }));
const withTrend = (damping: number): Weights[] =>
  levelWeights.flatMap((level) => trendWeights.map((trend) => ({ level, trend, damping })));
/** Simple exponential smoothing, Holt's linear trend, and Gardner and McKenzie's damped trend. */
const families: readonly (readonly Weights[])[] = [steady, withTrend(1), withTrend(0.9)];

function smooth(values: readonly number[], weights: Weights): Smoothed {
  const [first = 0, second = first] = values;
  let level = first;
  let trend = second - first;
  let squares = 0;
  const fits: number[] = [];
  for (const value of values.slice(1)) {
    const fit = level + weights.damping * trend;
    const miss = value - fit;
    fits.push(fit);
    squares += miss * miss;
    level = fit + weights.level * miss;
    trend = weights.damping * trend + weights.level * weights.trend * miss;
  }
  return { weights, level, trend, squares, fits };
}

function leastSquares(values: readonly number[], family: readonly Weights[]): Smoothed {
  const tries = family.map((weights) => smooth(values, weights));
  return tries.reduce((least, next) => (next.squares < least.squares ? next : least));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much of the trend comes in `steps` steps: damping + damping² + … */
function reach({ damping }: Weights, steps: number): number {
  let sum = 0;
  for (let step = 1; step <= steps; step++) sum += damping ** step;
  return sum;
}

/** Growth of the one-step variance (Hyndman et al. 2008, 6.1), with the mean of what each of the three takes from a miss. */
function varianceGrowth(parts: readonly Smoothed[], steps: number): number {
  let growth = 1;
  for (let step = 1; step < steps; step++) {
    growth += mean(parts.map(({ weights }) => weights.level * (1 + weights.trend * reach(weights, step)))) ** 2;
  }
  return growth;
}

/**
 * Estimates the value `steps` after the last of at least two equally spaced values: the mean of simple, Holt's and
 * damped exponential smoothing ("Comb" of the M3 and M4 competitions, Makridakis and Hibon 2000), each with the weights
 * of the least squared one-step misses. The deviation comes from the misses of that mean, less three degrees of freedom
 * for fitted weights; `relative` takes them as shares of the larger of value and fit, where all values are positive.
 */
export function estimate(values: readonly number[], steps: number, { relative }: { relative: boolean }): Estimate {
  const parts = families.map((family) => leastSquares(values, family));
  const value = mean(parts.map(({ weights, level, trend }) => level + trend * reach(weights, steps)));
  const isRelative = relative && values.every((one) => one > 0);
  const sizeOf = (a: number, b: number): number => (isRelative ? Math.max(Math.abs(a), Math.abs(b)) : 1);
  const misses = values.slice(1).map((one, index) => {
    const fit = mean(parts.map(({ fits }) => fits[index] ?? 0));
    return (one - fit) / sizeOf(one, fit);
  });
  const freedom = Math.max(2, misses.length - 3);
  const squares = misses.reduce((sum, miss) => sum + miss * miss, 0);
  const oneStep = Math.sqrt(squares / freedom) * sizeOf(values.at(-1) ?? 0, value);
  return { value, deviation: oneStep * Math.sqrt(varianceGrowth(parts, steps)), freedom };
}

/** The half width of the interval that holds the value with a probability of `level` (0.5–0.9). */
export function halfWidth({ deviation, freedom }: Estimate, level: number): number {
  const normal = probit((1 + level) / 2);
  return (normal * deviation) / Math.sqrt((1 - 1 / (4 * freedom)) ** 2 - normal ** 2 / (2 * freedom));
}

/**
 * The probability of a value above a limit; Student's t by the normal distribution, as in `halfWidth` (Abramowitz and
 * Stegun 1964, 26.7.8). The deviation must not be zero.
 */
export function chanceAbove({ value, deviation, freedom }: Estimate, limit: number): number {
  const gap = value - limit;
  const normal = ((1 - 1 / (4 * freedom)) * gap) / Math.hypot(deviation, gap / Math.sqrt(2 * freedom));
  return cumulativeStdNormalProbability(normal);
}
