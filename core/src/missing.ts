import type { Bearing } from "./bearing.ts";
import { addDays, daysBetween } from "./day.ts";
import { getPeriod } from "./period.ts";
import type { Progress } from "./progress.ts";
import type { Target } from "./target.ts";

/** What would make a target judgeable: a figure, the parts of a ratio, the right caliber, its confirmation, evidence, a decision. */
export const missingNeeds = ["figure", "part", "caliber", "confirmation", "evidence", "decision"] as const;
export type MissingNeed = (typeof missingNeeds)[number];

/** One row of the 补数清单: what is missing for a target, of which period, and since when. */
export interface Missing {
  readonly target: Target;
  readonly progress: Progress;
  readonly need: MissingNeed;
  readonly period: string | null;
  /** The day after the period ended; null while nothing is due. */
  readonly since: string | null;
  readonly daysOverdue: number | null;
  readonly last: Bearing | null;
}

function needOf({ status, reason, provisional, actual }: Progress): MissingNeed | null {
  switch (status) {
    case "no-data":
      return reason === "no-evidence" ? "evidence" : "figure";
    case "incomparable":
      return "caliber";
    case "not-computable":
      return reason === "parts-only" ? "part" : "figure";
    case "judgement":
      return "decision";
    case "not-due":
      return null;
    case "achieved":
    case "missed":
    case "on-track":
    case "behind":
    case "far-behind":
    case "regressed":
      return provisional && actual?.verdict === "assumed" ? "confirmation" : null;
  }
}

/** The latest whole year that ended by a day: what a target under way waits for. */
function lastEndedYear(on: string): number {
  const year = Number(on.slice(0, 4));
  return on.slice(5) === "12-31" ? year : year - 1;
}

/** What is shown by evidence and not by a yearly figure waits until its own date. */
function periodOf({ due, comparator }: Target, progress: Progress, on: string): string | null {
  const isShownOnce = comparator === "milestone" || comparator === "judgement";
  if (due === null && isShownOnce) return null;
  return progress.isOver || isShownOnce ? progress.due.code : String(lastEndedYear(on));
}

/** What a target still lacks on a day, or null where its verdict stands or nothing is due. */
export function missingOf(target: Target, progress: Progress, on: string): Missing | null {
  const need = needOf(progress);
  if (need === null) return null;
  const period = periodOf(target, progress, on);
  const after = period === null ? null : addDays(getPeriod(period).end, 1);
  const since = after === null || after > on ? null : after;
  const daysOverdue = since === null ? null : daysBetween(since, on);
  return { target, progress, need, period, since, daysOverdue, last: progress.actual };
}

/** Worst first: longest overdue, then figures before confirmations and decisions, then by target. */
export function compareMissing(a: Missing, b: Missing): number {
  return (
    (b.daysOverdue ?? -1) - (a.daysOverdue ?? -1) ||
    missingNeeds.indexOf(a.need) - missingNeeds.indexOf(b.need) ||
    (a.target.id < b.target.id ? -1 : 1)
  );
}
