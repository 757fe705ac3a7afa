import type { CheckRule, RangeRule, RelationRule, Term } from "@yuanbiao/core/check";
import type { Indicator } from "../../api.ts";
import { grouped, withUnit } from "../../text/number.ts";
import type { Language, Say } from "../../text/text.ts";

/** In whose words a rule is said, and how its indicators are called. */
export interface Speech {
  readonly say: Say;
  readonly language: Language;
  readonly indicators: ReadonlyMap<string, Pick<Indicator, "name" | "unit">>;
}

/** What a rule is said of: the rule, and the lines that it applies to. */
export interface Said {
  readonly rule: CheckRule;
  readonly indicators: readonly string[];
}

const signs = { "=": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">" } as const;
const isZero = (value: string): boolean => Number(value) === 0;

/** The lines that a check applies to, by name. */
export function lineWords({ rule, indicators }: Said, speech: Speech): string {
  const { say, indicators: known } = speech;
  if (rule.kind === "relation") return say("check.everyTerm");
  if (indicators.length === 0) return say(rule.kind === "parts" ? "check.everyShare" : "check.everyLine");
  return indicators.map((code) => known.get(code)?.name ?? code).join(say("page.list"));
}

/** Bounds carry the unit where all lines have the same one. */
function rangeWords({ min, minInclusive, max, maxInclusive }: RangeRule, lines: readonly string[], speech: Speech) {
  const { say, language, indicators } = speech;
  const units = new Set(lines.map((code) => indicators.get(code)?.unit ?? ""));
  const [unit = ""] = units.size === 1 ? units : [];
  const parts = [
    min !== null &&
      say(minInclusive ? "check.rule.min" : "check.rule.minOpen", { value: withUnit(min, unit, language) }),
    max !== null &&
      say(maxInclusive ? "check.rule.max" : "check.rule.maxOpen", { value: withUnit(max, unit, language) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? say("check.rule.unbounded") : parts.join(say("check.rule.and"));
}

/** A term without its sign. */
function termWords({ indicator, moment, coefficient, unitFactor }: Term, { say, indicators }: Speech): string {
  const called = indicators.get(indicator)?.name ?? (indicator === "" ? say("check.rule.noTerm") : indicator);
  const timed =
    moment === "this"
      ? called
      : say("check.rule.moment", { name: called, moment: say(`check.fields.moments.${moment}`) });
  const name = unitFactor === null ? timed : say("check.rule.factor", { name: timed, factor: unitFactor });
  const size = coefficient.replace(/^-/, "");
  return size === "1" ? name : say("check.rule.times", { coefficient: size, name });
}

/** Terms as a sum; what is subtracted has its sign before it. */
function sumWords(terms: readonly Term[], constant: string, speech: Speech): string {
  const signed = terms.map((term) => ({
    isMinus: term.coefficient.startsWith("-"),
    words: termWords(term, speech),
  }));
  if (!isZero(constant)) {
    signed.push({ isMinus: constant.startsWith("-"), words: grouped(constant.replace(/^-/, "")) });
  }
  if (signed.length === 0) return speech.say("check.rule.zero");
  return signed
    .map(({ isMinus, words }, at) => (at === 0 ? `${isMinus ? "−" : ""}${words}` : ` ${isMinus ? "−" : "+"} ${words}`))
    .join("");
}

function relationWords({ left, comparator, right, constant, tolerance }: RelationRule, speech: Speech): string {
  const sides = `${sumWords(left, "0", speech)} ${signs[comparator]} ${sumWords(right, constant, speech)}`;
  if (isZero(tolerance.value)) return sides;
  return sides + speech.say(`check.rule.${tolerance.kind}`, { value: tolerance.value });
}

/** A rule in plain words: 战略性新兴产业产值 ≤ 工业总产值; 同比波动不超过 30%. */
export function ruleWords({ rule, indicators }: Said, speech: Speech): string {
  const { say } = speech;
  if (rule.kind === "range") return rangeWords(rule, indicators, speech);
  if (rule.kind === "relation") return relationWords(rule, speech);
  if (rule.kind === "swing") return say(`check.rule.${rule.against}`, { percent: rule.percent });
  if (rule.kind === "other-source") {
    return isZero(rule.percent)
      ? say("check.rule.published")
      : say("check.rule.publishedWithin", { percent: rule.percent });
  }
  if (rule.kind === "parts") {
    return isZero(rule.tolerance) ? say("check.rule.parts") : say("check.rule.partsWithin", { value: rule.tolerance });
  }
  if (rule.accepts.length === 0) return say("check.rule.required");
  const states = rule.accepts.map((state) => say("check.rule.state", { name: say(`code.state.${state}`) }));
  return say("check.rule.requiredOr", { states: states.join(say("page.list")) });
}
