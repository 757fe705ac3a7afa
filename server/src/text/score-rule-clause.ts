import type { ScorerConfig, ScorerType } from "@yuanbiao/core/scorer-run";

/** What the parameters of a rule of each type say, a clause each; what bears on nothing is left unsaid. */
export type RuleClauses = {
  readonly [Type in ScorerType]: (config: Extract<ScorerConfig, { type: Type }>) => (string | false | undefined)[];
};
