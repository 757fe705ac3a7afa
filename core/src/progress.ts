import { type Bearing, type Evidence, equallyGood, isProvisional, weighEvidence } from "./bearing.ts";
import { type CatchUp, catchUpOf } from "./catch-up.ts";
import { type Forecast, forecastFor } from "./forecast.ts";
import type { Indicator } from "./indicator.ts";
import { judgeOtherwise, type MemberBearings, type MemberResult } from "./judgement.ts";
import { type Known, known, unknown } from "./known.ts";
import type { LightRule } from "./light.ts";
import { boundedInterval, intervalOf, isMet } from "./met.ts";
import { type Pace, paceOf } from "./pace.ts";
import { dayMoment, pathValueAt } from "./path.ts";
import { areLikePeriods, daysInMonth, getPeriod, type Period } from "./period.ts";
import { type Exact, roundTo } from "./quantity.ts";
import { achievementOf, differenceOf, gapsOf, usablePath } from "./ratio.ts";
import { type ReadingBearings, type ReadingResult, readingsOf, robustness } from "./reading.ts";
import { decideStatus, isJudged, type Judgement, type Status, type UndefinedReason } from "./status.ts";
import { duePeriod, type Target, targetDirection } from "./target.ts";
import { lightFor } from "./under-way.ts";

/** Everything that one row of progress is computed from. */
export interface ProgressInput {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly bearings: readonly Bearing[];
  readonly members: readonly MemberBearings[];
  readonly readings: readonly ReadingBearings[];
  readonly rule: LightRule;
  /** The day of the question, Asia/Shanghai. */
  readonly on: string;
}

/** One row of progress. Every undefined figure says why; ratios have 4 decimals, values the indicator's + 2. */
export interface Progress {
  readonly due: Period;
  readonly isOver: boolean;
  readonly actual: Bearing | null;
  readonly evidence: Evidence;
  readonly achievement: Known<string>;
  readonly gapClosed: Known<string>;
  readonly expected: Known<string>;
  readonly expectedOn: Known<string>;
  readonly difference: Known<string>;
  readonly deviation: Known<string>;
  readonly met: Known<boolean>;
  readonly pace: Known<Pace>;
  readonly catchUp: Known<CatchUp>;
  readonly forecast: Known<Forecast>;
  readonly readings: readonly ReadingResult[];
  readonly members: readonly MemberResult[];
  readonly robust: boolean | null;
  readonly status: Status;
  readonly provisional: boolean;
  readonly reason: UndefinedReason | null;
}

interface Chosen {
  readonly actual: Bearing | null;
  readonly counted: Known<Bearing>;
  readonly dueActual: Bearing | null;
}

function choose({ target }: ProgressInput, evidence: Evidence, due: Period): Chosen {
  if (target.comparator === "all") return { actual: null, counted: unknown("not-applicable"), dueActual: null };
  const counted = evidence.comparable[0];
  if (counted !== undefined) {
    const isDue = getPeriod(counted.figure.period).end === due.end;
    return { actual: counted, counted: known(counted), dueActual: isDue ? counted : null };
  }
  if (evidence.withoutValue !== null) {
    return { actual: evidence.withoutValue, counted: unknown("not-applicable"), dueActual: null };
  }
  const mismatched = evidence.mismatched[0];
  if (mismatched !== undefined) return { actual: mismatched, counted: unknown("caliber-mismatch"), dueActual: null };
  const unlike = evidence.unlike[0];
  if (unlike !== undefined) return { actual: unlike, counted: unknown("unlike-periods"), dueActual: null };
  return { actual: null, counted: unknown(evidence.parts.length > 0 ? "parts-only" : "no-actual"), dueActual: null };
}

/** By equally good figures that disagree nothing is decided. */
function metOf(input: ProgressInput, evidence: Evidence, chosen: Chosen, due: Period): Known<boolean> {
  const first = metBy(input, chosen, due);
  const others = equallyGood(evidence.comparable).slice(1);
  const isAgreed = others.every(
    (other) => metBy(input, { ...chosen, counted: known(other) }, due).value === first.value,
  );
  return isAgreed ? first : unknown("undecided");
}

