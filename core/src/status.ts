/** From the worst to the best: the order in which boards sort. */
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

/** A verdict, and for everything but a light or a plain yes or no the reason for it. */
export interface Judgement {
  readonly status: Status;
  readonly reason: UndefinedReason | null;
}

const judged: Record<Status, boolean> = {
  achieved: true,
  missed: true,
  "on-track": true,
  behind: true,
  "far-behind": true,
  regressed: true,
  "no-data": false,
  incomparable: false,
  "not-computable": false,
  judgement: false,
  "not-due": false,
};

/** Whether a status judges a figure against its target or path; the others say why nothing can be judged. */
export function isJudged(status: Status): boolean {
  return judged[status];
}

/** What the order of section 5 asks, one question a field. */
export interface StatusFacts {
  readonly judgement: Judgement | null;
  readonly isOver: boolean;
  /** Whether a comparable figure of the due period is there, and whether it meets the target. */
  readonly due: { readonly met: boolean | null } | null;
  readonly hasComparable: boolean;
  readonly hasMismatched: boolean;
  readonly hasUnlike: boolean;
  readonly hasParts: boolean;
  readonly isNotApplicable: boolean;
  /** Before the path's first point, or without a path. */
  readonly isBeforePath: boolean;
  readonly hasPath: boolean;
  readonly isRegressed: boolean;
  readonly light: { readonly status: Status | null; readonly reason: UndefinedReason | null };
}

function withoutFigure(facts: StatusFacts): Judgement {
  if (facts.isNotApplicable) return { status: "not-computable", reason: "not-applicable" };
  if (facts.hasMismatched) return { status: "incomparable", reason: "caliber-mismatch" };
  if (facts.hasUnlike) return { status: "incomparable", reason: "unlike-periods" };
  if (facts.hasParts) return { status: "not-computable", reason: "parts-only" };
  return { status: "no-data", reason: "no-actual" };
}

/** The first line of the status order that applies on the day (design section 5). */
export function decideStatus(facts: StatusFacts): Judgement {
  if (facts.judgement !== null) return facts.judgement;
  if (facts.isOver) {
    if (facts.due !== null) {
      if (facts.due.met === null) return { status: "not-computable", reason: "undecided" };
      return { status: facts.due.met ? "achieved" : "missed", reason: null };
    }
    if (facts.hasComparable && !facts.isNotApplicable) return { status: "no-data", reason: "no-due-actual" };
    return withoutFigure(facts);
  }
  if (facts.isBeforePath) return { status: "not-due", reason: facts.hasPath ? "not-yet-due" : "no-path" };
  if (!facts.hasComparable) return withoutFigure(facts);
  if (facts.isRegressed) return { status: "regressed", reason: null };
  return {
    status: facts.light.status ?? "not-computable",
    reason: facts.light.status === null ? facts.light.reason : null,
  };
}
