export const statuses = [
  "missed",
  "regressed",
  "far-behind",
  "behind",
  "no-data",
  "incomparable",
  "not-computable",
  "judgement",
  "not-due",
  "on-track",
  "achieved",
] as const;
export type Status = (typeof statuses)[number];

/** Why a figure is not there: an undefined value always says why. */
export const undefinedReasons = [
  "no-actual",
  "no-due-actual",
  "no-path",
  "no-target-value",
  "zero-denominator",
  "non-positive-target",
  "flat-path",
  "caliber-mismatch",
  "unlike-periods",
  "not-applicable",
  "undecided",
  "parts-only",
  "awaiting-judgement",
  "no-evidence",
  "too-few-points",
  "not-yet-due",
  "already-met",
  "no-baseline",
] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];
