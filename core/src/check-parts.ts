import type { CheckInput, PartsRule, SharePart, ShareParts, TermValue } from "./check.ts";
import { detailOf, type Judged, judged, lineNumber, notJudged } from "./check-line.ts";
import type { Indicator } from "./indicator.ts";
import { type Exact, exact, plain, roundTo } from "./quantity.ts";

/** What is looked at of an indicator to tell whether it is a share, and how its parts are written. */
export type ShareIndicator = Pick<Indicator, "unit" | "measure" | "numerator" | "denominator" | "decimals" | "whole">;

/**
 * The shares in percent whose two parts the same lines ask for, in one unit and in the share's own caliber. A ratio in
 * another unit (件/万人) would need a factor that nobody has stated: it is no share here.
 */
export function sharesOf(
  lines: readonly { readonly indicator: string; readonly caliber: string }[],
  indicators: ReadonlyMap<string, ShareIndicator>,
): ReadonlyMap<string, ShareParts> {
  const calibers = new Map(lines.map(({ indicator, caliber }) => [indicator, caliber]));
  const partOf = (code: string): SharePart => {
    const { whole, decimals } = indicators.get(code) ?? { whole: false, decimals: 0 };
    return { indicator: code, decimals: whole ? null : decimals };
  };
  return new Map(
    lines.flatMap(({ indicator, caliber }): [string, ShareParts][] => {
      const { unit, measure, numerator, denominator } = indicators.get(indicator) ?? {};
      if (unit !== "%" || measure !== "ratio" || numerator == null || denominator == null) return [];
      // What an area has of a wider one's whole: the two are the same indicator, of two areas.
      if (numerator === denominator) return [];
      const isAsked = [numerator, denominator].every((code) => calibers.get(code) === caliber);
      if (!isAsked || indicators.get(numerator)?.unit !== indicators.get(denominator)?.unit) return [];
      return [[indicator, { numerator: partOf(numerator), denominator: partOf(denominator) }]];
    }),
  );
}

const decimalsOf = (value: Exact): number => Math.max(0, value.decimalPlaces());

/** Half of the last place that a number is written to: what rounding may have taken or given. */
function halfOf(value: Exact, decimals: number | null): Exact {
  if (decimals === null) return exact(0);
  return exact(10)
    .pow(-Math.max(decimals, decimalsOf(value)))
    .div(2);
}

/** The least and the greatest share that the parts can have been before they were rounded; `d` is above nothing. */
function spanOf(n: Exact, d: Exact, { numerator, denominator }: ShareParts): { low: Exact; high: Exact } {
  const [aroundN, aroundD] = [halfOf(n, numerator.decimals), halfOf(d, denominator.decimals)];
  const corners = [n.minus(aroundN), n.plus(aroundN)].flatMap((above) =>
    [d.minus(aroundD), d.plus(aroundD)].map((below) => above.times(100).div(below)),
  );
  return {
    low: corners.reduce((a, b) => (a.lte(b) ? a : b)),
    high: corners.reduce((a, b) => (a.gte(b) ? a : b)),
  };
}

const termOf = (indicator: string, value: Exact): TermValue => ({
  ...{ indicator, moment: "this", coefficient: "1", unitFactor: null },
  value: plain(value),
});

/**
 * Judges a share 占比 against 100 × numerator ÷ denominator of the same report. It contradicts them only where no rounding
 * explains the difference: of the share to the decimals that it is written with, of the parts to those of their
 * indicators. Without both parts, or over nothing, it is not checked.
 */
export function judgeParts({ tolerance }: PartsRule, indicator: string, input: CheckInput): Judged {
  const parts = input.shares.get(indicator);
  if (parts === undefined) return notJudged("not-in-report");
  const numberAt = (code: string) => {
    const line = input.lines.get(code);
    return line === undefined ? "no-value" : lineNumber(line);
  };
  const share = numberAt(indicator);
  if (typeof share === "string") return notJudged(share);
  const [n, d] = [numberAt(parts.numerator.indicator), numberAt(parts.denominator.indicator)];
  if (typeof n === "string" || typeof d === "string") {
    const missing = [parts.numerator, parts.denominator].filter((_part, at) => typeof [n, d][at] === "string");
    return notJudged(
      "missing-term",
      missing.map((part) => ({ indicator: part.indicator, moment: "this" })),
    );
  }
  if (d.lte(0)) return notJudged("no-reference");
  const span = spanOf(n, d, parts);
  const around = halfOf(share, 0).plus(tolerance);
  if (share.plus(around).gte(span.low) && share.minus(around).lte(span.high)) return judged([]);
  const given = n.times(100).div(d);
  const decimals = Math.max(2, decimalsOf(share));
  return judged([
    detailOf({
      ...{ code: "differs-from-parts", actual: plain(share), comparator: "=", limit: tolerance },
      ...{ expected: roundTo(given, decimals), deviation: roundTo(share.minus(given), decimals) },
      terms: [termOf(parts.numerator.indicator, n), termOf(parts.denominator.indicator, d)],
    }),
  ]);
}
