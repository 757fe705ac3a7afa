import { z } from "zod";
import type { Exact } from "./quantity.ts";
import * as registry from "./scorer.ts";
import type { ScorerFault, Scoring, WeightUse } from "./scorer-definition.ts";

const scorers = Object.values(registry);
type Listed = (typeof scorers)[number];

const [first, ...others] = scorers.map(({ config }) => config);
/** 计分规则: the configuration of any scorer, told apart by its type. */
export const ScorerConfig = z.discriminatedUnion("type", [first ?? registry.completion.config, ...others]);
export type ScorerConfig = z.output<Listed["config"]>;
export type ScorerType = ScorerConfig["type"];
/** What any scorer may be asked with; `scorerInputs` says what one takes. */
export type ScorerInputs = z.output<ReturnType<Listed["inputs"]>>;

/** A scorer whose configuration is of its own type: the one by which it is found. */
interface OwnScorer {
  readonly weight: WeightUse;
  inputs(config: ScorerConfig): z.ZodType<ScorerInputs>;
  validate(config: ScorerConfig): ScorerFault[];
  prepare(config: ScorerConfig, weight: Exact): Scoring<ScorerInputs>;
}

const byType = new Map<ScorerType, OwnScorer>(scorers.map((scorer) => [scorer.config.shape.type.value, scorer]));
/** The types of all scorers, in the order of the list. */
export const scorerTypes = [...byType.keys()];

function scorerOf({ type }: ScorerConfig): OwnScorer {
  const found = byType.get(type);
  if (found === undefined) throw new Error(`no scorer ${type}`);
  return found;
}

/** Says what stands against a configuration, each fault at its place; empty for one that may be used. */
export function validateScorer(config: ScorerConfig): ScorerFault[] {
  return scorerOf(config).validate(config);
}

/** linear: points grow with the weight; mixed: in part; unused: a weight bears on nothing. */
export function weightUse(config: ScorerConfig): WeightUse {
  return scorerOf(config).weight;
}

/** The schema of what a configured scorer takes. */
export function scorerInputs(config: ScorerConfig): z.ZodType<ScorerInputs> {
  return scorerOf(config).inputs(config);
}

/** Makes a valid configuration ready, once, to score many; the weight is in points and may be an endless quotient. */
export function prepareScorer(config: ScorerConfig, weight: Exact): Scoring<ScorerInputs> {
  return scorerOf(config).prepare(config, weight);
}
