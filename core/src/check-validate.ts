import type { Check, PartsRule, RangeRule, RelationRule, Term } from "./check.ts";
import type { Indicator } from "./indicator.ts";
import { exact } from "./quantity.ts";

export const checkFaultReasons = [
  "unknown-indicator",
  "repeated-indicator",
  "no-number",
  "indicators-of-relation",
  "hard-swing",
  "hard-other-source",
  "negative-percent",
  "unbounded-range",
  "empty-range",
  "mixed-units",
  "no-common-unit",
  "no-reported-term",
  "repeated-term",
  "zero-coefficient",
  "non-positive-factor",
  "negative-tolerance",
  "not-additive",
  "no-parts",
] as const;
export type CheckFaultReason = (typeof checkFaultReasons)[number];

/** What stands against a check, at the field where it is: `rule.left.0.coefficient`. */
export interface CheckFault {
  readonly path: string;
  readonly reason: CheckFaultReason;
}

/** The indicators that a check may name, by code. */
export type KnownIndicators = ReadonlyMap<
  string,
  Pick<Indicator, "unit" | "measure"> & Partial<Pick<Indicator, "numerator" | "denominator">>
>;

interface Placed {
  readonly term: Term;
  readonly path: string;
}

type Faults = readonly (CheckFault | false)[];

const fault = (path: string, reason: CheckFaultReason): CheckFault => ({ path, reason });

/** A named indicator must be known, named once, and have numbers where the rule compares them. */
function nameFaults({ indicators, rule }: Check, known: KnownIndicators): Faults {
  return indicators.flatMap((code, at) => {
    const path = `indicators.${at}`;
    const found = known.get(code);
    return [
      found === undefined && fault(path, "unknown-indicator"),
      indicators.indexOf(code) !== at && fault(path, "repeated-indicator"),
      found?.measure === "milestone" && rule.kind !== "required" && fault(path, "no-number"),
    ];
  });
}

/** Zero has no unit: "not below 0" may stand for all lines, "not above 100" only for lines of one unit. */
function rangeFaults(rule: RangeRule, { indicators }: Check, known: KnownIndicators): Faults {
  const { min, max, minInclusive, maxInclusive } = rule;
  const order = min === null || max === null ? -1 : exact(min).comparedTo(exact(max));
  const codes = indicators.length === 0 ? [...known.keys()] : indicators;
  const units = new Set(codes.flatMap((code) => known.get(code)?.unit ?? []));
  const hasUnit = [min, max].some((bound) => bound !== null && !exact(bound).isZero());
  return [
    min === null && max === null && fault("rule", "unbounded-range"),
    (order > 0 || (order === 0 && !(minInclusive && maxInclusive))) && fault("rule.max", "empty-range"),
    hasUnit && units.size > 1 && fault("indicators", "mixed-units"),
  ];
}

function termFaults({ term, path }: Placed, placed: readonly Placed[], known: KnownIndicators): Faults {
  const { indicator, moment, coefficient, unitFactor } = term;
  const found = known.get(indicator);
  const first = placed.find((other) => other.term.indicator === indicator && other.term.moment === moment);
  return [
    found === undefined && fault(`${path}.indicator`, "unknown-indicator"),
    found?.measure === "milestone" && fault(`${path}.indicator`, "no-number"),
    first?.path !== path && fault(path, "repeated-term"),
    exact(coefficient).isZero() && fault(`${path}.coefficient`, "zero-coefficient"),
    unitFactor !== null && exact(unitFactor).lte(0) && fault(`${path}.unitFactor`, "non-positive-factor"),
    moment === "year-to-date" &&
      found !== undefined &&
      found.measure !== "flow" &&
      fault(`${path}.moment`, "not-additive"),
  ];
}

/** Terms without a factor are in the relation's unit: one and the same for all, and at least one of them. */
function unitFaults(placed: readonly Placed[], known: KnownIndicators): Faults {
  const plainTerms = placed.filter(({ term }) => term.unitFactor === null);
  if (plainTerms.length === 0) return [fault("rule", "no-common-unit")];
  const unitAt = ({ term }: Placed): string | undefined => known.get(term.indicator)?.unit;
  const unit = plainTerms.map(unitAt).find((found) => found !== undefined);
  return plainTerms
    .filter((term) => (unitAt(term) ?? unit) !== unit)
    .map(({ path }) => fault(`${path}.indicator`, "mixed-units"));
}

function relationFaults(rule: RelationRule, { indicators }: Check, known: KnownIndicators): Faults {
  const placed: Placed[] = [
    ...rule.left.map((term, at) => ({ term, path: `rule.left.${at}` })),
    ...rule.right.map((term, at) => ({ term, path: `rule.right.${at}` })),
  ];
  const isReported = ({ term }: Placed): boolean => term.moment === "this" || term.moment === "year-to-date";
  return [
    indicators.length > 0 && fault("indicators", "indicators-of-relation"),
    !placed.some(isReported) && fault("rule.left", "no-reported-term"),
    exact(rule.tolerance.value).lt(0) && fault("rule.tolerance.value", "negative-tolerance"),
    ...placed.flatMap((term) => termFaults(term, placed, known)),
    ...unitFaults(placed, known),
  ];
}

/** Only a share in percent that says what it is made of has parts to be held against. */
function partsFaults({ tolerance }: PartsRule, { indicators }: Check, known: KnownIndicators): Faults {
  return [
    exact(tolerance).lt(0) && fault("rule.tolerance", "negative-tolerance"),
    ...indicators.map((code, at) => {
      const found = known.get(code);
      const { unit, numerator = null, denominator = null } = found ?? {};
      const hasParts = unit === "%" && numerator !== null && denominator !== null && numerator !== denominator;
      return found !== undefined && !hasParts && fault(`indicators.${at}`, "no-parts");
    }),
  ];
}

function ruleFaults(check: Check, known: KnownIndicators): Faults {
  const { rule, severity } = check;
  if (rule.kind === "range") return rangeFaults(rule, check, known);
  if (rule.kind === "relation") return relationFaults(rule, check, known);
  if (rule.kind === "parts") return partsFaults(rule, check, known);
  if (rule.kind === "required") return [];
  const reason = rule.kind === "swing" ? "hard-swing" : "hard-other-source";
  return [
    severity === "hard" && fault("severity", reason),
    exact(rule.percent).lt(0) && fault("rule.percent", "negative-percent"),
  ];
}

/**
 * Says what stands against a check, each fault at its field; empty for one that may be used. A swing and a
 * disagreement with another source must be soft: a true figure may jump, and the other source may be the wrong one.
 * A relation adds only what has one unit, or names the factor that brings a term to it.
 */
export function validateCheck(check: Check, known: KnownIndicators): CheckFault[] {
  return [...nameFaults(check, known), ...ruleFaults(check, known)].filter((found) => found !== false);
}
