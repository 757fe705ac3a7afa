import { type Observation, roles } from "./observation.ts";

/** What decides whether a figure counts: its role, whether it says anything, and what it is in conflict with. */
export type Weighed = Pick<Observation, "id" | "role" | "state"> & { readonly conflicts: readonly string[] };

export interface Weighing<T> {
  /** Those that count; several where sources contradict each other, for no rule prefers one of them. */
  readonly counting: readonly T[];
  /** Those that a stronger role of the same figure has taken the place of. */
  readonly behind: readonly T[];
}

/**
 * Splits the figures of one area, indicator, caliber and period into those that count and those behind: adopted before
 * verified before reported, as for a target (design section 5); what says nothing is behind what gives a value. A
 * conflict declared by hand keeps a weaker figure beside the stronger one that it contradicts.
 */
export function weighRoles<T extends Weighed>(figures: readonly T[]): Weighing<T> {
  const answers = figures.filter(({ state }) => state === "value");
  const pool = answers.length > 0 ? answers : figures;
  const strongest = Math.min(...pool.map(({ role }) => roles.indexOf(role)));
  const standing = new Set(pool.filter(({ role }) => roles.indexOf(role) === strongest).map(({ id }) => id));
  const isCounting = ({ id, conflicts }: T): boolean =>
    standing.has(id) || conflicts.some((other) => standing.has(other));
  return { counting: figures.filter(isCounting), behind: figures.filter((figure) => !isCounting(figure)) };
}
