import type { Check, CheckInput, CheckLine, CheckResult } from "@yuanbiao/core/check";
import { runChecks } from "@yuanbiao/core/check-run";
import type { ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { References } from "@yuanbiao/core/year-to-date";
import type { Beside } from "./reporting-references.ts";

const blank: CheckLine = { state: "empty", value: null, explanation: null };

/** What checks look at: every line that the round asks for, filled or not. */
export function checkInput(
  round: Pick<Round, "lines">,
  lines: readonly Pick<ReportLine, "indicator" | "state" | "value" | "explanation">[],
  { references, published, shares }: Beside,
): CheckInput {
  const filled = new Map(lines.map((line) => [line.indicator, line]));
  const mapOf = (name: keyof References): Map<string, string> =>
    new Map([...references].flatMap(([indicator, { [name]: value }]) => (value === null ? [] : [[indicator, value]])));
  return {
    lines: new Map(round.lines.map(({ indicator }) => [indicator, filled.get(indicator) ?? blank])),
    previous: mapOf("previous"),
    samePeriod: mapOf("samePeriod"),
    earlierThisYear: mapOf("earlierThisYear"),
    published,
    shares,
  };
}

/** Every finding on a report at once. */
export function findingsOn(
  checks: readonly Check[],
  round: Pick<Round, "lines">,
  lines: readonly Pick<ReportLine, "indicator" | "state" | "value" | "explanation">[],
  beside: Beside,
): CheckResult {
  return runChecks(checks, checkInput(round, lines, beside));
}
