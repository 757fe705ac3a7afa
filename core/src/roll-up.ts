import type { RollUp } from "./indicator.ts";
import { type Known, known, unknown } from "./known.ts";
import { exact, plain, roundTo, sumQuantity } from "./quantity.ts";

/** What one member brings to a roll-up; null is missing, never 0. */
export interface Contribution {
  readonly area: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The like figure of the year before, for growth. */
  readonly prior: string | null;
  /** 统一社会信用代码 of the enterprises counted, where a list is there. */
  readonly enterprises: readonly string[] | null;
}

/** A rolled-up figure with its coverage: k of m members; m is null where the members are not all named (等). */
export interface RolledUp {
  readonly value: Known<string>;
  readonly covered: number;
  readonly members: number | null;
}

interface Choice {
  readonly rollUp: RollUp;
  readonly decimals: number;
  readonly openEnded: boolean;
}

type Rule = (parts: readonly Contribution[], decimals: number) => { value: Known<string>; covered: number };

function present<T>(parts: readonly Contribution[], pick: (part: Contribution) => T | null): T[] {
  return parts.map(pick).filter((part): part is T & {} => part !== null);
}

const pairOf =
  (a: "numerator" | "value", b: "denominator" | "prior") =>
  (part: Contribution): readonly [string, string] | null => {
    const [left, right] = [part[a], part[b]];
    return left === null || right === null ? null : [left, right];
  };

function quotient(pairs: readonly (readonly [string, string])[]): Known<ReturnType<typeof exact>> {
  if (pairs.length === 0) return unknown("no-actual");
  const below = exact(sumQuantity(pairs.map(([, part]) => part)));
  if (below.isZero()) return unknown("zero-denominator");
  return known(exact(sumQuantity(pairs.map(([part]) => part))).div(below));
}

const rules: Record<RollUp, Rule> = {
  sum: (parts) => {
    const values = present(parts, (part) => part.value);
    return { value: values.length === 0 ? unknown("no-actual") : known(sumQuantity(values)), covered: values.length };
  },
  union: (parts) => {
    const lists = present(parts, (part) => part.enterprises);
    const all = new Set(lists.flat());
    return { value: lists.length === 0 ? unknown("no-actual") : known(String(all.size)), covered: lists.length };
  },
  "ratio-of-sums": (parts, decimals) => {
    const pairs = present(parts, pairOf("numerator", "denominator"));
    const share = quotient(pairs);
    const value = share.reason === null ? known(roundTo(share.value.times(100), decimals)) : share;
    return { value, covered: pairs.length };
  },
  "growth-of-sums": (parts, decimals) => {
    const pairs = present(parts, pairOf("value", "prior"));
    const ratio = quotient(pairs);
    const value = ratio.reason === null ? known(roundTo(ratio.value.minus(1).times(100), decimals)) : ratio;
    return { value, covered: pairs.length };
  },
  none: () => ({ value: unknown("not-applicable"), covered: 0 }),
};

/**
 * Rolls figures of members up by the indicator's rule (汇总): sums for what adds; the union of enterprises by credit
 * code; the ratio of the sums in percent, never the mean of ratios; growth from the sums in percent; ranks never.
 * A member without a figure lowers the coverage and adds nothing; the order of members does not matter.
 */
export function rollUp(parts: readonly Contribution[], { rollUp: rule, decimals, openEnded }: Choice): RolledUp {
  const { value, covered } = rules[rule](parts, decimals);
  return { value, covered, members: openEnded ? null : parts.length };
}

const fewestEnterprises = 3;

/** Whether an aggregate must be withheld from whoever may not see its enterprises: fewer than three of them. */
export function isSuppressed(enterprises: number): boolean {
  return enterprises < fewestEnterprises;
}

/** 推算(名义)增速: current ÷ prior − 1 in percent with the given decimals; labelled as computed wherever shown. */
export function growthOf(current: string, prior: string, decimals = 2): Known<string> {
  const base = exact(prior);
  if (base.isZero()) return unknown("zero-denominator");
  if (base.isNegative()) return unknown("not-applicable");
  return known(roundTo(exact(current).div(base).minus(1).times(100), decimals));
}

/** The difference of two shares in 百分点 (percentage points), as exact as the shares. */
export function pointsBetween(current: string, prior: string): string {
  return plain(exact(current).minus(prior));
}

/** A share in percent: numerator ÷ denominator × 100, rounded half up. */
export function shareOf(numerator: string, denominator: string, decimals: number): Known<string> {
  const below = exact(denominator);
  return below.isZero()
    ? unknown("zero-denominator")
    : known(roundTo(exact(numerator).div(below).times(100), decimals));
}

/** The share of the outer whole that a share of a share implies, in percent: 12 % of 20 % is 2.40 %. */
export function impliedShare(outer: string, inner: string, decimals = 2): string {
  return roundTo(exact(outer).times(inner).div(100), decimals);
}
