import type { ScorerInputs, ScorerType } from "./scorer-run.ts";

/** A configured scorer as the contract of all scorers asks it: one figure x that is varied, another y beside it. */
export interface Exemplar {
  /** The configuration with what it says in absolute points times k. */
  config(k: (points: string) => string): object;
  ask(x: string, y: string): ScorerInputs;
  /** Whether a greater x is worth more or less. */
  readonly better: "more" | "less";
  /** The least and the most that it gives, as shares of the weight, or in points where the weight is not used. */
  readonly least: string | null;
  readonly most: string | null;
  /** Requests that lack something. */
  readonly lacking: readonly ScorerInputs[];
  /** Whose points are looked at, of a pool. */
  readonly area?: string;
}

const aimed = {
  ask: (actual: string, target: string) => ({ actual, target }),
  lacking: [{ actual: "1" }, { target: "1" }, { actual: null, target: "1" }, {}],
};
const pooled = {
  area: "A",
  ask: (x: string, y: string) => ({ values: { A: x, B: y, C: "5", D: "60" } }),
  lacking: [{ values: {} }, { values: { A: "1" } }, { values: { A: null, B: "1", C: "2" } }],
};
const single = { ask: (value: string) => ({ value }), lacking: [{}, { value: null }] };

const inverse = (convention: string): Exemplar => ({
  ...aimed,
  config: () => ({ type: "inverse-completion", convention, cap: "1.5" }),
  ask: (actual, target) => ({ actual, target, baseline: "100" }),
  ...{ better: "less", least: "0", most: "1.5" },
});
const minMax = (direction: "up" | "down", floor: string): Exemplar => ({
  ...pooled,
  config: () => ({ type: "min-max", floor, direction, degenerate: "mid" }),
  ...{ better: direction === "up" ? "more" : "less", least: floor, most: "1" },
});
const ranks = (own: (k: (points: string) => string) => object, least: string): Exemplar => ({
  ...pooled,
  config: (k) => ({ type: "rank-points", direction: "up", ...own(k) }),
  ...{ better: "more", least, most: "1" },
});

/** At least one of every scorer: the contract fails for one that is not here. */
export const exemplars: Readonly<Record<ScorerType, readonly Exemplar[]>> = {
  completion: [
    {
      ...aimed,
      config: () => ({ type: "completion", cap: "1.2", floor: "0.3", zeroBelow: "0.2" }),
      ...{ better: "more", least: "0", most: "1.2" },
    },
  ],
  "inverse-completion": ["target-over-actual", "two-minus", "from-baseline"].map(inverse),
  "completion-steps": [
    {
      ...aimed,
      config: () => ({
        type: "completion-steps",
        steps: [
          { from: "1", points: "30" },
          { from: "0.7", points: "20" },
          { from: "0.2", points: "5" },
        ],
        excess: { every: "0.1", points: "1.5", max: "5" },
        unfinishedBelow: "0.9",
      }),
      ...{ better: "more", least: "0", most: "35" },
    },
  ],
  "min-max": [minMax("up", "0.2"), minMax("down", "0")],
  efficacy: [
    {
      ...single,
      config: () => ({ type: "efficacy", satisfactory: "90", unallowable: "15", min: "0", max: "120" }),
      ...{ better: "more", least: "0", most: "1.2" },
    },
    {
      ...single,
      config: () => ({ type: "efficacy", satisfactory: "15", unallowable: "90" }),
      ...{ better: "less", least: null, most: null },
    },
  ],
  "benchmark-ratio": [
    {
      config: () => ({ type: "benchmark-ratio", cap: "1.5" }),
      ask: (value, benchmark) => ({ value, benchmark }),
      lacking: [{ value: "1" }, { benchmark: "1" }],
      ...{ better: "more", least: null, most: "1.5" },
    },
  ],
  "level-growth": [
    {
      config: (k) => ({ type: "level-growth", points: k("1"), perStepPenalty: k("0.7"), floorShare: "0.1" }),
      ask: (growth) => ({ growth }),
      lacking: [{}],
      ...{ better: "more", least: "0.1", most: "1.3" },
    },
  ],
  tiers: [
    {
      ...single,
      config: () => ({
        type: "tiers",
        tiers: [
          { from: "50", fromInclusive: false, points: "3" },
          { to: "10", points: "-1" },
          { from: "10", to: "50", toInclusive: true, points: "0.5" },
        ],
      }),
      ...{ better: "more", least: "-1", most: "3" },
    },
  ],
  "rank-points": [
    ranks(() => ({ ties: "average", formula: "linear" }), "0"),
    ranks(() => ({ ties: "competition", formula: "linear", direction: "up" }), "0"),
    ranks((k) => ({ ties: "dense", formula: "step", step: k("2.5"), minShare: "0.4" }), "0.4"),
  ],
  "count-target": [
    {
      ...aimed,
      config: () => ({
        type: "count-target",
        points: "25",
        over: { every: "1", points: "0.1" },
        under: { every: "5", of: "percent", points: "-0.5" },
        clamp: "3",
      }),
      ...{ better: "more", least: "22", most: "28" },
    },
  ],
  panel: [
    {
      config: () => ({ type: "panel", trim: 1, minJudges: 4 }),
      ask: (x, y) => ({ scores: [x, y, "60", "88.5"] }),
      lacking: [{}, { scores: null }],
      ...{ better: "more", least: "0", most: "1" },
    },
  ],
  composite: [
    {
      config: () => ({
        type: "composite",
        parts: [
          { share: "0.25", of: "目标" },
          { share: "0.75", of: { parts: [{ share: "1", of: "static" }] } },
        ],
      }),
      ask: (x, y) => ({ 目标: x, static: y }),
      lacking: [{ 目标: "1" }, { static: "1", bonus: "3" }],
      ...{ better: "more", least: null, most: null },
    },
  ],
  adjustments: [
    {
      config: () => ({
        type: "adjustments",
        items: [
          { code: "award", points: "0.5" },
          { code: "accident", points: "-3", cap: "4" },
        ],
        cap: "6",
      }),
      ask: (x, y) => ({ base: "50", counts: { award: times(x), accident: times(y) } }),
      lacking: [{ counts: {} }, { base: "1", counts: { award: null } }],
      ...{ better: "more", least: "44", most: "56" },
    },
  ],
  milestone: [
    {
      config: () => ({ type: "milestone", done: "0.9", partial: "0.4" }),
      ask: (x) => ({ state: times(x) === 0 ? "not-done" : times(x) < 50 ? "partial" : "done" }),
      lacking: [{}, { state: null }],
      ...{ better: "more", least: "0", most: "0.9" },
    },
  ],
};

/** A figure as a count: whole, and not under 0. */
function times(figure: string): number {
  return Math.max(0, Math.floor(Number(figure)));
}
