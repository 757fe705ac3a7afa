/** Every scorer, a line each: what is listed here can be configured, tried out, and used by a scheme. */
export { adjustments } from "./scorer/adjustments.ts";
export { benchmarkRatio } from "./scorer/benchmark-ratio.ts";
export { completion } from "./scorer/completion.ts";
export { completionSteps } from "./scorer/completion-steps.ts";
export { composite } from "./scorer/composite.ts";
export { countTarget } from "./scorer/count-target.ts";
export { efficacy } from "./scorer/efficacy.ts";
export { inverseCompletion } from "./scorer/inverse-completion.ts";
export { levelGrowth } from "./scorer/level-growth.ts";
export { milestone } from "./scorer/milestone.ts";
export { minMax } from "./scorer/min-max.ts";
export { panel } from "./scorer/panel.ts";
export { rankPoints } from "./scorer/rank-points.ts";
export { tiers } from "./scorer/tiers.ts";
