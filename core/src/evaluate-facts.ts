import type { Figure } from "./bearing.ts";
import type { Bridge } from "./caliber.ts";
import type { SourceGrade } from "./document.ts";
import type { Indicator } from "./indicator.ts";
import type { MilestoneState, Target } from "./target.ts";

/** A figure as the store keeps it, with the grade of its source. */
export type FigureFact = Figure & { readonly grade: SourceGrade };
/** A target, with the version and the yearly plan that stood at the run's instant. */
export type TargetFact = Target & { readonly version: number };

export interface AreaFact {
  readonly code: string;
  /** One of the scheme's park types. */
  readonly type: string;
}

/** What judges gave for a criterion, each score of its own judge; `version` changes with every score. */
export interface PanelFact {
  readonly criterion: string;
  readonly area: string;
  readonly scores: readonly string[];
  readonly version: number;
}

export interface MilestoneFact {
  readonly criterion: string;
  readonly area: string;
  readonly state: MilestoneState;
  readonly version: number;
}

/** How often something happened that adds, takes away or bars: by the code of an adjustment, a veto or a counted item. */
export interface CountFact {
  readonly code: string;
  readonly area: string;
  readonly count: number;
  readonly version: number;
  /** What a trace names it by, where that is not its code: supposed ones are told apart by it. */
  readonly id?: string;
}

/** What an earlier run gave an area: for carried points, window rules and the change of rank. */
export interface EarlierResult {
  readonly year: number;
  readonly area: string;
  readonly rank: number | null;
  /** How many were ranked in its pool. */
  readonly ranked: number;
  readonly grade: string | null;
  /** By criterion, and the weight that each was got of: where it is not known, the points cannot be brought to another. */
  readonly points: Readonly<Record<string, string>>;
  readonly weights?: Readonly<Record<string, string>>;
}

/** Everything that a run looks at, as it stood at one instant. What is not listed is not there. */
export interface EvaluationFacts {
  readonly areas: readonly AreaFact[];
  readonly indicators: readonly Pick<Indicator, "code" | "timing" | "direction">[];
  readonly figures: readonly FigureFact[];
  readonly bridges: readonly Bridge[];
  readonly targets: readonly TargetFact[];
  readonly panels: readonly PanelFact[];
  readonly milestones: readonly MilestoneFact[];
  readonly counts: readonly CountFact[];
  readonly earlier: readonly EarlierResult[];
}

/** One input of a score line with what it was taken from; `value` is as it went into the rule. */
export interface UsedInput {
  readonly input: string;
  readonly from: "figure" | "target" | "benchmark" | "constant" | "points" | "panel" | "milestone" | "counts";
  readonly value: string;
  readonly sources: readonly UsedSource[];
}

/** What a run rests on, in the exact version that it used. */
export interface UsedSource {
  readonly kind: "observation" | "target" | "panel" | "milestone" | "count";
  readonly id: string;
  readonly version: number;
  readonly period: string | null;
  readonly value: string;
  /** For targets: whether the value is due, decomposed, a point of the document's path, or standing. */
  readonly basis: "due" | "decomposed" | "document" | "standing" | null;
}
