import { getPeriod } from "@yuanbiao/core/period";
import { exact, isQuantity, plain, roundTo } from "@yuanbiao/core/quantity";
import { difference, signed, trimmed } from "../../text/number.ts";
import type { Language } from "../../text/text.ts";

/** How a figure differs from another: shares in points, all else in percent; undefined where there is nothing to say. */
export function changeWords(
  value: string | null,
  from: string | null,
  unit: string,
  language: Language,
): string | undefined {
  if (value === null || from === null || !isQuantity(value) || !isQuantity(from)) return undefined;
  const [now, before] = [exact(value), exact(from)];
  if (unit === "%") return difference(plain(now.minus(before)), unit, language);
  if (before.isZero()) return undefined;
  return `${signed(trimmed(roundTo(now.minus(before).times(100).div(before.abs()), 1)))}\u00a0%`;
}

/** This year's total with what is typed. */
export function totalWith(earlier: string | null, value: string | null): string | null {
  if (earlier === null) return null;
  return value === null || !isQuantity(value) ? earlier : plain(exact(earlier).plus(value));
}

export const besides = ["previous", "samePeriod", "yearToDate"] as const;
export type Beside = (typeof besides)[number];

/** Which figures are worth standing beside the inputs: last year's only once, a running total only where there is one. */
export function usefulBesides(period: string, lines: readonly { readonly earlierThisYear: string | null }[]): Beside[] {
  const isYear = getPeriod(period).kind === "year";
  const hasTotal = lines.some(({ earlierThisYear }) => earlierThisYear !== null && earlierThisYear !== "0");
  return besides.filter((beside) => (beside === "previous" ? !isYear : beside !== "yearToDate" || hasTotal));
}
