import type { Check, CheckInput, CheckLine, CheckResult, PublishedFigure } from "./check.ts";
import { type ShareIndicator, sharesOf } from "./check-parts.ts";
import { runChecks } from "./check-run.ts";
import type { ValueState } from "./observation.ts";
import { comparePeriods, getPeriod } from "./period.ts";
import { type PeriodValue, referencesOf } from "./year-to-date.ts";

/** A past figure as it would stand in a report, with what others published for the same question. */
export interface PastFigure {
  readonly area: string;
  readonly period: string;
  readonly indicator: string;
  readonly caliber: string;
  readonly state: ValueState;
  readonly value: string | null;
  readonly published: readonly PublishedFigure[];
}

/** The figures of one area and period, as checks look at them. */
export interface PastReport {
  readonly area: string;
  readonly period: string;
  readonly input: CheckInput;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

type SeriesByIndicator = ReadonlyMap<string, readonly PeriodValue[]>;

function seriesOf(figures: readonly PastFigure[]): SeriesByIndicator {
  const groups = groupBy(figures, ({ indicator }) => indicator);
  return new Map(
    [...groups].map(([indicator, group]) => [
      indicator,
      group.flatMap(({ period, state, value }) => (state === "value" && value !== null ? [{ period, value }] : [])),
    ]),
  );
}

function lineOf({ state, value }: PastFigure): CheckLine {
  return { state, value, explanation: null };
}

/** What is known of the indicators; one that is not there adds up to no yearly total and has no parts. */
type Indicators = ReadonlyMap<string, ShareIndicator>;

interface Context {
  readonly series: SeriesByIndicator;
  readonly indicators: Indicators;
}

function inputOf(figures: readonly PastFigure[], code: string, { series, indicators }: Context): CheckInput {
  const period = getPeriod(code);
  const references = [...series].map(([indicator, values]) => {
    return { indicator, ...referencesOf(values, period, indicators.get(indicator)?.measure ?? "stock") };
  });
  const mapOf = (pick: "previous" | "samePeriod" | "earlierThisYear"): Map<string, string> =>
    new Map(references.flatMap(({ indicator, [pick]: value }) => (value === null ? [] : [[indicator, value]])));
  return {
    lines: new Map(figures.map((figure) => [figure.indicator, lineOf(figure)])),
    previous: mapOf("previous"),
    samePeriod: mapOf("samePeriod"),
    earlierThisYear: mapOf("earlierThisYear"),
    published: new Map(figures.map(({ indicator, published }) => [indicator, published])),
    shares: sharesOf(figures, indicators),
  };
}

/**
 * Makes of past figures (one for each area, period and indicator) the reports that they would have been, newest first and
 * by area, each with the previous period, the same period last year and the year's total before it from the same rows.
 * `indicators` is by code.
 */
export function assembleReports(figures: readonly PastFigure[], indicators: Indicators): readonly PastReport[] {
  const reports = [...groupBy(figures, ({ area }) => area)].flatMap(([area, own]) => {
    const context = { series: seriesOf(own), indicators };
    const periods = groupBy(own, ({ period }) => getPeriod(period).code);
    return [...periods].map(([period, lines]) => ({ area, period, input: inputOf(lines, period, context) }));
  });
  return reports.sort((a, b) => comparePeriods(getPeriod(b.period), getPeriod(a.period)) || (a.area < b.area ? -1 : 1));
}

/** From the worst to the best: it would have blocked, asked, found nothing, or could not have been made. */
export const tryOutcomes = ["blocked", "asked", "passed", "not-checked"] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

/** What a check would have done to one report. */
export interface Tried extends CheckResult {
  readonly area: string;
  readonly period: string;
  readonly outcome: TryOutcome;
}

export interface TryOut {
  readonly reports: readonly Tried[];
  readonly counts: Readonly<Record<TryOutcome, number>>;
}

function outcomeOf({ findings, checked }: CheckResult): TryOutcome {
  if (findings.some(({ severity }) => severity === "hard")) return "blocked";
  if (findings.length > 0) return "asked";
  return checked > 0 ? "passed" : "not-checked";
}

/**
 * Says what a check, active or not, would have done to past reports, in their order and counted by outcome. Reports
 * without a line that it concerns are left out of both.
 */
export function tryOut(check: Check, past: readonly PastReport[]): TryOut {
  const reports = past.flatMap(({ area, period, input }): Tried[] => {
    const result = runChecks([{ ...check, active: true }], input);
    const isConcerned = result.checked > 0 || result.notChecked.length > 0;
    return isConcerned ? [{ area, period, outcome: outcomeOf(result), ...result }] : [];
  });
  const counts = { blocked: 0, asked: 0, passed: 0, "not-checked": 0 };
  for (const { outcome } of reports) counts[outcome] += 1;
  return { reports, counts };
}
