import type { z } from "zod";
import { defaultRounding, type Rounding } from "./scorer-rounding.ts";
import type { ScorerConfig } from "./scorer-run.ts";

/** For tests: a request to a scorer with the points that it must give. */
export interface ScorerCase {
  readonly id: string;
  /** Where the rule, or the figures, are from. */
  readonly source: string;
  readonly request: {
    readonly scorer: z.input<typeof ScorerConfig>;
    readonly weight: string;
    readonly rounding: Rounding;
    readonly inputs: Readonly<Record<string, unknown>>;
  };
  readonly points: string | Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/** Cases of one rule. */
interface CaseGroup {
  /** Constructed where nothing is said. */
  readonly source?: string;
  readonly weight: string;
  readonly scorer: z.input<typeof ScorerConfig>;
  readonly rounding?: Rounding;
  readonly rows: readonly (readonly [
    id: string,
    inputs: Readonly<Record<string, unknown>>,
    points: ScorerCase["points"],
    flags?: readonly string[],
  ])[];
}

/** One case a row. */
export function spreadCases(groups: readonly CaseGroup[]): ScorerCase[] {
  return groups.flatMap(({ source = "constructed", weight, scorer, rounding = defaultRounding, rows }) =>
    rows.map(([id, inputs, points, flags = []]) => ({
      ...{ id, source, points, flags },
      request: { scorer, weight, rounding, inputs },
    })),
  );
}
