import { type Bearing, type Evidence, isProvisional, weighEvidence } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { intervalOf, isMet } from "./met.ts";
import { endYear, getPeriod, type Period, yearPeriod } from "./period.ts";
import { figureValue } from "./ratio.ts";
import type { Judgement } from "./status.ts";
import { type Target, targetDirection } from "./target.ts";
import { onePerPeriod } from "./under-way.ts";

/** The figures of one member of a target that each member must meet (逐家). */
export interface MemberBearings {
  readonly area: string;
  readonly bearings: readonly Bearing[];
}

export interface MemberResult {
  readonly area: string;
  readonly actual: Bearing | null;
  readonly met: boolean | null;
}

/** A verdict that is not one figure against one number. */
export interface OtherJudgement {
  readonly judgement: Judgement | null;
  readonly met: Known<boolean>;
  readonly members: readonly MemberResult[];
  readonly provisional: boolean;
}

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly members: readonly MemberBearings[];
  readonly on: string;
}

function decided(target: Target, isOver: boolean): OtherJudgement | null {
  if (target.decision === null) return null;
  const isDone = target.decision === "done";
  if (!isDone && !isOver) return null;
  const judgement: Judgement = { status: isDone ? "achieved" : "missed", reason: null };
  return { judgement, met: known(isDone), members: [], provisional: false };
}

function undecided(judgement: Judgement): OtherJudgement {
  return { judgement, met: unknown(judgement.reason ?? "awaiting-judgement"), members: [], provisional: false };
}

/** A milestone is decided by a person on evidence: done, partly, not; without evidence there is nothing to decide. */
function milestone(target: Target, evidence: Evidence, isOver: boolean): OtherJudgement {
  const waiting: Judgement =
    evidence.evidence.length > 0
      ? { status: "judgement", reason: "awaiting-judgement" }
      : { status: "no-data", reason: "no-evidence" };
  return decided(target, isOver) ?? undecided(waiting);
}

/** 逐家: any member missed, the target is missed; else any member without a figure, no data; else achieved. */
function all(asked: Asked, due: Period): OtherJudgement {
  const { target, indicator, on } = asked;
  const isOver = due.end <= on;
  const limit = {
    ...target,
    comparator: target.memberComparator ?? "gte",
    direction: targetDirection(target, indicator),
  };
  let isAnyProvisional = false;
  const members = asked.members.map(({ area, bearings }): MemberResult => {
    const { comparable } = weighEvidence(bearings, { due, on, timing: indicator.timing, path: null });
    const actual = comparable[0] ?? null;
    if (actual === null || actual.figure.value === null) return { area, actual, met: null };
    if (getPeriod(actual.figure.period).end !== due.end) return { area, actual, met: null };
    isAnyProvisional ||= isProvisional(actual, bearings);
    return { area, actual, met: isMet(intervalOf(actual.figure.value, actual.figure.qualifier), limit) };
  });
  const result = (judgement: Judgement, met: Known<boolean>): OtherJudgement => ({
    judgement,
    met,
    members,
    provisional: isAnyProvisional,
  });
  if (!isOver) return result({ status: "not-due", reason: "no-path" }, unknown("not-yet-due"));
  if (members.some(({ met }) => met === false)) return result({ status: "missed", reason: null }, known(false));
  if (
    members.some(
      ({ actual, met }) => actual !== null && met === null && getPeriod(actual.figure.period).end === due.end,
    )
  ) {
    return result({ status: "not-computable", reason: "undecided" }, unknown("undecided"));
  }
  if (members.length === 0 || members.some(({ met }) => met === null)) {
    const isAnyKnown = members.some(({ actual }) => actual !== null);
    const reason = isAnyKnown ? "no-due-actual" : "no-actual";
    return result({ status: "no-data", reason }, unknown(reason));
  }
  return result({ status: "achieved", reason: null }, known(true));
}

/** 逐年增长: each year from `start` to the due one above the year before; an equal year (持平) breaks it. */
function trend(asked: Asked, evidence: Evidence, due: Period): OtherJudgement {
  const { target, on } = asked;
  const isOver = due.end <= on;
  const last = isOver ? endYear(due) : Number(on.slice(0, 4)) - 1;
  const byYear = new Map<number, Bearing>();
  for (const bearing of onePerPeriod(evidence.comparable)) {
    const year = endYear(getPeriod(bearing.figure.period));
    if (!byYear.has(year) && getPeriod(bearing.figure.period).end === yearPeriod(year).end) byYear.set(year, bearing);
  }
  const first = target.start === null ? endYear(due) : endYear(getPeriod(target.start));
  let isComplete = last >= first;
  const used: Bearing[] = [];
  for (let year = first; year <= last; year += 1) {
    const [now, before] = [byYear.get(year), byYear.get(year - 1)];
    if (now === undefined || before === undefined || now.figure.qualifier !== "=" || before.figure.qualifier !== "=") {
      isComplete = false;
      continue;
    }
    used.push(now, before);
    if (isOver && figureValue(now).lte(figureValue(before))) {
      const provisional = used.some((bearing) => isProvisional(bearing, evidence.comparable));
      return { judgement: { status: "missed", reason: null }, met: known(false), members: [], provisional };
    }
  }
  const provisional = used.some((bearing) => isProvisional(bearing, evidence.comparable));
  if (isOver && isComplete)
    return { judgement: { status: "achieved", reason: null }, met: known(true), members: [], provisional };
  const isAnyKnown = evidence.comparable.length > 0;
  const reason = !isOver ? "not-yet-due" : isAnyKnown ? "no-due-actual" : "no-actual";
  const judgement: Judgement | null = isOver && isAnyKnown ? { status: "no-data", reason: "no-due-actual" } : null;
  return { judgement, met: unknown(reason), members: [], provisional: false };
}

/** The verdict of targets without one number of their own: judgement, milestone, all, trend; null for all others. */
export function judgeOtherwise(asked: Asked, evidence: Evidence, due: Period): OtherJudgement | null {
  const { target, on } = asked;
  const isOver = target.due !== null && due.end <= on;
  switch (target.comparator) {
    case "judgement":
      return decided(target, isOver) ?? undecided({ status: "judgement", reason: "awaiting-judgement" });
    case "milestone":
      return milestone(target, evidence, isOver);
    case "all":
      return all(asked, due);
    case "trend":
      return trend(asked, evidence, due);
    case "gte":
    case "gt":
    case "lte":
    case "lt":
    case "approx":
    case "between":
      return null;
  }
}
