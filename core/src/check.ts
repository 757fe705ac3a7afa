import { z } from "zod";
import { Code, named } from "./code.ts";
import { type Qualifier, type ValueState, valueStates } from "./observation.ts";
import { Quantity } from "./quantity.ts";

/** hard 强制性审核: blocks; soft 核实性审核: asks for an explanation, since a true figure may look odd. */
export const severities = ["hard", "soft"] as const;
export type Severity = (typeof severities)[number];

/** Which value of an indicator a term takes: 本期, 上期, 上年同期, 本年累计 (this period included). */
export const moments = ["this", "previous", "same-period", "year-to-date"] as const;
export type Moment = (typeof moments)[number];

export const checkComparators = ["=", "<=", ">=", "<", ">"] as const;
export type CheckComparator = (typeof checkComparators)[number];

/** 上下限: the value within its bounds, in the indicator's unit; a bound that is null is open. */
export const RangeRule = z.strictObject({
  kind: z.literal("range"),
  min: Quantity.nullable(),
  minInclusive: z.boolean(),
  max: Quantity.nullable(),
  maxInclusive: z.boolean(),
});
export type RangeRule = z.infer<typeof RangeRule>;

/** 必填: a value, or one of the states that this check accepts as an answer; a blank is none. */
export const RequiredRule = z.strictObject({
  kind: z.literal("required"),
  accepts: z.array(z.enum(valueStates).exclude(["value"])),
});
export type RequiredRule = z.infer<typeof RequiredRule>;

/** 波动: |value ÷ reference − 1| of at most so many percent. */
export const SwingRule = z.strictObject({
  kind: z.literal("swing"),
  against: z.enum(["previous", "same-period"]),
  percent: Quantity.default("30"),
});
export type SwingRule = z.infer<typeof SwingRule>;

/** One term of a relation: coefficient × unit factor × value; no factor means the relation's own unit. */
export const Term = z.strictObject({
  indicator: Code,
  moment: z.enum(moments),
  coefficient: Quantity,
  unitFactor: Quantity.nullable(),
});
export type Term = z.infer<typeof Term>;

/** absolute: in the relation's unit; relative: percent of the larger side. */
export const Tolerance = z.strictObject({ kind: z.enum(["absolute", "relative"]), value: Quantity });

/** 平衡关系: the sum of the left terms against the sum of the right ones plus a constant. */
export const RelationRule = z.strictObject({
  kind: z.literal("relation"),
  left: z.array(Term).min(1).max(100),
  comparator: z.enum(checkComparators),
  right: z.array(Term).max(100),
  constant: Quantity.default("0"),
  tolerance: Tolerance.default({ kind: "absolute", value: "0" }),
});
export type RelationRule = z.infer<typeof RelationRule>;

/** 与其他来源核对: differs by at most so many percent from what is published for the same question. */
export const OtherSourceRule = z.strictObject({ kind: z.literal("other-source"), percent: Quantity });
export type OtherSourceRule = z.infer<typeof OtherSourceRule>;

/** 占比与分子分母: a share against its own two parts in the same report, give or take so many points beyond rounding. */
export const PartsRule = z.strictObject({ kind: z.literal("parts"), tolerance: Quantity.default("0") });
export type PartsRule = z.infer<typeof PartsRule>;

export const CheckRule = z.discriminatedUnion("kind", [
  RangeRule,
  RequiredRule,
  SwingRule,
  RelationRule,
  OtherSourceRule,
  PartsRule,
]);
export type CheckRule = z.infer<typeof CheckRule>;

/** 审核公式. `indicators` are the lines it applies to; none: every line. A relation names its own lines in its terms. */
export const Check = z.strictObject({
  code: Code,
  ...named,
  severity: z.enum(severities),
  indicators: z.array(Code),
  rule: CheckRule,
  active: z.boolean(),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Check = z.infer<typeof Check>;

/** A line as it stands in the form; `empty` is a blank. A value that is no decimal number counts as none. */
export interface CheckLine {
  readonly state: ValueState | "empty";
  readonly value: string | null;
  readonly explanation: string | null;
}

/** A published figure of the same indicator, area, caliber and period; `source` is what the reader is shown. */
export interface PublishedFigure {
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly source: string;
}

/** One part of a share: written to so many decimals at least; null: a whole number, which nobody rounds. */
export interface SharePart {
  readonly indicator: string;
  readonly decimals: number | null;
}

/** What a share in percent is made of, where a report asks for both parts. */
export interface ShareParts {
  readonly numerator: SharePart;
  readonly denominator: SharePart;
}

/** What checks look at, each map by indicator code; what is not in a map is missing, never 0. */
export interface CheckInput {
  readonly lines: ReadonlyMap<string, CheckLine>;
  readonly previous: ReadonlyMap<string, string>;
  readonly samePeriod: ReadonlyMap<string, string>;
  /** The total of the year before this period began: "0" where it begins in January or holds the year's total. */
  readonly earlierThisYear: ReadonlyMap<string, string>;
  readonly published: ReadonlyMap<string, readonly PublishedFigure[]>;
  /** The shares whose parts stand in the same report. */
  readonly shares: ReadonlyMap<string, ShareParts>;
}

export const findingCodes = [
  "below-min",
  "above-max",
  "no-answer",
  "state-not-accepted",
  "swing",
  "swing-from-zero",
  "relation-broken",
  "differs-from-source",
  "source-is-zero",
  "differs-from-parts",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** A term with the value that it took: null where a not-applicable line was left out of the sum. */
export interface TermValue extends Term {
  readonly value: string | null;
}

/**
 * What a check found. `actual` `comparator` `expected` should have held, give or take `limit` (percent for swings and
 * other sources, the relation's unit for relations, points for shares); `deviation` is the change in percent, left − right,
 * or the points between a share and what its parts give.
 */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly code: FindingCode;
  /** The lines at which it is shown: one, or every line of the report that takes part in a relation. */
  readonly indicators: readonly string[];
  readonly actual: string | null;
  readonly comparator: CheckComparator | null;
  readonly expected: string | null;
  readonly limit: string | null;
  readonly deviation: string | null;
  readonly source: string | null;
  readonly terms: readonly TermValue[];
  /** Soft, and one of its lines has an explanation. */
  readonly explained: boolean;
}

export const notCheckedReasons = [
  "no-value",
  "not-applicable",
  "no-reference",
  "no-other-source",
  "not-in-report",
  "missing-term",
] as const;
export type NotCheckedReason = (typeof notCheckedReasons)[number];

/** A check that could not be made on these lines, and for relations the terms that were missing. */
export interface NotChecked {
  readonly check: string;
  readonly indicators: readonly string[];
  readonly reason: NotCheckedReason;
  readonly missing: readonly Pick<Term, "indicator" | "moment">[];
}

/** All findings at once; `checked` counts the lines and relations on which a check could be made. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
  readonly checked: number;
}
