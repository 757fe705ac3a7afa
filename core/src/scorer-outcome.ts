import { type Exact, exact, plain } from "./quantity.ts";

/** Why a scorer gives no points: what is missing or cannot be divided is said, never scored as 0. */
export const scoreReasons = [
  "missing-input",
  "non-positive-target",
  "non-positive-benchmark",
  "zero-denominator",
  "negative-actual",
  "baseline-not-above-target",
  "min-above-max",
  "empty-pool",
  "pool-of-one",
  "too-few-judges",
  "score-outside-scale",
] as const;
export type ScoreReason = (typeof scoreReasons)[number];

export const scoreFlags = ["unfinished"] as const;
export type ScoreFlag = (typeof scoreFlags)[number];

/** What a step of the arithmetic does; the sentence for each is made from its figures. */
export const scoreStepCodes = [
  "rate-of-target",
  "rate-inverse",
  "rate-two-minus",
  "rate-from-baseline",
  "rate-given",
  "rate-of-benchmark",
  "raised-to-floor",
  "lowered-to-cap",
  "below-zero-line",
  "weighted",
  "step-reached",
  "no-step-reached",
  "excess-steps",
  "unfinished",
  "position-in-range",
  "no-range",
  "efficacy",
  "base-share",
  "growth-steps",
  "decline-steps",
  "tier-reached",
  "ranked",
  "rank-share",
  "rank-deduction",
  "count-over",
  "count-under",
  "count-met",
  "trimmed",
  "mean-of-judges",
  "part",
  "bonus",
  "adjustment-base",
  "adjustment",
  "adjustments-total",
  "milestone",
  "not-scored",
  "rounded-half-up",
  "rounded-half-even",
] as const;
export type ScoreStepCode = (typeof scoreStepCodes)[number];

/** One step of the arithmetic; figures are decimal strings. `item` names what it is about, where there are several. */
export interface ScoreStep {
  readonly code: ScoreStepCode;
  readonly item: string | null;
  readonly figures: Readonly<Record<string, string>>;
}

/** What one area gets: exact points before rounding, or null with the reason. The trace is made when it is asked for. */
export interface Scored {
  readonly points: Exact | null;
  readonly reason: ScoreReason | null;
  readonly flags: readonly ScoreFlag[];
  /** The share of the target or benchmark that was reached, where the scorer has one; made when it is asked for. */
  rate(): Exact | null;
  trace(): ScoreStep[];
}

/** Points of one, or of every area of a pool; the reason says why nobody in the pool gets any. */
export type Outcome =
  | { readonly kind: "one"; readonly scored: Scored }
  | { readonly kind: "pool"; readonly areas: ReadonlyMap<string, Scored>; readonly reason: ScoreReason | null };

type Figures = Readonly<Record<string, Exact | string | number>>;
const shownDecimals = 10;

/** A step with its figures as text: exact up to 10 decimals, longer ones rounded for show alone. */
export function step(code: ScoreStepCode, figures: Figures, item: string | null = null): ScoreStep {
  const texts = Object.entries(figures).map(([name, figure]) => [
    name,
    plain((typeof figure === "object" ? figure : exact(figure)).toDecimalPlaces(shownDecimals)),
  ]);
  return { code, item, figures: Object.fromEntries(texts) };
}

const noRate = (): null => null;
const none: readonly ScoreFlag[] = [];

interface Extra {
  readonly rate?: () => Exact | null;
  readonly flags?: readonly ScoreFlag[];
}

export function scored(points: Exact, trace: () => ScoreStep[], { rate = noRate, flags = none }: Extra = {}): Scored {
  return { points, reason: null, rate, flags, trace };
}

/** No points; `item` names what is missing or wrong. */
export function unscored(reason: ScoreReason, item: string | null = null): Scored {
  return { points: null, reason, rate: noRate, flags: none, trace: () => [step("not-scored", {}, item)] };
}

export function oneOutcome(result: Scored): Outcome {
  return { kind: "one", scored: result };
}
