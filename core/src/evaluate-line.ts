import type { AreaFact, UsedInput } from "./evaluate-facts.ts";
import type { LackReason } from "./evaluate-refusal.ts";
import type { Exact } from "./quantity.ts";
import type { Scored } from "./scorer-outcome.ts";

/**
 * scored: by the rule. settled: by the missing-data policy. redistributed: the weight went to the others of the group.
 * excluded: counts neither in the score nor in the full mark. not-applicable: the park type's column says 0.
 */
export const lineStates = ["scored", "settled", "redistributed", "excluded", "not-applicable"] as const;
export type LineState = (typeof lineStates)[number];

/** One score line: what one area gets by one criterion. */
export interface ScoreLine {
  readonly group: string;
  readonly criterion: string;
  readonly state: LineState;
  /** Effective points, after what was redistributed; null where the criterion does not count. */
  readonly weight: Exact | null;
  /** By the rule or the policy, before rounding; null where the criterion does not count. */
  readonly points: Exact | null;
  /** As it goes into the group: rounded where the scheme rounds by criterion. */
  readonly counted: Exact | null;
  /** Why there was nothing to score. */
  readonly reason: LackReason | null;
  /** How it came about; worked out again when it is asked for. */
  detail(): LineDetail;
}

/** What the rule was asked with, from which versions, and what it said; null where it was not asked. */
export interface LineDetail {
  readonly inputs: readonly UsedInput[];
  readonly scored: Scored | null;
}

/** An area while it is scored: what it has by now, by criterion and by group. */
export interface Scoreboard {
  readonly fact: AreaFact;
  readonly pool: string;
  /** By the place of the criterion in the scheme. */
  readonly lines: ScoreLine[];
  readonly groups: Map<string, Exact>;
  /** Points that some group is composed of: `criterion 1.2`, `group effect`. */
  readonly points: Map<string, Exact>;
}
