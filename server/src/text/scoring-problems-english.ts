import type { scoringProblems } from "./scoring-problems.ts";

type ScoringProblem = keyof typeof scoringProblems;

export const scoringProblemsInEnglish: Record<ScoringProblem, { readonly title: string; readonly detail: string }> = {
  "scorer-not-acceptable": {
    title: "Scorer not acceptable",
    detail: "The scorer cannot be used; each place says why. Nothing was computed.",
  },
  "malformed-json": {
    title: "File not readable",
    detail: "The file is not JSON and cannot be read; nothing was done.",
  },
  "not-a-scheme-file": {
    title: "Not a scheme file",
    detail: "The file is not an assessment scheme that this system exported; nothing was done.",
  },
  "unknown-field": { title: "No such field", detail: "A scheme has no such field; its name may be misspelt." },
  "too-small": { title: "Too small or too few", detail: "The value or the number of items is below what is allowed." },
  "too-big": { title: "Too big or too many", detail: "The value or the number of items is above what is allowed." },
  "unknown-scorer": { title: "Unknown scorer", detail: "type is one of the scorers that the description lists." },
  "wrong-type": {
    title: "Wrong type",
    detail: 'A figure is written as a decimal string such as "12.5"; the description says what else is taken.',
  },
  "negative-weight": { title: "Negative weight", detail: "A weight is at least 0." },
  "scale-out-of-range": { title: "Scale out of range", detail: "Points are rounded to 0 to 6 decimals." },
  "rate-or-actual": { title: "Given twice", detail: "Give the rate, or the actual and the target, not both." },
  "values-or-range": {
    title: "Given twice",
    detail: "Give the figures of the areas, or one value with its least and greatest, not both.",
  },
  "malformed-count": { title: "Malformed count", detail: "A count is a whole number from 0 to 999999." },
  "malformed-name": {
    title: "Malformed name",
    detail: "A name has letters, digits, dots and hyphens, begins with a letter or digit, and has at most 64 of them.",
  },
  "negative-value": { title: "Negative", detail: "This must not be less than 0." },
  "non-positive-value": { title: "Not positive", detail: "This must be greater than 0." },
  "share-out-of-range": { title: "Share out of range", detail: "This share lies between 0 and 1." },
  "floor-above-cap": { title: "Floor above its limit", detail: "What is always given must not exceed what limits it." },
  "steps-not-descending": {
    title: "Steps out of order",
    detail: "Steps are listed from the highest rate to the lowest, each once.",
  },
  "points-not-falling": {
    title: "Points out of order",
    detail: "A step for a lower rate must not be worth more than the one before.",
  },
  "equal-standards": {
    title: "Equal standards",
    detail: "The satisfactory and the unallowable value must differ.",
  },
  "min-above-max": { title: "Least above greatest", detail: "The least must not exceed the greatest." },
  "tier-gap": { title: "Gap between tiers", detail: "Some values belong to no tier." },
  "tier-overlap": { title: "Tiers overlap", detail: "Some values belong to two tiers." },
  "empty-tier": { title: "Empty tier", detail: "This tier holds no value." },
  "step-needed": { title: "Step needed", detail: "This formula needs the points that each rank takes off." },
  "step-not-used": { title: "Not used", detail: "The linear formula uses neither a step nor a least share." },
  "wrong-sign": {
    title: "Wrong sign",
    detail: "Points over the target must not be negative, points under it not positive.",
  },
  "trim-leaves-nobody": {
    title: "Too many trimmed",
    detail: "Of the fewest judges nobody is left once the highest and lowest are trimmed.",
  },
  "shares-not-one": { title: "Shares do not add up", detail: "The shares of one level must add up to 1." },
  "repeated-name": { title: "Name twice", detail: "A name may be used once." },
  "reserved-name": {
    title: "Reserved name",
    detail: "This name has another use (bonus is what is added beside); choose another.",
  },
  "repeated-code": { title: "Code twice", detail: "A code may be used once." },
  "partial-above-done": {
    title: "Part above the whole",
    detail: "What is partly done must not be worth more than what is done.",
  },
};
