import type { Figure } from "./bearing.ts";
import type { Conflict } from "./observation.ts";

/** Figures that cannot all be right: declared by hand, or found to differ for the same question. */
export interface FoundConflict {
  readonly code: string;
  readonly kind: "declared" | "detected";
  readonly observations: readonly string[];
  readonly reason: string | null;
}

function questionOf({ area, indicator, caliber, period, role }: Figure): string {
  return [area, indicator, caliber, period, role].join("\u0000");
}

/**
 * The figures that say different things of the same area, indicator, caliber, period and role, as one conflict each.
 * Two sources with the same value and qualifier agree; a bound (> 5000) does not contradict a figure within it.
 */
export function detectConflicts(figures: readonly Figure[]): FoundConflict[] {
  const byQuestion = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.state !== "value" || figure.value === null) continue;
    const question = questionOf(figure);
    const group = byQuestion.get(question);
    if (group === undefined) byQuestion.set(question, [figure]);
    else group.push(figure);
  }
  const found: FoundConflict[] = [];
  for (const group of byQuestion.values()) {
    const exactValues = new Set(group.filter(({ qualifier }) => qualifier === "=").map(({ value }) => value));
    if (exactValues.size < 2) continue;
    const observations = group
      .filter(({ qualifier }) => qualifier === "=")
      .map(({ id }) => id)
      .sort();
    found.push({ code: `same-question.${observations.join(".")}`, kind: "detected", observations, reason: null });
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Declared and detected conflicts together; a declared one covers the detected one of the same figures. */
export function findConflicts(figures: readonly Figure[], declared: readonly Conflict[]): FoundConflict[] {
  const own = declared.map(
    ({ code, observations, reason }): FoundConflict => ({ code, kind: "declared", observations, reason }),
  );
  const covered = (found: FoundConflict): boolean =>
    own.some(({ observations }) => found.observations.every((id) => observations.includes(id)));
  return [...own, ...detectConflicts(figures).filter((found) => !covered(found))];
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
