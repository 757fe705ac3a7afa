import type { Figure } from "./bearing.ts";
import { type Interval, intervalOf } from "./met.ts";
import type { Conflict } from "./observation.ts";

/** Figures that cannot all be right: declared by hand, or found to differ for the same question. */
export interface FoundConflict {
  readonly code: string;
  readonly kind: "declared" | "detected";
  readonly observations: readonly string[];
  readonly reason: string | null;
}

/** Figures by area, indicator and caliber: what may hold two answers to one question. */
export type FigureGroups = ReadonlyMap<string, readonly Figure[]>;

/** Puts figures of the same area, indicator and caliber together, in the order in which they come. */
export function groupFigures<T extends Pick<Figure, "area" | "indicator" | "caliber">>(
  figures: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const figure of figures) {
    const key = groupKey(figure);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  return groups;
}

/** The key of a group: no code has a space in it. */
export function groupKey({ area, indicator, caliber }: Pick<Figure, "area" | "indicator" | "caliber">): string {
  return `${area} ${indicator} ${caliber}`;
}

function isCounted({ state, value }: Figure): boolean {
  return state === "value" && value !== null;
}

/** Whether no value could be in both: 4900 and > 5000, or 280 and 290; 5000 and > 4000 agree. */
function contradict(a: Interval, b: Interval): boolean {
  return isApart(a, b) || isApart(b, a);
}

function isApart({ high, highOpen }: Interval, { low, lowOpen }: Interval): boolean {
  if (high === null || low === null) return false;
  return high.lt(low) || (high.eq(low) && (highOpen || lowOpen));
}

/** Those of one question that another one of them contradicts. */
function contradicted(figures: readonly Figure[]): Figure[] {
  const [first] = figures;
  // What says the same agrees; most do, and to compare exactly takes its time.
  if (figures.every(({ value, qualifier }) => value === first?.value && qualifier === first.qualifier)) return [];
  const said = figures.map((figure) => ({ figure, interval: intervalOf(figure.value ?? "0", figure.qualifier) }));
  const isAgainst = (interval: Interval): boolean => said.some((other) => contradict(interval, other.interval));
  return said.filter(({ interval }) => isAgainst(interval)).map(({ figure }) => figure);
}

function conflictsIn(group: readonly Figure[]): FoundConflict[] {
  if (new Set(group.map(({ period }) => period)).size === group.length) return [];
  const byQuestion = new Map<string, Figure[]>();
  for (const figure of group.filter(isCounted)) {
    const question = `${figure.period} ${figure.role}`;
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), figure]);
  }
  return [...byQuestion.values()]
    .map(contradicted)
    .filter((figures) => figures.length > 1)
    .map((figures) => {
      const observations = figures.map(({ id }) => id).sort();
      return { code: `same-question.${observations.join(".")}`, kind: "detected", observations, reason: null };
    });
}

/**
 * The figures that say different things of the same area, indicator, caliber, period and role, as one conflict each.
 * Two sources with the same value and qualifier agree; a bound (> 5000) does not contradict a figure within it.
 */
export function detectConflicts(groups: FigureGroups): FoundConflict[] {
  return [...groups.values()].flatMap(conflictsIn).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Declared and detected conflicts together; a declared one covers the detected one of the same figures. */
export function findConflicts(groups: FigureGroups, declared: readonly Conflict[]): FoundConflict[] {
  const own = declared.map(
    ({ code, observations, reason }): FoundConflict => ({ code, kind: "declared", observations, reason }),
  );
  const covered = (found: FoundConflict): boolean =>
    own.some(({ observations }) => found.observations.every((id) => observations.includes(id)));
  return [...own, ...detectConflicts(groups).filter((found) => !covered(found))];
}

/** For each figure the others that it is in conflict with, by id. */
export function conflictsById(conflicts: readonly FoundConflict[]): Map<string, string[]> {
  const others = new Map<string, Set<string>>();
  for (const { observations } of conflicts) {
    for (const id of observations) {
      const set = others.get(id) ?? new Set<string>();
      for (const other of observations) if (other !== id) set.add(other);
      others.set(id, set);
    }
  }
  return new Map([...others].map(([id, set]) => [id, [...set].sort()]));
}
