import type { Check, CheckInput, CheckResult, Finding, NotChecked } from "./check.ts";
import { type Judged, judgeLine } from "./check-line.ts";
import { judgeParts } from "./check-parts.ts";
import { judgeRelation, linesOfRelation } from "./check-relation.ts";

interface Run {
  readonly check: Check;
  readonly indicators: readonly string[];
  readonly outcome: Judged;
}

function runOne(check: Check, input: CheckInput): Run[] {
  const { rule } = check;
  if (rule.kind === "relation") {
    const indicators = linesOfRelation(rule, input);
    return indicators.length === 0 ? [] : [{ check, indicators, outcome: judgeRelation(rule, input) }];
  }
  const scope = new Set(check.indicators);
  const concerned = [...input.lines.keys()].filter((indicator) => scope.size === 0 || scope.has(indicator));
  if (rule.kind === "parts") {
    // The share is what is asked about: its parts stand in the words.
    return concerned
      .filter((indicator) => input.shares.has(indicator))
      .map((indicator) => ({ check, indicators: [indicator], outcome: judgeParts(rule, indicator, input) }));
  }
  return concerned.map((indicator) => ({
    check,
    indicators: [indicator],
    outcome: judgeLine(rule, indicator, input),
  }));
}

function isExplained(indicators: readonly string[], { lines }: CheckInput): boolean {
  return indicators.some((indicator) => (lines.get(indicator)?.explanation ?? "").trim() !== "");
}

function findingsOf({ check, indicators, outcome }: Run, input: CheckInput): Finding[] {
  const explained = check.severity === "soft" && isExplained(indicators, input);
  return outcome.findings.map((detail) => ({
    check: check.code,
    severity: check.severity,
    indicators,
    explained,
    ...detail,
  }));
}

function notCheckedOf({ check, indicators, outcome: { reason, missing } }: Run): NotChecked[] {
  return reason === null ? [] : [{ check: check.code, indicators, reason, missing }];
}

function byPlace(a: NotChecked | Finding, b: NotChecked | Finding): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function placeOf(found: NotChecked | Finding): string {
  const own = "code" in found ? [found.code, found.source ?? "", found.expected ?? ""] : [found.reason];
  return [found.indicators.join(" "), found.check, ...own].join("\n");
}

/**
 * Runs the active checks over one report and gives every finding at once, in the order of lines, then checks, whatever
 * the order of the input; what could not be checked is said with its reason. A check that concerns no line of the
 * report is passed over. Refuses nothing: a text that is no decimal number counts as no value.
 */
export function runChecks(checks: readonly Check[], input: CheckInput): CheckResult {
  const runs = checks.filter(({ active }) => active).flatMap((check) => runOne(check, input));
  return {
    findings: runs.flatMap((run) => findingsOf(run, input)).sort(byPlace),
    notChecked: runs.flatMap(notCheckedOf).sort(byPlace),
    checked: runs.filter(({ outcome }) => outcome.reason === null).length,
  };
}

/** Whether a report with these findings may not be submitted: a hard one, or a soft one without an explanation. */
export function blocksSubmission(findings: readonly Pick<Finding, "severity" | "explained">[]): boolean {
  return findings.some(({ severity, explained }) => severity === "hard" || !explained);
}
