import { type MissingReason, missingReasons } from "./missing-score.ts";
import { type ScoreReason, scoreReasons } from "./scorer-outcome.ts";

/** Why an area has no figure that a rule could be asked with. */
export const lackReasons = [
  "figure-missing",
  "not-reported",
  "not-applicable",
  "not-computable",
  "panel-missing",
  "milestone-missing",
  "prior-missing",
  "growth-not-printed",
  "points-missing",
] as const;
export type LackReason = (typeof lackReasons)[number] | ScoreReason;

const ownCodes = [
  "invalid-scheme",
  "unverified",
  "no-areas",
  "pool-of-one",
  "unknown-park-type",
  "figure-provisional",
  "figure-not-exact",
  "figure-not-adopted",
  "figure-conflict",
  "caliber-mismatch",
  "unlike-periods",
  "target-missing",
  "target-without-value",
  "target-not-due",
  "target-conflict",
  "indicator-not-bound",
  "benchmark-missing",
  "nothing-to-score",
] as const;
/** Everything that a run may be refused for. */
export const refusalCodes = [...new Set([...ownCodes, ...lackReasons, ...scoreReasons, ...missingReasons])];
export type RefusalCode = (typeof ownCodes)[number] | LackReason | MissingReason;

/** One reason against a run: whose, on which criterion, with the figures and codes that it is about. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly area: string | null;
  readonly criterion: string | null;
  readonly figures: Readonly<Record<string, string>>;
}

/** No value: a lack, which the criterion's policy settles, or something that forbids the run. */
export type NoValue =
  | { readonly kind: "lack"; readonly reason: LackReason; readonly figures: Refusal["figures"] }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly figures: Refusal["figures"] };

export const lack = (reason: LackReason, figures: Refusal["figures"] = {}): NoValue => ({
  kind: "lack",
  reason,
  figures,
});
export const refused = (code: RefusalCode, figures: Refusal["figures"] = {}): NoValue => ({
  kind: "refused",
  code,
  figures,
});
