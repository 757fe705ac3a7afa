import type {
  CheckInput,
  CheckLine,
  CheckRule,
  Finding,
  NotCheckedReason,
  OtherSourceRule,
  PublishedFigure,
  RangeRule,
  RequiredRule,
  SwingRule,
  Term,
} from "./check.ts";
import { intervalOf } from "./met.ts";
import { type Exact, exact, plain, roundTo } from "./quantity.ts";

/** What a finding says by itself, before it is known which check and which lines it belongs to. */
export type FindingDetail = Omit<Finding, "check" | "severity" | "indicators" | "explained">;

/** What came of a check: findings, or why it could not be made. */
export interface Judged {
  readonly findings: readonly FindingDetail[];
  readonly reason: NotCheckedReason | null;
  readonly missing: readonly Pick<Term, "indicator" | "moment">[];
}

export type LineRule = Exclude<CheckRule, { readonly kind: "relation" | "parts" }>;

export function judged(findings: readonly FindingDetail[]): Judged {
  return { findings, reason: null, missing: [] };
}

export function notJudged(reason: NotCheckedReason, missing: Judged["missing"] = []): Judged {
  return { findings: [], reason, missing };
}

/** A finding of which only what is given is said. */
export function detailOf(own: Pick<Finding, "code"> & Partial<FindingDetail>): FindingDetail {
  return {
    actual: null,
    comparator: null,
    expected: null,
    limit: null,
    deviation: null,
    source: null,
    terms: [],
    ...own,
  };
}

const decimalPattern = /^-?\d{1,40}(\.\d{1,40})?$/;

/** The exact number that a text is; undefined where there is none, or where it is no decimal number. */
export function numberOf(text: string | null | undefined): Exact | undefined {
  return typeof text === "string" && decimalPattern.test(text) ? exact(text) : undefined;
}

/** The number of a line, or why it has none. */
export function lineNumber({ state, value }: CheckLine): Exact | "no-value" | "not-applicable" {
  if (state === "not-applicable") return "not-applicable";
  return (state === "value" ? numberOf(value) : undefined) ?? "no-value";
}

function judgeRange(rule: RangeRule, value: Exact): Judged {
  const [min, max] = [numberOf(rule.min), numberOf(rule.max)];
  const actual = plain(value);
  if (min !== undefined && (value.lt(min) || (value.eq(min) && !rule.minInclusive))) {
    const comparator = rule.minInclusive ? ">=" : ">";
    return judged([detailOf({ code: "below-min", actual, comparator, expected: plain(min) })]);
  }
  if (max !== undefined && (value.gt(max) || (value.eq(max) && !rule.maxInclusive))) {
    const comparator = rule.maxInclusive ? "<=" : "<";
    return judged([detailOf({ code: "above-max", actual, comparator, expected: plain(max) })]);
  }
  return judged([]);
}

function judgeRequired({ accepts }: RequiredRule, line: CheckLine): Judged {
  if (line.state === "empty" || (line.state === "value" && lineNumber(line) === "no-value")) {
    return judged([detailOf({ code: "no-answer" })]);
  }
  const isAccepted = line.state === "value" || accepts.includes(line.state);
  return judged(isAccepted ? [] : [detailOf({ code: "state-not-accepted", actual: line.state })]);
}

/** The change in percent, with as many decimals as it takes to tell it from the limit that it exceeds. */
function percentBeyond(change: Exact, limit: Exact): string {
  const short = roundTo(change, 2);
  return exact(short).abs().eq(limit) ? roundTo(change, 6) : short;
}

function judgeSwing(rule: SwingRule, value: Exact, reference: Exact | undefined): Judged {
  if (reference === undefined) return notJudged("no-reference");
  const limit = exact(rule.percent);
  const said = { actual: plain(value), expected: plain(reference), limit: plain(limit) };
  if (reference.isZero()) return judged(value.isZero() ? [] : [detailOf({ code: "swing-from-zero", ...said })]);
  const change = value.minus(reference).times(100);
  if (change.abs().lte(reference.abs().times(limit))) return judged([]);
  const deviation = percentBeyond(change.div(reference.abs()), limit);
  return judged([detailOf({ code: "swing", ...said, deviation })]);
}

/** Whether a source printed the value with fewer decimals: 1829.8 for 1829.84. */
function isRoundedTo(value: Exact, figure: PublishedFigure): boolean {
  return figure.qualifier === "=" && exact(roundTo(value, figure.value.split(".")[1]?.length ?? 0)).eq(figure.value);
}

function differFrom(figure: PublishedFigure, value: Exact, percent: string): FindingDetail | undefined {
  const published = numberOf(figure.value);
  if (published === undefined || isRoundedTo(value, figure)) return undefined;
  const { low, high } = intervalOf(figure.value, figure.qualifier);
  const isOutside = (low !== null && value.lt(low)) || (high !== null && value.gt(high));
  if (!isOutside) return undefined;
  const limit = exact(percent);
  const said = { actual: plain(value), expected: plain(published), limit: plain(limit), source: figure.source };
  if (published.isZero()) return detailOf({ code: "source-is-zero", ...said });
  const change = value.minus(published).times(100);
  if (change.abs().lte(published.abs().times(limit))) return undefined;
  const deviation = percentBeyond(change.div(published.abs()), limit);
  return detailOf({ code: "differs-from-source", ...said, deviation });
}

function judgeSources({ percent }: OtherSourceRule, value: Exact, published: readonly PublishedFigure[]): Judged {
  const figures = published.filter((figure) => numberOf(figure.value) !== undefined && figure.qualifier !== "~");
  if (figures.length === 0) return notJudged("no-other-source");
  return judged(figures.map((figure) => differFrom(figure, value, percent)).filter((found) => found !== undefined));
}

/**
 * Judges one line by a rule about single lines. A range, a swing and another source need a number on the line; a line
 * without one is not checked, and neither is one whose reference is missing: missing is never 0. A change from zero has
 * no percentage and is a finding of its own, unless the value is zero as well.
 */
export function judgeLine(rule: LineRule, indicator: string, input: CheckInput): Judged {
  const line = input.lines.get(indicator);
  if (line === undefined) return notJudged("not-in-report");
  if (rule.kind === "required") return judgeRequired(rule, line);
  const value = lineNumber(line);
  if (typeof value === "string") return notJudged(value);
  if (rule.kind === "range") return judgeRange(rule, value);
  if (rule.kind === "other-source") return judgeSources(rule, value, input.published.get(indicator) ?? []);
  const references = rule.against === "previous" ? input.previous : input.samePeriod;
  return judgeSwing(rule, value, numberOf(references.get(indicator)));
}
