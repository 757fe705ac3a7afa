import type { Ranked } from "./evaluate-rank.ts";
import { exact, roundTo } from "./quantity.ts";
import type { Scheme } from "./scheme.ts";
import type { Effect, Grade, Quota } from "./scheme-rules.ts";

/** An area with its grade; null where the scheme has none, or the area has lost the right to one. */
export interface Graded extends Ranked {
  readonly grade: string | null;
  /** A veto has fixed the grade: points and quotas no longer move it. */
  readonly locked: boolean;
}

const modes = { down: "floor", up: "ceil" } as const;

/** How many places a quota has among so many. */
export function placesOf(quota: Quota, among: number, rounding: Scheme["quotas"]["rounding"]): number {
  if (quota.kind === "count") return Number(quota.value);
  const share = exact(quota.value).times(among).div(100);
  return Number(rounding === "half-up" ? roundTo(share, 0) : share[modes[rounding]]());
}

const reaches = ({ from }: Grade, area: Ranked): boolean => from === null || area.total.gte(from);

/** Areas of one place together, the best first; those without a place come last, each by itself. */
function byPlace<Area extends Graded>(areas: readonly Area[]): Area[][] {
  const blocks = new Map<string, Area[]>();
  const sorted = areas.toSorted((a, b) => b.total.comparedTo(a.total) || (a.rank ?? 0) - (b.rank ?? 0));
  for (const area of sorted) {
    const key = area.rank === null ? area.area : `${area.pool} ${area.rank}`;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [area]);
    else block.push(area);
  }
  return [...blocks.values()];
}

/**
 * Gives each place the best grade whose cutoff it reaches and whose quota has room left. Those tied at the edge of a
 * quota all get in, or none does, as the scheme says.
 */
function gradeTogether<Area extends Graded>(areas: readonly Area[], scheme: Scheme): Area[] {
  const { grades, quotas } = scheme;
  const open = areas.filter(({ eligible, locked }) => eligible && !locked);
  const left = new Map(
    grades.flatMap(({ code, quota }) =>
      quota === null ? [] : [[code, placesOf(quota, areas.filter(({ eligible }) => eligible).length, quotas.rounding)]],
    ),
  );
  return byPlace(open).flatMap((block) => {
    const grade = takeGrade(block, { grades, left, isShared: quotas.ties === "include" });
    return block.map((area) => ({ ...area, grade }));
  });
}

interface Room {
  readonly grades: readonly Grade[];
  /** Places left by grade; a grade without a quota is not listed. */
  readonly left: Map<string, number>;
  /** Whether those tied at the edge all get in. */
  readonly isShared: boolean;
}

/** The best grade that a place reaches and that has room; one that is too full for it is closed to all behind it. */
function takeGrade(block: readonly Ranked[], { grades, left, isShared }: Room): string | null {
  for (const grade of grades) {
    if (!block.every((area) => reaches(grade, area))) continue;
    const places = left.get(grade.code);
    if (places === undefined) return grade.code;
    const fits = isShared ? places > 0 : places >= block.length;
    left.set(grade.code, fits ? places - block.length : 0);
    if (fits) return grade.code;
  }
  return null;
}

/** Grades by cutoff and by quota, within each pool or over all; who is not eligible has no grade, who is locked keeps it. */
export function gradeAreas<Area extends Graded>(areas: readonly Area[], scheme: Scheme): Area[] {
  const together =
    scheme.quotas.scope === "all" ? [areas] : scheme.pools.map(({ code }) => areas.filter(({ pool }) => pool === code));
  const graded = new Map(together.flatMap((own) => gradeTogether(own, scheme)).map((area) => [area.area, area]));
  return areas.map((area) => graded.get(area.area) ?? { ...area, grade: area.eligible ? area.grade : null });
}

/** What a veto or a window rule does to an area: takes the right to a place and a grade, or fixes or drops a grade. */
export function applyEffect<Area extends Graded>(area: Area, effect: Effect, { grades }: Scheme): Area {
  if (effect.kind === "ineligible") return { ...area, eligible: false, rank: null, tied: false, grade: null };
  if (!area.eligible) return area;
  if (effect.kind === "lock-grade") return { ...area, grade: effect.grade, locked: true };
  const at = grades.findIndex(({ code }) => code === area.grade);
  if (at < 0 || area.locked) return area;
  return { ...area, grade: grades[Math.min(at + effect.by, grades.length - 1)]?.code ?? null };
}
