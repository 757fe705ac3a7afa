import type { UndefinedReason } from "./status.ts";

/** A figure that is there, or the reason why it is not: never NaN, never 0 for missing. */
export type Known<T> =
  | { readonly value: T; readonly reason: null }
  | { readonly value: null; readonly reason: UndefinedReason };

export function known<T>(value: T): Known<T> {
  return { value, reason: null };
}

export function unknown<T>(reason: UndefinedReason): Known<T> {
  return { value: null, reason };
}

/** Applies a function to a figure that is there and hands the reason on where it is not. */
export function mapKnown<A, B>(figure: Known<A>, change: (value: A) => Known<B>): Known<B> {
  return figure.reason === null ? change(figure.value) : unknown(figure.reason);
}
