import { z } from "@hono/zod-openapi";
import type { Check, CheckResult, Finding } from "@yuanbiao/core/check";
import { checkComparators, findingCodes, moments, notCheckedReasons, severities } from "@yuanbiao/core/check";
import type { FieldFault } from "../errors.ts";
import { type Language, spoken } from "../language.ts";
import { decimal } from "../shape.ts";
import { checkFindingText } from "../text/check-finding.ts";

const Term = z.object({
  indicator: z.string(),
  moment: z.enum(moments),
  coefficient: z.string(),
  value: decimal.nullable(),
});
export const FindingView = z
  .object({
    check: z.object({ code: z.string(), name: z.string() }),
    severity: z.enum(severities),
    code: z.enum(findingCodes),
    indicators: z.array(z.string()),
    actual: decimal.nullable(),
    comparator: z.enum(checkComparators).nullable(),
    expected: decimal.nullable(),
    limit: z.string().nullable(),
    deviation: z.string().nullable(),
    source: z.string().nullable(),
    terms: z.array(Term),
    explained: z.boolean(),
  })
  .openapi("Finding");
export const NotCheckedView = z.object({
  check: z.object({ code: z.string(), name: z.string() }),
  indicators: z.array(z.string()),
  reason: z.enum(notCheckedReasons),
});

type Views = { findings: z.infer<typeof FindingView>[]; notChecked: z.infer<typeof NotCheckedView>[] };

interface Said {
  readonly checks: readonly Check[];
  readonly language: Language;
  /** Where the finding on an indicator is shown: its field, or its cell. */
  readonly placeOf: (indicator: string) => string;
}

const namesOf = (checks: readonly Check[], language: Language): ReadonlyMap<string, string> =>
  new Map(checks.map(({ code, name, nameEn }) => [code, spoken(language, name, nameEn)]));

/** Findings as refusals, each at all of its lines; a soft one asks for an explanation. */
export function findingFaults(findings: readonly Finding[], { checks, language, placeOf }: Said): FieldFault[] {
  const names = namesOf(checks, language);
  return findings.flatMap((finding) => {
    const detail = checkFindingText(language, finding, names.get(finding.check) ?? finding.check);
    const code = finding.severity === "hard" ? finding.code : "explanation-needed";
    return finding.indicators.map((indicator) => ({ field: placeOf(indicator), code, detail }));
  });
}

/** Findings with the names of their checks in the language of the request. */
export function findingViews(result: CheckResult, checks: readonly Check[], language: Language): Views {
  const names = namesOf(checks, language);
  const nameOf = (code: string): { code: string; name: string } => ({ code, name: names.get(code) ?? code });
  return {
    findings: result.findings.map((finding) => ({
      check: nameOf(finding.check),
      severity: finding.severity,
      code: finding.code,
      indicators: [...finding.indicators],
      actual: finding.actual,
      comparator: finding.comparator,
      expected: finding.expected,
      limit: finding.limit,
      deviation: finding.deviation,
      source: finding.source,
      terms: finding.terms.map(({ indicator, moment, coefficient, value }) => ({
        indicator,
        moment,
        coefficient,
        value,
      })),
      explained: finding.explained,
    })),
    notChecked: result.notChecked.map(({ check, indicators, reason }) => ({
      check: nameOf(check),
      indicators: [...indicators],
      reason,
    })),
  };
}
