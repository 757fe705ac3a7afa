export const waterfallKinds = ["full-mark", "lost", "adjustment", "rounding", "total"] as const;
export type WaterfallKind = (typeof waterfallKinds)[number];

/** From the full mark to the total: levels (full mark, total) and what lies between, in points. */
export interface WaterfallStep {
  readonly kind: WaterfallKind;
  readonly label: string;
  readonly points: string;
}

/** A step on the axis, in percent of its width; a level has no width. */
export interface WaterfallBar extends WaterfallStep {
  readonly from: number;
  readonly to: number;
  readonly isLevel: boolean;
}

export interface WaterfallLayout {
  readonly bars: readonly WaterfallBar[];
  readonly ticks: readonly { readonly at: number; readonly value: number }[];
}

const isLevel = ({ kind }: WaterfallStep): boolean => kind === "full-mark" || kind === "total";
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Where each step begins and ends, in points. */
function runOf(steps: readonly WaterfallStep[]): { readonly from: number; readonly to: number }[] {
  let level = 0;
  return steps.map((step) => {
    const from = isLevel(step) ? Number(step.points) : level;
    level = isLevel(step) ? from : from + Number(step.points);
    return { from, to: level };
  });
}

const mostTicks = 5;

/** Round figures within a range: 1, 2 or 5 times a power of ten apart. */
function ticksWithin(low: number, high: number): number[] {
  const span = high - low;
  const power = 10 ** Math.floor(Math.log10(span / mostTicks));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => span / one <= mostTicks) ?? span;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number(((first + at) * step).toFixed(6)));
}

/**
 * Places the steps from a full mark to a total in percent of an axis that spans what was lost and gained: the levels
 * are lines, no bars, as the axis does not begin at zero. Undefined where there is nothing between two levels.
 */
export function layWaterfall(steps: readonly WaterfallStep[]): WaterfallLayout | undefined {
  if (steps.length < 2) return undefined;
  const run = runOf(steps);
  const ends = run.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const margin = (high - low || 1) * 0.04;
  const [first, last] = [low - margin, high + margin];
  const place = (points: number): number => hundredth(((points - first) / (last - first)) * 100);
  const bars = steps.map((step, at) => {
    const { from, to } = run[at] ?? { from: 0, to: 0 };
    return { ...step, from: place(Math.min(from, to)), to: place(Math.max(from, to)), isLevel: isLevel(step) };
  });
  return { bars, ticks: ticksWithin(first, last).map((value) => ({ at: place(value), value })) };
}
