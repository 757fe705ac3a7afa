import type { ScoreStep, ScoreStepCode } from "@yuanbiao/core/scorer-outcome";
import type { Sentence } from "./score-sentence.ts";
import type { chineseTotal } from "./score-step-chinese.ts";

type StepSentence = Sentence<ScoreStep>;

const isNone = (figure: string | undefined): boolean => figure === undefined || figure === "0";

const inRange: StepSentence = ({ item, figures }) => {
  const over = item === "down" ? "(greatest {max} − figure {value})" : "(figure {value} − least {min})";
  const share = `${over} ÷ (greatest {max} − least {min})`;
  return isNone(figures["floor"])
    ? `Share = ${share} = {share} (floor {floor})`
    : `Share = floor {floor} + (1 − {floor}) × ${share} = {share}`;
};

const tier: StepSentence = ({ figures: { from, to } }) => {
  if (from === undefined) return to === undefined ? "The figure {value} is in the only tier ({tier}): {points}" : below;
  return to === undefined
    ? "The figure {value} is in tier {tier} (from {from} on): {points}"
    : "The figure {value} is in tier {tier} (from {from} to {to}): {points}";
};
const below = "The figure {value} is in tier {tier} (up to {to}): {points}";

const under: StepSentence = ({ item }) =>
  `Actual {actual} is below target {target}; each whole step of {every}${item === "percent" ? " % of the target" : ""} ` +
  "gives {points}; whole steps: {steps}; within ± {clamp} that is {given}, added to the base of {base}";

const states: Readonly<Record<string, string>> = { done: "done", partial: "partly done", "not-done": "not done" };
const milestone: StepSentence = ({ item }) =>
  `Judged ${states[item ?? ""] ?? "—"}: points = weight {weight} × {share} = {points}`;

/** One sentence of arithmetic a step, with every figure that the step carries. */
export const englishSteps: Record<ScoreStepCode, StepSentence> = {
  "rate-of-target": "Rate = actual {actual} ÷ target {target} = {rate}",
  "rate-inverse": "Rate = target {target} ÷ actual {actual} = {rate}",
  "rate-two-minus": "Rate = 2 − actual {actual} ÷ target {target} = {rate}",
  "rate-from-baseline":
    "Rate = (baseline {baseline} − actual {actual}) ÷ (baseline {baseline} − target {target}) = {rate}",
  "rate-given": "The rate is {rate}",
  "rate-of-benchmark": "Ratio = figure {value} ÷ benchmark {benchmark} = {rate}",
  "raised-to-floor": "{rate} is below the floor of {limit} and counts as {limit}",
  "lowered-to-cap": "{rate} is above the cap of {limit} and counts as {limit}",
  "below-zero-line": "{rate} is below {limit}, from which points begin, and counts as 0",
  weighted: "Points = weight {weight} × {rate} = {points}",
  "step-reached": "Reaches the step from {from} on: {points}",
  "no-step-reached": "Reaches no step: {points}",
  "excess-steps":
    "Each whole step of {every} over a rate of 1 adds {points}; whole steps: {steps}; at most {max}; added: {given}",
  unfinished: "The rate {rate} is below {line}: marked as unfinished",
  "position-in-range": inRange,
  "no-range":
    "Greatest {max} and least {min} are equal, the figure {value} sets nobody apart: points = weight {weight} × {share} = {points}",
  efficacy:
    "Efficacy score (of 100) = {base} + {span} × (figure {value} − unallowable {unallowable}) ÷ (satisfactory {satisfactory} − unallowable {unallowable}) = {score}",
  "base-share": "Base = weight {weight} × {share} = {points}",
  "growth-steps":
    "Growth of {growth} %: each whole step of {every} % adds {points}; whole steps: {steps}; at most {max}; added: {given}",
  "decline-steps":
    "Growth of {growth} %, a decline: each whole step of {every} % takes {penalty}; whole steps: {steps}; left: {left}",
  "tier-reached": tier,
  ranked: "Rank {rank} of {count} with a figure",
  "rank-share": "Points = weight {weight} × ({count} − rank {rank} + 1) ÷ {count} = {weight} × {share} = {points}",
  "rank-deduction": "Points = weight {weight} − step {step} × (rank {rank} − 1) = {points}",
  "count-over":
    "Actual {actual} is above target {target}; each whole step of {every} gives {points}; whole steps: {steps}; within ± {clamp} that is {given}, added to the base of {base}",
  "count-under": under,
  "count-met": "Actual {actual} equals target {target}: the base of {base}",
  trimmed: "Judges: {judges}; without the {trim} highest and the {trim} lowest, the sum of the other {kept} is {sum}",
  "mean-of-judges": "Points = weight {weight} × mean {mean} ÷ scale {scale} = {points}",
  part: ({ figures }) =>
    figures["share"] === undefined ? "{item}: {points}" : "{item}: {figure} × {share} = {points}",
  bonus: "Bonus {bonus}, together {points}",
  "adjustment-base": "Before adjustments: {base}",
  adjustment: "{item}: {count} × {each} gives {given}",
  "adjustments-total": "Adjustments add up to {sum}, within their limits {given}: {base} becomes {points}",
  milestone,
  "not-scored": ({ item }) => (item === null ? "No figure to score by" : "No figure to score by ({item})"),
  "rounded-half-up": "{from} rounded half up to {scale} decimals: {to}",
  "rounded-half-even": "{from} rounded half to even to {scale} decimals: {to}",
};

export const englishTotal: Record<keyof typeof chineseTotal, string> = {
  weighted: "Brought to the full mark: {weight} × {rate} = {points}",
  "adjustments-total": "Adjustments add up to {sum}, within their limits {given}",
};

export const englishInputs: Readonly<Record<string, string>> = {
  actual: "actual",
  target: "target",
  baseline: "baseline",
  rate: "rate",
  value: "figure",
  values: "figure",
  min: "least",
  max: "greatest",
  benchmark: "benchmark",
  growth: "growth",
  scores: "scores of the judges",
  state: "state",
  base: "points before adjustments",
  bonus: "bonus",
  counts: "counts",
};
