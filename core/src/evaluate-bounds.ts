import { exact } from "./quantity.ts";
import type { ScorerConfig } from "./scorer-run.ts";

const isAbove = (limit: string | undefined, most: number): boolean => limit === undefined || exact(limit).gt(most);
const isBelowZero = (limit: string | undefined): boolean => limit === undefined || exact(limit).lt(0);

/** Whether a rule may itself give less than nothing or more than its weight: by a bonus, a cap over 1, a loss. */
export function isOpenRule(scorer: ScorerConfig): boolean {
  switch (scorer.type) {
    case "completion":
    case "inverse-completion":
      return isAbove(scorer.cap, 1);
    case "efficacy":
      return isBelowZero(scorer.min) || isAbove(scorer.max, 100);
    case "completion-steps":
      return scorer.excess !== undefined;
    case "tiers":
      return scorer.tiers.some(({ points }) => isBelowZero(points));
    case "benchmark-ratio":
    case "level-growth":
    case "count-target":
    case "composite":
    case "adjustments":
      return true;
    case "min-max":
    case "rank-points":
    case "panel":
    case "milestone":
      return false;
  }
}
