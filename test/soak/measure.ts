import type { Sending } from "../load/send.ts";

/** How long answers took, by kind of request, and how many were no good. */
export interface Tally {
  readonly byKind: Map<string, number[]>;
  readonly errors: Map<string, number>;
}

export const makeTally = (): Tally => ({ byKind: new Map(), errors: new Map() });

/** A kind of request: what it asks for, without what names a single thing. */
export function kindOf({ method, path }: Pick<Sending, "method" | "path">): string {
  const [noun = "", one, verb] = (path.split("?")[0] ?? "").replace("/api/", "").split("/");
  return `${method} ${[noun, one === undefined ? "" : ":id", verb ?? ""].filter((part) => part !== "").join("/")}`;
}

export function note({ byKind, errors }: Tally, sending: Sending, status: number, milliseconds: number): void {
  const kind = kindOf(sending);
  if (status !== 200) {
    const what = `${kind}: ${status}`;
    errors.set(what, (errors.get(what) ?? 0) + 1);
    return;
  }
  const known = byKind.get(kind);
  if (known === undefined) byKind.set(kind, [milliseconds]);
  else known.push(milliseconds);
}

/** The value below which this share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export interface Point {
  /** Minutes since the beginning. */
  readonly at: number;
  readonly value: number;
}

export interface Trend {
  readonly perMinute: number;
  /** The standard error of the slope: of points that follow each other closely, as those of a saw do, fewer count. */
  readonly noise: number;
  readonly mean: number;
}

/** The least-squares line through the second half of a series. */
export function trendOf(points: readonly Point[]): Trend {
  const half = points.slice(Math.floor(points.length / 2));
  const count = half.length;
  const mean = half.reduce((sum, { value }) => sum + value, 0) / count;
  const middle = half.reduce((sum, { at }) => sum + at, 0) / count;
  const spread = half.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  const perMinute = half.reduce((sum, { at, value }) => sum + (at - middle) * (value - mean), 0) / spread;
  const left = half.map(({ at, value }) => value - mean - perMinute * (at - middle));
  const squares = left.reduce((sum, value) => sum + value ** 2, 0);
  const together = left.reduce((sum, value, at) => sum + value * (left[at - 1] ?? 0), 0);
  // A first-order autoregressive series: so many of its points tell as much as one that is by itself.
  const likeness = squares === 0 ? 0 : Math.min(mostLike, Math.max(0, together / squares));
  const pointsPerOne = (1 + likeness) / (1 - likeness);
  return { perMinute, noise: Math.sqrt((squares / Math.max(1, count - 2) / spread) * pointsPerOne), mean };
}
const mostLike = 0.99;

/** Level: what it would grow in the half that was measured is within what it moves by itself. */
export function isLevel({ perMinute, noise, mean }: Trend, minutes: number): boolean {
  return perMinute <= 2 * noise || (perMinute * minutes) / 2 <= mean * 0.03;
}
