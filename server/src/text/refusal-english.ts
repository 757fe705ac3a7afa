import type { chineseRemedies, OwnRefusal, RefusalWords } from "./refusal-chinese.ts";

const afterwards = "; {owner} verifies it, then it is adopted.";
const reportAgain = `{area} is to report {year} in this criterion's caliber${afterwards}`;

export const englishRefusals: Record<OwnRefusal, RefusalWords> = {
  "invalid-scheme": {
    why: "the scheme cannot be used ({path}): {fault}",
    remedy: "The assessment office is to mend it.",
  },
  unverified: {
    why: "the scheme is unverified ({path}): no source gives it",
    remedy: "The assessment office is to verify it and name the source. Trials may rest on it, sealed runs may not.",
  },
  "no-areas": {
    why: "no park is to be assessed",
    remedy: "The assessment office is to list the parks with their types.",
  },
  "pool-of-one": {
    why: "it is alone in the pool {pool}, so there is nobody to compare it with",
    remedy: "The assessment office is to add parks of its kind, or to use a scheme that does not compare.",
  },
  "unknown-park-type": {
    why: "the scheme has no park type {type}",
    remedy: "The assessment office is to correct the park's type.",
  },
  "figure-provisional": {
    why: "the figure {value} ({period}, {caliber}) is provisional: nobody has confirmed the caliber, or only reposts give it",
    remedy: "{owner} is to confirm the caliber by a document, or to give the original source.",
  },
  "figure-not-exact": {
    why: "the figure for {period} is {qualifier}{value} ({caliber}), which is not exact",
    remedy: "{owner} is to give the exact figure.",
  },
  "figure-not-adopted": {
    why: "the figure {value} ({period}, {caliber}) is only a {role}: it is not adopted",
    remedy: "{owner} is to verify it, and the coordinating office to adopt it.",
  },
  "figure-conflict": {
    why: "two different figures are adopted for {period}: {value} and {rival} ({caliber})",
    remedy: "The coordinating office is to decide which one counts, and why.",
  },
  "caliber-mismatch": {
    why: "there is only a figure of another caliber: {value} ({period}, {caliber}), which cannot be compared",
    remedy: reportAgain,
  },
  "unlike-periods": {
    why: "there is only a figure for {period}, {value} ({caliber}), not one for the whole year",
    remedy: reportAgain,
  },
  "target-missing": {
    why: "there is no target to compare with",
    remedy: "The coordinating office is to set one, or to decompose one for the data year.",
  },
  "target-without-value": {
    why: "the target {target} has no number, so there is no rate",
    remedy: "The coordinating office is to set a value, or the assessment office to have it judged instead.",
  },
  "target-not-due": {
    why: "the target {target} is due {due} and has not been decomposed for {year}",
    remedy: "The coordinating office is to decompose it for {year}, with the number of the document.",
  },
  "target-conflict": {
    why: "two targets differ: {target} says {value}, {other} says {rival}",
    remedy: "The coordinating office is to say which one counts.",
  },
  "indicator-not-bound": {
    why: "it names no indicator and caliber",
    remedy: "The assessment office is to name them in the scheme.",
  },
  "benchmark-missing": {
    why: "there is no {field} for the data year",
    remedy: "The assessment office is to add it to the scheme, with its source.",
  },
  "nothing-to-score": {
    why: "there is no criterion to score it by, and that is no score of 0",
    remedy:
      "The assessment office is to confirm whether it takes part; if it does, what is missing is to be reported, or settled otherwise.",
  },
};

/** The same of one group, whose criteria have nobody left to hand their weight to. */
export const englishNothingLeft: RefusalWords = {
  why: "no other criterion of {group} has points, so there is nobody to hand the weight of what is missing to",
  remedy: `{area} is to report what is missing${afterwards.replace(/\.$/, "")}; or the scheme is to settle it otherwise.`,
};

const byPark = `{area} is to report it${afterwards}`;
const byScheme = "The assessment office is to check the rule and what it takes.";
const byTarget = "The coordinating office is to check the target's value.";
const byPanel = "The assessment office is to have experts score it.";

/** What to do where something lacks and the scheme does not say how to go on without. */
export const englishRemedies: typeof chineseRemedies = {
  "figure-missing": byPark,
  "not-reported": byPark,
  "not-applicable": "The assessment office is to confirm whether it applies; if it does, {area} is to report it.",
  "not-computable": `{area} is to report what it is computed from${afterwards}`,
  "panel-missing": byPanel,
  "milestone-missing": "The assessment office is to judge it by the evidence.",
  "prior-missing": `{area} is to report the year before in the same caliber${afterwards}`,
  "growth-not-printed": "{owner} is to give the published growth and its source.",
  "points-missing": "What it rests on must be settled first.",
  "missing-input": byPark,
  "non-positive-target": byTarget,
  "non-positive-benchmark": byScheme,
  "zero-denominator": byScheme,
  "negative-actual": byScheme,
  "baseline-not-above-target": byTarget,
  "min-above-max": byScheme,
  "empty-pool": "The parks of the pool are to report it; {owner} verifies it, then it is adopted.",
  "pool-of-one": "The other parks of the pool are to report it; {owner} verifies it, then it is adopted.",
  "too-few-judges": byPanel,
  "score-outside-scale": "The assessment office is to have the experts correct their scores.",
  "nobody-scored": "The parks of the pool are to report it, or the scheme is to settle missing figures otherwise.",
  "no-points-last-year":
    "The assessment office is to enter last year's points, or to settle missing figures otherwise.",
  "last-year-out-of-range":
    "The assessment office is to check last year's points against the weights of both years, or to settle missing figures otherwise.",
};
