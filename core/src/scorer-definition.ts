import { z } from "zod";
import { type Exact, Quantity } from "./quantity.ts";
import type { Outcome } from "./scorer-outcome.ts";

/** What stands against a configuration that its schema lets through. */
export const scorerFaultReasons = [
  "negative-value",
  "non-positive-value",
  "share-out-of-range",
  "floor-above-cap",
  "steps-not-descending",
  "points-not-falling",
  "equal-standards",
  "min-above-max",
  "tier-gap",
  "tier-overlap",
  "empty-tier",
  "step-needed",
  "step-not-used",
  "wrong-sign",
  "trim-leaves-nobody",
  "shares-not-one",
  "repeated-name",
  "reserved-name",
  "repeated-code",
  "partial-above-done",
] as const;
export type ScorerFaultReason = (typeof scorerFaultReasons)[number];

/** A fault at its place: `scorer.tiers[2].from`. `from` and `to` bound the open or doubled stretch of values. */
export interface ScorerFault {
  readonly path: string;
  readonly reason: ScorerFaultReason;
  readonly from?: string | null;
  readonly to?: string | null;
}

export const fault = (path: string, reason: ScorerFaultReason): ScorerFault => ({ path: `scorer.${path}`, reason });

/** Keeps the faults that were found. */
export function faultsOf(...found: readonly (ScorerFault | false | undefined)[]): ScorerFault[] {
  return found.filter((one) => one !== false && one !== undefined);
}

/** Whether every object has something by that name already, so that no input can be told apart by it. */
export const isInherited = (name: string): boolean => Reflect.has(Object.prototype, name);

/** A figure that a scorer takes; nothing and null are missing, never 0. */
export const InputFigure = Quantity.nullish();
export type InputFigure = z.infer<typeof InputFigure>;

/** linear: points grow with the weight; mixed: it bears on a part of them; unused: the points are absolute. */
export type WeightUse = "linear" | "mixed" | "unused";

/** A configuration made ready once, to score many. */
export interface Scoring<Inputs> {
  score(inputs: Inputs): Outcome;
}

/**
 * A scorer: the schema of its configuration, what its schema cannot say, the schema of its inputs, and the arithmetic,
 * which is exact, throws nothing, and rounds nothing.
 */
export interface Scorer<Config extends z.ZodObject, Inputs extends z.ZodType> {
  readonly config: Config;
  readonly weight: WeightUse;
  inputs(config: z.output<Config>): Inputs;
  validate(config: z.output<Config>): ScorerFault[];
  prepare(config: z.output<Config>, weight: Exact): Scoring<z.output<Inputs>>;
}

export function defineScorer<Config extends z.ZodObject, Inputs extends z.ZodType>(
  scorer: Scorer<Config, Inputs>,
): Scorer<Config, Inputs> {
  return scorer;
}

/** Inputs of scorers that compare an actual with a target. */
export const TargetInputs = z.strictObject({ actual: InputFigure, target: InputFigure });
export type TargetInputs = z.infer<typeof TargetInputs>;
