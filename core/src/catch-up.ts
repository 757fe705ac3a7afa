import type { Bearing, Evidence } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { type LightRule, lightOf } from "./light.ts";
import { endMoment, firstPoint, pathValueAt } from "./path.ts";
import { getPeriod, type Period } from "./period.ts";
import { exact, roundTo } from "./quantity.ts";
import { deviationOf, figureValue, gapShare, gapsOf } from "./ratio.ts";
import type { Path, Target } from "./target.ts";

/** 追赶路径: the same figures along a path from an earlier actual; shown beside, never sets a light. */
export interface CatchUp {
  readonly baseline: { readonly period: string; readonly value: string };
  readonly expected: string;
  readonly gapClosed: string | null;
  readonly deviation: string | null;
  /** Whether the document's path gives the same light (两种路径结论一致); null where one of them gives none. */
  readonly agrees: boolean | null;
}

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly rule: LightRule;
  readonly bearings: readonly Bearing[];
}

/**
 * The figure that a catch-up path starts from: the earliest comparable exact one at or after the path's first point; without
 * a path the earliest comparable one.
 */
export function baselineOf({ target }: Pick<Asked, "target">, evidence: Evidence): Bearing | undefined {
  const first = target.path === null ? undefined : firstPoint(target.path);
  const from = first === undefined ? Number.NEGATIVE_INFINITY : getPeriod(first.period).lastMonth;
  const earliest = evidence.comparable.filter(
    ({ figure }) => figure.qualifier === "=" && getPeriod(figure.period).lastMonth >= from,
  );
  const end = earliest.at(-1)?.figure.period;
  return end === undefined
    ? undefined
    : earliest.find(({ figure }) => getPeriod(figure.period).end === getPeriod(end).end);
}

/** The catch-up path itself: a straight line from the baseline's figure to the due value. */
export function catchUpPath(baseline: Bearing, due: Period, goal: string): Path {
  const points = [
    { period: baseline.figure.period, value: baseline.figure.value ?? "0" },
    { period: due.code, value: goal },
  ];
  return { kind: "decomposed", shape: "linear", points };
}

/** Where the actual stands on the catch-up path, at the end of its own period. */
export function catchUpOf(
  asked: Asked,
  evidence: Evidence,
  { due, counted }: { due: Period; counted: Known<Bearing> },
): Known<CatchUp> {
  const { target, indicator, rule } = asked;
  if (target.value === null) return unknown("no-target-value");
  if (counted.reason !== null) return unknown(counted.reason);
  const actual = counted.value;
  if (actual.figure.qualifier !== "=") return unknown("undecided");
  const baseline = baselineOf(asked, evidence);
  const period = getPeriod(actual.figure.period);
  if (baseline === undefined || getPeriod(baseline.figure.period).lastMonth >= period.lastMonth)
    return unknown("no-baseline");
  if (baseline.figure.value === null) return unknown("no-baseline");
  const [base, goal] = [figureValue(baseline), exact(target.value)];
  const expected = pathValueAt(catchUpPath(baseline, due, target.value), endMoment(period));
  if (expected === undefined) return unknown("no-baseline");
  const [gapClosed, expectedShare] = [gapShare(figureValue(actual), base, goal), gapShare(expected, base, goal)];
  const deviation = deviationOf(gapClosed, expectedShare);
  const document = gapsOf(asked, known(actual));
  const light = (done: typeof gapClosed, share: typeof gapClosed) =>
    done.reason === null && share.reason === null
      ? lightOf({ ...rule, periods: 1 }, [{ gapClosed: done.value, expectedShare: share.value }])
      : undefined;
  const [own, other] = [light(gapClosed, expectedShare), light(document.gapClosed, document.expectedShare)];
  return known({
    baseline: { period: baseline.figure.period, value: baseline.figure.value },
    expected: roundTo(expected, indicator.decimals + 2),
    gapClosed: gapClosed.reason === null ? roundTo(gapClosed.value, 4) : null,
    deviation: deviation.reason === null ? roundTo(deviation.value, 2) : null,
    agrees: own === undefined || other === undefined ? null : own === other,
  });
}
