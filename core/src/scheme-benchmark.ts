import type { Benchmark } from "./scheme-criterion.ts";

/** The benchmark of a year for a park type: its own, or that of all types. */
export function benchmarkFor(benchmarks: readonly Benchmark[], year: number, type: string): Benchmark | undefined {
  const ofYear = benchmarks.filter((one) => one.year === year);
  return ofYear.find((one) => one.type === type) ?? ofYear.find((one) => one.type === null);
}
