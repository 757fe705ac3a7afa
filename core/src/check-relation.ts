import type { CheckComparator, CheckInput, RelationRule, Term, TermValue } from "./check.ts";
import { detailOf, type Judged, judged, lineNumber, notJudged, numberOf } from "./check-line.ts";
import { type Exact, exact, plain } from "./quantity.ts";

type Taken = Exact | "left-out" | "missing-term" | "not-in-report";

interface TakenTerm {
  readonly term: Term;
  readonly taken: Taken;
}

/** The lines of a report that a relation is about: those of its terms that take this period's value. */
export function linesOfRelation({ left, right }: RelationRule, { lines }: Pick<CheckInput, "lines">): string[] {
  const own = [...left, ...right].filter(({ moment }) => moment === "this" || moment === "year-to-date");
  return [...new Set(own.map(({ indicator }) => indicator))].filter((indicator) => lines.has(indicator)).sort();
}

function takeReported({ indicator, moment }: Term, input: CheckInput): Taken {
  const line = input.lines.get(indicator);
  if (line === undefined) return "not-in-report";
  const value = lineNumber(line);
  if (value === "no-value") return "missing-term";
  if (moment === "this") return value === "not-applicable" ? "left-out" : value;
  const earlier = numberOf(input.earlierThisYear.get(indicator));
  if (earlier === undefined) return "missing-term";
  return value === "not-applicable" ? earlier : earlier.plus(value);
}

function takeTerm(term: Term, input: CheckInput): Taken {
  if (term.moment === "this" || term.moment === "year-to-date") return takeReported(term, input);
  const references = term.moment === "previous" ? input.previous : input.samePeriod;
  return numberOf(references.get(term.indicator)) ?? "missing-term";
}

function sumTerms(terms: readonly TakenTerm[]): Exact {
  return terms.reduce((sum, { term, taken }) => {
    if (typeof taken === "string") return sum;
    return sum.plus(taken.times(term.coefficient).times(term.unitFactor ?? "1"));
  }, exact("0"));
}

function isLeftOut(terms: readonly TakenTerm[]): boolean {
  return terms.length > 0 && terms.every(({ taken }) => taken === "left-out");
}

function toleranceOf({ tolerance }: RelationRule, left: Exact, right: Exact): Exact {
  if (tolerance.kind === "absolute") return exact(tolerance.value);
  const larger = left.abs().gt(right.abs()) ? left.abs() : right.abs();
  return larger.times(tolerance.value).div(100);
}

const holds: Readonly<Record<CheckComparator, (excess: Exact, tolerance: Exact) => boolean>> = {
  "=": (excess, tolerance) => excess.abs().lte(tolerance),
  "<=": (excess, tolerance) => excess.lte(tolerance),
  ">=": (excess, tolerance) => excess.gte(tolerance.neg()),
  "<": (excess, tolerance) => excess.lt(tolerance),
  ">": (excess, tolerance) => excess.gt(tolerance.neg()),
};

function valueOfTerm({ term, taken }: TakenTerm): TermValue {
  return { ...term, value: typeof taken === "string" ? null : plain(taken) };
}

/**
 * Judges a relation 平衡关系 in exact decimals: Σ coefficient × unit factor × value on the left against the same on the
 * right plus the constant, give or take the tolerance. A not-applicable line is absent from its sum, as a part that
 * does not exist; a side of which nothing is left, or a term without a value, leaves the relation unchecked.
 */
export function judgeRelation(rule: RelationRule, input: CheckInput): Judged {
  const take = (term: Term): TakenTerm => ({ term, taken: takeTerm(term, input) });
  const [left, right] = [rule.left.map(take), rule.right.map(take)];
  const terms = [...left, ...right];
  const lacking = terms.filter(({ taken }) => taken === "missing-term" || taken === "not-in-report");
  if (lacking.length > 0) {
    const reason = lacking.some(({ taken }) => taken === "not-in-report") ? "not-in-report" : "missing-term";
    return notJudged(
      reason,
      lacking.map(({ term: { indicator, moment } }) => ({ indicator, moment })),
    );
  }
  if (isLeftOut(left) || isLeftOut(right)) return notJudged("not-applicable");
  const [actual, expected] = [sumTerms(left), sumTerms(right).plus(rule.constant)];
  const [excess, tolerance] = [actual.minus(expected), toleranceOf(rule, actual, expected)];
  if (holds[rule.comparator](excess, tolerance)) return judged([]);
  const found = detailOf({
    code: "relation-broken",
    actual: plain(actual),
    comparator: rule.comparator,
    expected: plain(expected),
    limit: plain(tolerance),
    deviation: plain(excess),
    terms: terms.map(valueOfTerm),
  });
  return judged([found]);
}
