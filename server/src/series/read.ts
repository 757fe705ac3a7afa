import type { Bearing } from "@yuanbiao/core/bearing";
import { baselineOf, catchUpPath } from "@yuanbiao/core/catch-up";
import { fewestForTrend, yearsInARow } from "@yuanbiao/core/forecast";
import type { Indicator } from "@yuanbiao/core/indicator";
import { getPeriod } from "@yuanbiao/core/period";
import type { Target } from "@yuanbiao/core/target";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { getIndicator, isOfAll, loadTargets, loadTracking, type Tracking } from "../tracking.ts";
import { areaRef, citationView, firstCitation, measuredRef, type Speech } from "../wire/speech.ts";
import { pointsOf } from "./points.ts";
import type { SeriesView } from "./shape.ts";

export interface SeriesQuery extends ScopeQuery {
  readonly area: string;
  readonly indicator: string;
  readonly caliber?: string | undefined;
}

type Paths = SeriesView["paths"];

function documentPath(target: Target): Paths {
  if (target.path === null) return [];
  const { kind, shape, points } = target.path;
  return [
    {
      target: target.id,
      kind,
      shape,
      points: points.map(({ period, value }) => ({ end: getPeriod(period).end, value })),
    },
  ];
}

function catchUp(tracking: Tracking, target: Target, on: string): Paths {
  const { evidence, due } = tracking.progressOf(target, on);
  const baseline = baselineOf({ target }, evidence);
  if (baseline === undefined || target.value === null || baseline.figure.qualifier !== "=") return [];
  if (getPeriod(baseline.figure.period).lastMonth >= due.lastMonth) return [];
  const { points } = catchUpPath(baseline, due, target.value);
  const ends = points.map(({ period, value }) => ({ end: getPeriod(period).end, value }));
  return [{ target: target.id, kind: "catch-up", shape: "linear", points: ends }];
}

function forecastOf(
  tracking: Tracking,
  targets: readonly Target[],
  on: string,
): Pick<SeriesView, "forecast" | "forecastReason"> {
  if (targets.length === 0) return { forecast: null, forecastReason: "no-target" };
  for (const target of targets) {
    const { forecast, due } = tracking.progressOf(target, on);
    if (forecast.value === null) continue;
    const { value, low, high, level } = forecast.value;
    return {
      forecast: { target: target.id, points: [{ end: due.end, value, low, high }], level },
      forecastReason: null,
    };
  }
  return { forecast: null, forecastReason: "too-few-points" };
}

/** The most years in a row of one caliber that any target has for a forecast. */
function annualPoints(
  tracking: Tracking,
  { targets, indicator, on }: { targets: readonly Target[]; indicator: Indicator; on: string },
): number {
  const runs = targets.map((target) => {
    const { evidence, due } = tracking.progressOf(target, on);
    return yearsInARow(indicator, evidence, due);
  });
  return Math.max(0, ...runs);
}

/** Everything that a trend chart of one area and indicator draws, on a day. */
export async function readSeries(context: Context, language: Language, query: SeriesQuery): Promise<SeriesView> {
  const { on, registry, question } = await scopeOf(context, query);
  const speech: Speech = { registry, language };
  const all = await loadTargets(context.store, registry, question);
  const tracking = await loadTracking(context.store, registry, { targets: all, question, isWhole: isOfAll(question) });
  const targets = tracking.targets.filter((target) => query.caliber === undefined || target.caliber === query.caliber);
  const bearings: Bearing[] = targets.flatMap((target) => [...tracking.bearingsOf(target)]);
  const indicator = getIndicator(registry, query.indicator);
  const { measure, direction, timing } = indicator;
  return {
    area: areaRef(speech, query.area),
    indicator: { ...measuredRef(speech, query.indicator), measure, direction, timing },
    points: await pointsOf(context, speech, { query, on, question, bearings, conflicts: tracking.conflictIndex }),
    targets: targets.map((target) => ({
      id: target.id,
      due: target.due,
      end: target.due === null ? null : tracking.progressOf(target, on).due.end,
      comparator: target.comparator,
      memberComparator: target.memberComparator,
      value: target.value,
      valueMax: target.valueMax,
      citation: citationView(speech, firstCitation(target)),
    })),
    paths: targets.flatMap((target) => [...documentPath(target), ...catchUp(tracking, target, on)]),
    ...forecastOf(tracking, targets, on),
    annualPoints: annualPoints(tracking, { targets, indicator, on }),
    fewestForForecast: fewestForTrend,
  };
}
