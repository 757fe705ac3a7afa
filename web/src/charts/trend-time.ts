/** Where the end of a period stands among the years: within 2026 is from 2026 up to 2027. */
export interface TimeScale {
  readonly place: (end: string) => number;
  readonly years: readonly number[];
}

const steps = [12, 6, 3, 1] as const;
/** What of its year's width is used, so that December and January stand clear of the line between two years. */
const used = 0.8;

const yearOf = (end: string): number => Number(end.slice(0, 4));
const monthOf = (end: string): number => Number(end.slice(5, 7));

/**
 * Places what ends on some days so that each stands inside its own year: in the middle of it where there are years
 * alone, else each in the middle of the half-year, quarter or month that it ends; a year then ends with its last one.
 */
export function timeScale(ends: readonly string[]): TimeScale {
  const step = steps.find((months) => ends.every((end) => monthOf(end) % months === 0)) ?? 1;
  const place = (end: string): number => {
    const share = (monthOf(end) - step / 2) / 12;
    return Math.round((yearOf(end) + 0.5 + (share - 0.5) * used) * 10_000) / 10_000;
  };
  const [first, last] = [Math.min(...ends.map(yearOf)), Math.max(...ends.map(yearOf))];
  const count = ends.length === 0 ? 0 : last - first + 1;
  return { place, years: Array.from({ length: count }, (_, at) => first + at) };
}
