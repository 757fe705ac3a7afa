import type { Totalled } from "./evaluate-total.ts";
import { type Exact, exact } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { TieBreak } from "./scheme-rules.ts";
import { settle } from "./scorer-rounding.ts";

/** An area with its place in its pool; null where it has lost the right to one. */
export interface Ranked extends Totalled {
  readonly eligible: boolean;
  readonly rank: number | null;
  /** How many of the pool are ranked, and whether others have the same place (并列). */
  readonly ranked: number;
  readonly tied: boolean;
  /** The step of the tie-break chain that parted it from an equal total; null where none was needed. */
  readonly tieBreak: number | null;
}

interface Entry<Area> {
  readonly area: Area;
  readonly keys: readonly Exact[];
}

function breakKey(step: TieBreak, area: Totalled): Exact {
  const zero = exact(0);
  if (step.by === "exact-total") return settle(area.scaled.plus(area.adjustment?.given ?? 0));
  if (step.by === "group") return settle(area.groups.find(({ code }) => code === step.code)?.points ?? zero);
  return settle(area.lines.find(({ criterion }) => criterion === step.code)?.counted ?? zero);
}

/** More points first: by the total, then by each step of the chain. The first key that differs, or −1. */
function firstDifference(a: readonly Exact[], b: readonly Exact[]): number {
  return a.findIndex((own, at) => !own.eq(b[at] ?? own));
}

function compareKeys(a: readonly Exact[], b: readonly Exact[]): number {
  const at = firstDifference(a, b);
  const [own, other] = [a[at], b[at]];
  return own === undefined || other === undefined ? 0 : other.comparedTo(own);
}

/** The step of the scheme's chain that parts two equal totals; null where none does. */
export function partingStep(a: Totalled, b: Totalled, { ties }: Scheme): TieBreak | null {
  return ties.chain.find((step) => !breakKey(step, a).eq(breakKey(step, b))) ?? null;
}

function rankPool<Area extends Ranked>(areas: readonly Area[], { ties }: Scheme): Area[] {
  const totals = areas.filter(({ eligible }) => eligible).toSorted((a, b) => b.total.comparedTo(a.total));
  const isEqual = (a: Area | undefined, b: Area): boolean => a?.total.eq(b.total) === true;
  const entries = totals.map((area, at): Entry<Area> => {
    const isShared = isEqual(totals[at - 1], area) || isEqual(totals[at + 1], area);
    return { area, keys: [area.total, ...(isShared ? ties.chain.map((step) => breakKey(step, area)) : [])] };
  });
  const sorted = entries.toSorted((a, b) => compareKeys(a.keys, b.keys));
  const same = (a: Entry<Area> | undefined, b: Entry<Area>): boolean =>
    a !== undefined && isEqual(a.area, b.area) && compareKeys(a.keys, b.keys) === 0;
  let [rank, places] = [0, 0];
  return sorted.map((entry, at) => {
    const [before, after] = [sorted[at - 1], sorted[at + 1]];
    places += 1;
    if (!same(before, entry)) rank = ties.rule === "dense" ? rank + 1 : places;
    const parted = [before, after].flatMap((other) =>
      other !== undefined && isEqual(other.area, entry.area) ? [firstDifference(other.keys, entry.keys)] : [],
    );
    const tieBreak = Math.max(0, ...parted);
    return {
      ...entry.area,
      ...{ rank, ranked: sorted.length, tied: same(before, entry) || (after !== undefined && same(entry, after)) },
      tieBreak: tieBreak === 0 ? null : tieBreak - 1,
    };
  });
}

/** Ranks every pool by itself, the best first; who is not eligible has no place and none is left open for it. */
export function rankAreas<Area extends Ranked>(areas: readonly Area[], scheme: Scheme): Area[] {
  const ranked = new Map<string, Area>();
  for (const { code } of scheme.pools) {
    const own = areas.filter(({ pool }) => pool === code);
    const count = own.filter(({ eligible }) => eligible).length;
    for (const area of own) ranked.set(area.area, { ...area, rank: null, ranked: count, tied: false, tieBreak: null });
    for (const area of rankPool(own, scheme)) ranked.set(area.area, area);
  }
  return areas.map((area) => ranked.get(area.area) ?? area);
}
