import { Decimal } from "decimal.js";
import { z } from "zod";

/** Own constructor: a host application's Decimal settings must never change our arithmetic. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Exact = Decimal;

export const quantityDecimals = 6;
const quantityPattern = /^-?\d{1,13}(\.\d{1,6})?$/;

/** A figure on the wire: a decimal string of at most 13 integer digits and 6 decimals, in the indicator's unit. */
export const Quantity = z.string().regex(quantityPattern, "malformed-quantity");
export type Quantity = z.infer<typeof Quantity>;

export const roundingModes = ["half-up", "half-even"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** Says whether a text is a quantity: decimal digits, at most 13 before and 6 after the point. */
export function isQuantity(text: string): boolean {
  return quantityPattern.test(text);
}

/** Turns a decimal string into an exact number; throws on a text that is no decimal number. */
export function exact(value: string | number): Exact {
  return new Exact(value);
}

/** Writes an exact number as the shortest decimal string, without exponent or trailing zeros; -0 is 0. */
export function plain(value: Exact): string {
  return value.isZero() ? "0" : value.toFixed();
}

/** Brings a quantity to its one spelling: "007.50" is "7.5", "-0" is "0". */
export function canonicalQuantity(text: string): string {
  return plain(exact(text));
}

const decimalRounding = { "half-up": Decimal.ROUND_HALF_UP, "half-even": Decimal.ROUND_HALF_EVEN } as const;

/**
 * Rounds to a fixed number of decimals: half-up 四舍五入 moves a five away from zero, half-even 四舍六入五成双 to the
 * even digit (GB/T 8170-2008, 3.2). A result of zero carries no sign.
 */
export function roundTo(value: Exact | string, decimals: number, mode: RoundingMode = "half-up"): string {
  const rounded = roundExact(new Exact(value), decimals, mode);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals);
}

/** The same as a number, to go on computing with. */
export function roundExact(value: Exact, decimals: number, mode: RoundingMode): Exact {
  return value.toDecimalPlaces(decimals, decimalRounding[mode]);
}

/** The order of two quantities: negative, zero or positive as a is less than, equal to or greater than b. */
export function compareQuantity(a: string, b: string): number {
  return exact(a).comparedTo(exact(b));
}

/** Adds quantities exactly; the empty sum is "0". */
export function sumQuantity(values: readonly string[]): string {
  return plain(values.reduce((sum, value) => sum.plus(value), exact("0")));
}

/** Whether two quantities are the same figure, however they are spelt; nothing is the same as nothing alone. */
export function isSameQuantity(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compareQuantity(a, b) === 0;
}