function metBy(input: ProgressInput, { counted, dueActual }: Chosen, due: Period): Known<boolean> {
  if (counted.reason !== null) return unknown(counted.reason);
  const { target, indicator, on } = input;
  if (target.value === null) return unknown("no-target-value");
  const isOver = due.end <= on;
  if (isOver && dueActual === null) return unknown("no-due-actual");
  const { figure } = counted.value;
  const limit = { ...target, direction: targetDirection(target, indicator) };
  const own = intervalOf(figure.value ?? "0", figure.qualifier);
  if (indicator.timing === "point" || areLikePeriods(getPeriod(figure.period), due)) {
    const met = isMet(own, limit);
    return met === null ? unknown("undecided") : known(met);
  }
  // An open period's sum can only grow: what it has passed already is decided, all else is not.
  const met = indicator.measure === "flow" ? isMet(boundedInterval(own, ">="), limit) : null;
  return met === null ? unknown("unlike-periods") : known(met);
}

function expectedOnOf({ target, indicator, on }: ProgressInput, due: Period): Known<Exact> {
  const path = usablePath(target, indicator);
  if (path === null) return unknown("no-path");
  const day = on < due.end ? on : due.end;
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const value = pathValueAt(path, dayMoment(day, daysInMonth(month)));
  return value === undefined ? unknown("no-path") : known(value);
}

function rounded(figure: Known<Exact>, decimals: number): Known<string> {
  return figure.reason === null ? known(roundTo(figure.value, decimals)) : figure;
}

function statusOf(input: ProgressInput, evidence: Evidence, chosen: Chosen, parts: StatusParts): Judgement {
  const { target, on } = input;
  const { due, met, judgement } = parts;
  const light = lightFor(input, evidence);
  return decideStatus({
    judgement,
    isOver: due.end <= on,
    due: chosen.dueActual === null ? null : { met: met.value },
    hasComparable: chosen.counted.reason === null,
    hasMismatched: evidence.mismatched.length > 0,
    hasUnlike: evidence.unlike.length > 0,
    hasParts: evidence.parts.length > 0,
    isNotApplicable: evidence.withoutValue !== null,
    isBeforePath: light.isBeforePath,
    hasPath: target.path !== null,
    isRegressed: light.isRegressed,
    light,
  });
}

interface StatusParts {
  readonly due: Period;
  readonly met: Known<boolean>;
  readonly judgement: Judgement | null;
}

/**
 * Progress of one target on one day: which figure counts, how far it reaches, what was expected, whether it meets
 * the target, how fast it must go, and the status, all by design section 5. Pure; never throws for figures that
 * passed the schemas; nothing undefined is ever NaN or 0.
 */
export function calculateProgress(input: ProgressInput): Progress {
  const { target, indicator, on } = input;
  const due = duePeriod(target, on);
  const evidence = weighEvidence(input.bearings, { due, on, timing: indicator.timing, path: target.path });
  const chosen = choose(input, evidence, due);
  const special = judgeOtherwise(input, evidence, due);
  const met = special?.met ?? metOf(input, evidence, chosen, due);
  const gaps = gapsOf(input, chosen.counted);
  const decimals = indicator.decimals + 2;
  const catchUp = catchUpOf(input, evidence, { due, counted: chosen.counted });
  const readings = readingsOf(input, due);
  const judgement = statusOf(input, evidence, chosen, { due, met, judgement: special?.judgement ?? null });
  const basis = special === null ? chosen.counted.value : null;
  const provisional = basis === null ? (special?.provisional ?? false) : isProvisional(basis, input.bearings);
  return {
    due,
    isOver: due.end <= on,
    actual: chosen.actual,
    evidence,
    achievement: rounded(achievementOf(input, chosen.counted), 4),
    gapClosed: rounded(gaps.gapClosed, 4),
    expected: rounded(gaps.expected, decimals),
    expectedOn: rounded(expectedOnOf(input, due), decimals),
    difference: rounded(differenceOf(input, chosen.counted, gaps.expected), decimals),
    deviation: rounded(gaps.deviation, 2),
    met,
    pace: paceOf(input, evidence, { due, met, counted: chosen.counted }),
    catchUp,
    forecast: forecastFor(input, evidence, due),
    readings,
    members: special?.members ?? [],
    robust: robustness(readings, met.value),
    status: judgement.status,
    provisional: provisional && isJudged(judgement.status),
    reason: judgement.reason,
  };
}
