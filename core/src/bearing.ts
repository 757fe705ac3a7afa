import { type Bridge, isComparable, type Verdict, verdicts } from "./caliber.ts";
import type { SourceGrade } from "./document.ts";
import type { Timing } from "./indicator.ts";
import { type Observation, roles, stages } from "./observation.ts";
import { areLikePeriods, getPeriod, type Period } from "./period.ts";
import type { Path } from "./target.ts";

/** A figure as the store keeps it: with its version and the instant of its record. */
export type Figure = Observation & { readonly version: number; readonly recordedAt: string };

/** A figure that bears on a target, with the verdict that joins them (null bridge: same indicator, area, caliber). */
export interface Bearing {
  readonly figure: Figure;
  readonly grade: SourceGrade;
  readonly verdict: Verdict;
  readonly bridge: Bridge | null;
}

/** What a target says about the figures that may count for it. */
export interface Question {
  readonly due: Period;
  readonly on: string;
  readonly timing: Timing;
  readonly path: Path | null;
}

/** Figures sorted by what they are good for; each list newest and strongest first. */
export interface Evidence {
  readonly comparable: readonly Bearing[];
  readonly mismatched: readonly Bearing[];
  readonly unlike: readonly Bearing[];
  readonly parts: readonly Bearing[];
  readonly evidence: readonly Bearing[];
  /** References, and figures of a later year than the due one. */
  readonly beside: readonly Bearing[];
  /** The due period is declared not to apply or not to be computable. */
  readonly withoutValue: Bearing | null;
}

/**
 * The order in which figures are preferred: the later period; then bridge exact > confirmed > assumed, role adopted >
 * verified > reported, stage census > annual > final > preliminary > progress > unstated > expected, exact figures
 * before bounds, newest version
 * (design section 5).
 */
export function compareBearings(a: Bearing, b: Bearing): number {
  return (
    getPeriod(b.figure.period).lastMonth - getPeriod(a.figure.period).lastMonth ||
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    roles.indexOf(a.figure.role) - roles.indexOf(b.figure.role) ||
    stages.indexOf(a.figure.stage) - stages.indexOf(b.figure.stage) ||
    Number(b.figure.qualifier === "=") - Number(a.figure.qualifier === "=") ||
    compareText(b.figure.recordedAt, a.figure.recordedAt) ||
    b.figure.version - a.figure.version
  );
}

/** The same order, with the id at its end so that lists are stable; ids say nothing about which figure is right. */
function inOrder(a: Bearing, b: Bearing): number {
  return compareBearings(a, b) || compareText(a.figure.id, b.figure.id);
}

/** The figures that no rule prefers to the first one: where they differ, none of them is chosen silently. */
export function equallyGood(sorted: readonly Bearing[]): Bearing[] {
  const [first] = sorted;
  return first === undefined ? [] : sorted.filter((bearing) => compareBearings(first, bearing) === 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isLike(period: Period, { due, timing, path }: Question): boolean {
  if (timing === "point" || areLikePeriods(period, due)) return true;
  return path?.shape === "time-share" && period.firstMonth === due.firstMonth && period.lastMonth < due.lastMonth;
}

/** What a figure that bears on a target may be used for: the lists of {@link Evidence}. */
export const uses = ["comparable", "mismatched", "unlike", "parts", "evidence", "beside"] as const;
export type Use = (typeof uses)[number];
type Pile = Use | "withoutValue" | "unusable";

function useOf({ figure, verdict }: Bearing, question: Question): Pile {
  const period = getPeriod(figure.period);
  if (period.end > question.on) return "unusable";
  if (verdict === "evidence") return "evidence";
  if (figure.state !== "value") {
    const isDeclared = figure.state === "not-applicable" || figure.state === "not-computable";
    return isDeclared && period.end === question.due.end && isComparable(verdict) ? "withoutValue" : "unusable";
  }
  if (figure.value === null) return "unusable";
  if (period.end > question.due.end || verdict === "reference") return "beside";
  if (verdict === "part") return "parts";
  if (verdict === "mismatch") return "mismatched";
  return isLike(period, question) ? "comparable" : "unlike";
}

/** Sorts the figures that bear on a target by what they may be used for on a day; later periods are never used. */
export function weighEvidence(bearings: readonly Bearing[], question: Question): Evidence {
  const piles: Record<Pile, Bearing[]> = {
    comparable: [],
    mismatched: [],
    unlike: [],
    parts: [],
    evidence: [],
    beside: [],
    withoutValue: [],
    unusable: [],
  };
  for (const bearing of bearings) piles[useOf(bearing, question)].push(bearing);
  for (const pile of Object.values(piles)) pile.sort(inOrder);
  return { ...piles, withoutValue: piles.withoutValue[0] ?? null };
}

const weakGrades: readonly SourceGrade[] = ["repost", "encyclopedia"];

/**
 * Whether a verdict that rests on this figure is only 初判: its caliber is assumed, or no source better than a repost
 * or encyclopedia gives the same value for the same area, indicator, caliber and period.
 */
export function isProvisional(bearing: Bearing, all: readonly Bearing[]): boolean {
  if (bearing.verdict === "assumed") return true;
  if (!weakGrades.includes(bearing.grade)) return false;
  const { area, indicator, caliber, period, value } = bearing.figure;
  return !all.some(
    ({ figure, grade }) =>
      !weakGrades.includes(grade) &&
      figure.area === area &&
      figure.indicator === indicator &&
      figure.caliber === caliber &&
      figure.period === period &&
      figure.value === value,
  );
}
