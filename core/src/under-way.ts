import { type Bearing, type Evidence, equallyGood } from "./bearing.ts";
import type { Indicator } from "./indicator.ts";
import { known } from "./known.ts";
import { type Light, type LightInput, type LightRule, lightOf, lights } from "./light.ts";
import { type Interval, intervalOf } from "./met.ts";
import { firstPoint } from "./path.ts";
import { getPeriod } from "./period.ts";
import { exact } from "./quantity.ts";
import { gapsOf, usablePath } from "./ratio.ts";
import type { UndefinedReason } from "./status.ts";
import type { Target } from "./target.ts";

interface Asked {
  readonly target: Target;
  readonly indicator: Indicator;
  readonly rule: LightRule;
  readonly on: string;
  readonly bearings: readonly Bearing[];
}

/** How a target under way stands on its path on a day. */
export interface UnderWay {
  readonly isBeforePath: boolean;
  readonly isRegressed: boolean;
  readonly status: Light | null;
  readonly reason: UndefinedReason | null;
}

/** Whether the path has not begun on a day; a path through one part of a period begins with that period. */
function isBeforePath({ target, indicator, on }: Asked): boolean {
  const path = usablePath(target, indicator);
  const first = path === null ? undefined : firstPoint(path);
  if (path === null || first === undefined) return true;
  const period = getPeriod(first.period);
  return on < (path.shape === "time-share" ? period.start : period.end);
}

/** The newest comparable figure of each period, newest first. */
export function onePerPeriod(bearings: readonly Bearing[]): Bearing[] {
  const seen = new Set<string>();
  return bearings.filter(({ figure }) => {
    const { end } = getPeriod(figure.period);
    return seen.has(end) ? false : seen.add(end) !== undefined;
  });
}

function lightInputs(asked: Asked, bearings: readonly Bearing[]): LightInput[] {
  const inputs: LightInput[] = [];
  for (const bearing of bearings) {
    const { gapClosed, expectedShare } = gapsOf(asked, known(bearing));
    if (gapClosed.reason !== null || expectedShare.reason !== null) break;
    inputs.push({ gapClosed: gapClosed.value, expectedShare: expectedShare.value });
  }
  return inputs;
}

/** Whether all values that a qualified figure may have show the same light; the path's own direction counts. */
function isDecided({ target }: Asked, bearing: Bearing, light: Light): boolean {
  const { value, qualifier } = bearing.figure;
  if (qualifier === "=" || value === null) return true;
  const interval: Interval = intervalOf(value, qualifier);
  const start = target.path === null ? undefined : firstPoint(target.path);
  const isRising = target.path?.shape === "time-share" || exact(target.value ?? "0").gt(start?.value ?? "0");
  const [worst, best] = isRising ? [interval.low, interval.high] : [interval.high, interval.low];
  if (worst !== null && light === lights[0]) return true;
  return best !== null && light === lights.at(-1);
}

function isRegressed(asked: Asked, bearings: readonly Bearing[]): boolean {
  const [latest, before] = bearings;
  if (latest === undefined || before === undefined) return false;
  if (latest.figure.qualifier !== "=" || before.figure.qualifier !== "=") return false;
  const [now, then] = [gapsOf(asked, known(latest)).gapClosed, gapsOf(asked, known(before)).gapClosed];
  return now.reason === null && then.reason === null && now.value.lt(exact(0)) && now.value.lt(then.value);
}

/** The light of a target before its due date, by its own path alone; a catch-up path never sets a light. */
export function lightFor(asked: Asked, evidence: Evidence): UnderWay {
  const bearings = onePerPeriod(evidence.comparable);
  const latest = bearings[0];
  const base = { isBeforePath: isBeforePath(asked), isRegressed: isRegressed(asked, bearings) };
  if (latest === undefined) return { ...base, status: null, reason: "no-actual" };
  const gaps = gapsOf(asked, known(latest));
  if (gaps.deviation.reason !== null) return { ...base, status: null, reason: gaps.deviation.reason };
  const light = lightOf(asked.rule, lightInputs(asked, bearings.slice(0, asked.rule.periods)));
  if (light === undefined) return { ...base, status: null, reason: "too-few-points" };
  const others = equallyGood(evidence.comparable).slice(1);
  const isAgreed = others.every(
    (other) => lightOf({ ...asked.rule, periods: 1 }, lightInputs(asked, [other])) === light,
  );
  if (!isAgreed || !isDecided(asked, latest, light)) return { ...base, status: null, reason: "undecided" };
  return { ...base, status: light, reason: null };
}
