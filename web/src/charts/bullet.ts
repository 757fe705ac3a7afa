/** What a bullet bar shows, as plain numbers; null is what is not known and then is not drawn. */
export interface BulletData {
  readonly actual: number | null;
  readonly target: number | null;
  readonly targetMax: number | null;
  /** The path's value now (序时). */
  readonly expected: number | null;
  /** The path's first point, or what catching up starts from. */
  readonly start: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface BulletLayout {
  readonly zero: number;
  readonly bar: { readonly from: number; readonly to: number } | null;
  readonly target: number | null;
  /** The far end of a target that is a range. */
  readonly targetMax: number | null;
  readonly expected: number | null;
  readonly start: number | null;
  readonly whisker: { readonly from: number; readonly to: number } | null;
  /** How the target's label hangs on its line, so that it never leaves the picture. */
  readonly anchor: "start" | "middle" | "end";
}

const headroom = 1.15;

/**
 * Places the parts of a bullet bar in percent of its width. Bars start at zero, which is always inside; the largest
 * value keeps some room to its right. Undefined where there is nothing to place.
 */
export function layBullet(data: BulletData): BulletLayout | undefined {
  const known = [data.actual, data.target, data.targetMax, data.expected, data.start, data.low, data.high].filter(
    (value): value is number => value !== null && Number.isFinite(value),
  );
  if (known.length === 0) return undefined;
  const low = Math.min(0, ...known) * headroom;
  const high = Math.max(0, ...known) * headroom;
  const span = high - low === 0 ? 1 : high - low;
  const at = (value: number): number => Math.round(((value - low) / span) * 10_000) / 100;
  const place = (value: number | null): number | null => (value === null ? null : at(value));
  const zero = at(0);
  const target = place(data.target);
  return {
    zero,
    bar: data.actual === null ? null : ordered(zero, at(data.actual)),
    target,
    targetMax: place(data.targetMax),
    expected: place(data.expected),
    start: place(data.start),
    whisker: data.low === null || data.high === null ? null : ordered(at(data.low), at(data.high)),
    anchor: target === null || (target >= 25 && target <= 75) ? "middle" : target < 25 ? "start" : "end",
  };
}

function ordered(a: number, b: number): { from: number; to: number } {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}
