import type { Finding, LineItem } from "../../api.ts";
import { grouped, signed, trimmed, unitName } from "../../text/number.ts";
import type { Language, Say } from "../../text/text.ts";
import type { CellFault } from "./draft.ts";

type Lines = readonly LineItem[];
type Term = Finding["terms"][number];

const shown = (value: string | null, say: Say): string => (value === null ? say("page.none") : grouped(value));

/** Which figure a swing was measured against, where the value tells it. */
function referenceWord({ expected, indicators }: Finding, lines: Lines, say: Say): string {
  const line = lines.find(({ indicator }) => indicator.code === indicators[0]);
  const isIt = (value: string | null | undefined): boolean =>
    value != null && expected !== null && trimmed(value) === trimmed(expected);
  if (isIt(line?.samePeriod)) return say("report.form.samePeriod");
  return say(isIt(line?.previous) ? "report.form.previous" : "report.finding.reference");
}

function termWords({ indicator, moment, coefficient, value }: Term, lines: Lines, say: Say): string {
  const name = lines.find((line) => line.indicator.code === indicator)?.indicator.name ?? indicator;
  const told = {
    name,
    moment: say(`report.finding.moment.${moment}`),
    value: value === null ? say("report.finding.leftOut") : grouped(value),
  };
  return coefficient === "1"
    ? say("report.finding.term", told)
    : say("report.finding.termOf", { coefficient, ...told });
}

const lineStates = ["empty", "value", "not-reported", "not-applicable"] as const;

/** What a check found, as one plain sentence with its figures. */
export function findingWords(finding: Finding, lines: Lines, say: Say): string {
  const { code, actual, expected, limit, deviation, source, comparator, terms } = finding;
  const state = lineStates.find((name) => name === actual);
  return say(`report.finding.${code}`, {
    actual: state === undefined ? shown(actual, say) : "",
    state: state === undefined ? "" : say(`report.lineState.${state}`),
    expected: shown(expected, say),
    limit: limit ?? "",
    deviation: deviation === null ? "" : signed(trimmed(deviation)),
    source: source ?? "",
    comparator: comparator === null ? "" : say(`report.finding.comparator.${comparator}`),
    reference: referenceWord(finding, lines, say),
    terms: terms.map((term) => termWords(term, lines, say)).join(say("page.list")),
  });
}

/** Why a text is no figure. */
export function faultWords({ code, found, expected }: CellFault, say: Say, language: Language): string {
  if (code === "unit-differs" && (expected === null || expected === "")) return say("report.cell.unit-none", { found });
  return say(`report.cell.${code}`, { found, expected: unitName(expected ?? "", language) });
}

/** Whether a finding only says that a line is still blank: on a form that is being filled this is no fault yet. */
export const isBlank = ({ code }: Finding): boolean => code === "no-answer";

/** The findings that stand at a line. */
export function findingsAt(findings: readonly Finding[], indicator: string): Finding[] {
  return findings.filter(({ indicators }) => indicators.includes(indicator));
}
