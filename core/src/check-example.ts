import type { Check, CheckInput, CheckLine, RelationRule, Term } from "./check.ts";

/** For tests: checks and reports with everything that a case does not speak of filled in. */

export function exampleCheck(own: Partial<Check> = {}): Check {
  return {
    code: "K",
    name: "审核",
    nameEn: null,
    severity: "soft",
    indicators: [],
    rule: { kind: "required", accepts: [] },
    active: true,
    note: null,
    noteEn: null,
    ...own,
  };
}

/** A term as `name`, `2 name`, `-1 name previous`: coefficient, indicator, moment. */
export function exampleTerm(text: string, unitFactor: string | null = null): Term {
  const match = /^(?:(-?[\d.]+) )?(\S+)(?: (previous|same-period|year-to-date))?$/.exec(text);
  const moment = (["previous", "same-period", "year-to-date"] as const).find((name) => name === match?.[3]) ?? "this";
  return { indicator: match?.[2] ?? text, moment, coefficient: match?.[1] ?? "1", unitFactor };
}

export function exampleRelation(own: Partial<RelationRule> = {}): RelationRule {
  const tolerance = { kind: "absolute", value: "0" } as const;
  return { kind: "relation", left: [], comparator: "=", right: [], constant: "0", tolerance, ...own };
}

/** A line as it is typed: a number, null for a blank, or a state. */
export function exampleLine(typed: string | null, explanation: string | null = null): CheckLine {
  if (typed === null) return { state: "empty", value: null, explanation };
  if (typed === "not-applicable" || typed === "not-reported") return { state: typed, value: null, explanation };
  return { state: "value", value: typed, explanation };
}

type Typed = Readonly<Record<string, string | null>>;

export function exampleInput(typed: Typed, own: Partial<CheckInput> = {}): CheckInput {
  return {
    lines: new Map(Object.entries(typed).map(([indicator, text]) => [indicator, exampleLine(text)])),
    previous: new Map(),
    samePeriod: new Map(),
    earlierThisYear: new Map(),
    published: new Map(),
    shares: new Map(),
    ...own,
  };
}
