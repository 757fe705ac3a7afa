import { z } from "zod";
import { Code, named } from "./code.ts";
import { type Exact, exact, Quantity } from "./quantity.ts";

/** The lights of a target that is under way, from the best to the worst. */
export const lights = ["on-track", "behind", "far-behind"] as const;
export type Light = (typeof lights)[number];

/** points: deviation, gap closed − expected, in points; relative: the lag 1 − gap closed ÷ expected. */
export const lightMeasures = ["points", "relative"] as const;

export const LightBand = z.object({
  light: z.enum(lights),
  from: Quantity.nullable(),
  fromInclusive: z.boolean(),
  to: Quantity.nullable(),
  toInclusive: z.boolean(),
});
export type LightBand = z.infer<typeof LightBand>;

/** 亮灯规则: bands that cover every value once; a worse light is shown after `periods` periods in a row. */
export const LightRule = z.object({
  code: Code,
  ...named,
  measure: z.enum(lightMeasures),
  periods: z.int().min(1).max(12),
  bands: z.array(LightBand).min(1),
});
export type LightRule = z.infer<typeof LightRule>;

/** Where the bands of a rule leave a value without a light (gap) or give it two (overlap). */
export interface LightRuleFault {
  readonly path: string;
  readonly reason: "gap" | "overlap" | "empty-band";
  readonly from: string | null;
  readonly to: string | null;
}

interface Indexed {
  readonly band: LightBand;
  readonly index: number;
}

function isEmpty({ from, to, fromInclusive, toInclusive }: LightBand): boolean {
  if (from === null || to === null) return false;
  const order = exact(from).comparedTo(exact(to));
  return order > 0 || (order === 0 && !(fromInclusive && toInclusive));
}

function byStart(a: Indexed, b: Indexed): number {
  if (a.band.from === null || b.band.from === null)
    return (a.band.from === null ? 0 : 1) - (b.band.from === null ? 0 : 1);
  const order = exact(a.band.from).comparedTo(exact(b.band.from));
  return order || Number(b.band.fromInclusive) - Number(a.band.fromInclusive);
}

function between(left: Indexed, right: Indexed): LightRuleFault | undefined {
  const [to, from] = [left.band.to, right.band.from];
  const fault = (reason: "gap" | "overlap"): LightRuleFault => ({
    path: `bands[${right.index}].from`,
    reason,
    from: to,
    to: from,
  });
  if (to === null || from === null) return fault("overlap");
  const order = exact(to).comparedTo(exact(from));
  if (order < 0) return fault("gap");
  if (order > 0) return fault("overlap");
  if (left.band.toInclusive === right.band.fromInclusive) return fault(left.band.toInclusive ? "overlap" : "gap");
  return undefined;
}

/**
 * Says where a rule's bands leave a gap or overlap, each place with the open stretch; empty for a complete rule.
 * 银川's written rule (ahead; 10 to 30 behind; over 30 behind) leaves (0, 10) open and is refused.
 */
export function checkLightRule(rule: Pick<LightRule, "bands">): LightRuleFault[] {
  const indexed = rule.bands.map((band, index) => ({ band, index }));
  const empty = indexed.filter(({ band }) => isEmpty(band));
  if (empty.length > 0) {
    return empty.map(({ band, index }) => ({
      path: `bands[${index}]`,
      reason: "empty-band",
      from: band.from,
      to: band.to,
    }));
  }
  const sorted = indexed.toSorted(byStart);
  const faults: LightRuleFault[] = [];
  const first = sorted[0];
  if (first !== undefined && first.band.from !== null) {
    faults.push({ path: `bands[${first.index}].from`, reason: "gap", from: null, to: first.band.from });
  }
  sorted.forEach((right, position) => {
    const left = sorted[position - 1];
    const fault = left === undefined ? undefined : between(left, right);
    if (fault !== undefined) faults.push(fault);
  });
  const last = sorted.at(-1);
  if (last !== undefined && last.band.to !== null) {
    faults.push({ path: `bands[${last.index}].to`, reason: "gap", from: last.band.to, to: null });
  }
  return faults;
}

function isInside(band: LightBand, value: Exact): boolean {
  if (band.from !== null) {
    const order = value.comparedTo(exact(band.from));
    if (order < 0 || (order === 0 && !band.fromInclusive)) return false;
  }
  if (band.to === null) return true;
  const order = value.comparedTo(exact(band.to));
  return order < 0 || (order === 0 && band.toInclusive);
}

/** What a rule measures at one period; `expectedShare` is (e−b)/(g−b). */
export interface LightInput {
  readonly gapClosed: Exact;
  readonly expectedShare: Exact;
}

function measured(rule: LightRule, { gapClosed, expectedShare }: LightInput): Exact | undefined {
  if (rule.measure === "points") return gapClosed.minus(expectedShare).times(100);
  return expectedShare.isZero() ? undefined : exact(1).minus(gapClosed.div(expectedShare));
}

/**
 * The light of a rule that `checkLightRule` finds complete. `periods` are the latest periods, newest first: a light
 * worse than the best of the last `rule.periods` periods is not shown. Undefined where a relative lag has no divisor
 * (nothing is expected yet), where there is no period, or where too few are known to say that it lags in a row.
 */
export function lightOf(rule: LightRule, periods: readonly LightInput[]): Light | undefined {
  let best: Light | undefined;
  for (const input of periods.slice(0, rule.periods)) {
    const value = measured(rule, input);
    const light = value === undefined ? undefined : rule.bands.find((band) => isInside(band, value))?.light;
    if (light === undefined) return best;
    if (best === undefined || lights.indexOf(light) < lights.indexOf(best)) best = light;
  }
  return periods.length < rule.periods && best !== lights[0] ? undefined : best;
}

/** The rule of an installation that has set none: on track from −5 points, far behind below −20 (design section 5). */
export const standardLights: LightRule = {
  code: "standard",
  name: "默认亮灯规则",
  nameEn: "Default light rule",
  measure: "points",
  periods: 1,
  bands: [
    { light: "on-track", from: "-5", fromInclusive: true, to: null, toInclusive: false },
    { light: "behind", from: "-20", fromInclusive: true, to: "-5", toInclusive: false },
    { light: "far-behind", from: null, fromInclusive: false, to: "-20", toInclusive: false },
  ],
};
