import { z } from "zod";
import { type Exact, roundingModes, roundTo } from "./quantity.ts";
import { type Scored, type ScoreStep, step } from "./scorer-outcome.ts";

export const defaultRounding = { mode: "half-up", scale: 2 } as const;

/** How points are rounded, once: 四舍五入 or 四舍六入五成双 (GB/T 8170-2008), to so many decimals. */
export const Rounding = z.strictObject({
  mode: z.enum(roundingModes).default(defaultRounding.mode),
  scale: z.int().min(0, "scale-out-of-range").max(6, "scale-out-of-range").default(defaultRounding.scale),
});
export type Rounding = z.infer<typeof Rounding>;

/**
 * Figures have at most 6 decimals, so a fraction of them that is not a tie is further from one than this; what an endless
 * quotient has lost at its end (weights are quotients too) is put right here, and the rounding decides on the true value.
 */
const guardDecimals = 30;

/** The exact value that a computed one stands for. */
export function settle(value: Exact): Exact {
  return value.toDecimalPlaces(guardDecimals);
}

/** Points rounded once, as text with exactly `scale` decimals. */
export function roundPoints(points: Exact, { mode, scale }: Rounding): string {
  return roundTo(settle(points), scale, mode);
}

/**
 * How points of a criterion are shown: as they are rounded where the scheme rounds by criterion; elsewhere, where they go on
 * unrounded, with two decimals more, so that nobody takes them for what is added up.
 */
export function shownRounding({ mode, scale, stage }: Rounding & { readonly stage: string }): Rounding {
  return { mode, scale: stage === "criterion" ? scale : Math.min(6, scale + 2) };
}

/** What one area is given, with the step that says how it was rounded; no step where there are no points. */
export function roundScored({ points }: Scored, rounding: Rounding): { points: string | null; steps: ScoreStep[] } {
  if (points === null) return { points, steps: [] };
  const { mode, scale } = rounding;
  const text = roundPoints(points, rounding);
  const said = step(`rounded-${mode}`, { from: settle(points), scale });
  return { points: text, steps: [{ ...said, figures: { ...said.figures, to: text } }] };
}
