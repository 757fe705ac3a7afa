import type { assessmentProblems } from "./assessment-problems.ts";

interface Wording {
  readonly title: string;
  readonly detail: string;
}

export const assessmentProblemsInEnglish: Record<keyof typeof assessmentProblems, Wording> = {
  "unknown-scheme": { title: "No such scheme", detail: "No scheme has this code, or it is not open to you yet." },
  "scheme-exists": { title: "Code taken", detail: "Another scheme has this code already; choose another one." },
  "scheme-not-acceptable": {
    title: "The scheme does not hold",
    detail: "Parts of the scheme do not hold; each is named with its place. Nothing was saved.",
  },
  "scheme-unverified": {
    title: "Still to be verified",
    detail: "Parts of the scheme have no source yet; each must be settled before it is published or sealed.",
  },
  "scheme-not-draft": {
    title: "No longer to be changed",
    detail: "Published schemes and shipped samples are not changed; draft another one from it.",
  },
  "scheme-not-published": {
    title: "Scheme not published",
    detail: "Publish the scheme before a run is sealed; it does not change afterwards.",
  },
  "code-not-changed": { title: "Code fixed", detail: "A scheme's code cannot be changed." },
  "unknown-evaluation": {
    title: "No such assessment",
    detail: "There is no such assessment, or you may not see it yet.",
  },
  "evaluation-exists": { title: "Id taken", detail: "Another assessment has this id already; choose another one." },
  "evaluation-not-acceptable": {
    title: "Bad assessment",
    detail: "The city, the scheme or the areas are not acceptable; each is named. Nothing was saved.",
  },
  "unknown-park-type": { title: "Not in the scheme", detail: "The scheme has no such park type." },
  "same-scheme-needed": { title: "Scheme fixed", detail: "A run that replaces another one uses the same scheme." },
  "unknown-result": {
    title: "No such result",
    detail: "The assessment has no result of this area, or it is not shown to you.",
  },
  "unknown-criterion": {
    title: "No such criterion",
    detail: "The scheme has no criterion of this code, or it is not yours to judge.",
  },
  "run-refused": {
    title: "Not to be sealed",
    detail: "The figures at hand give no result; every reason is named. Nothing was sealed.",
  },
  "seal-broken": {
    title: "The seal does not hold",
    detail:
      "Computed again from what was known then, the result is another one: data were changed outside the system. Ask the auditor, and go by the archive.",
  },
  "sealed-already": {
    title: "Sealed already",
    detail: "The result is sealed and does not change; where a number changes, another run is made.",
  },
  "seal-at-feedback": { title: "Too early to seal", detail: "A run is sealed at the stage of feedback." },
  "not-sealed": { title: "Not sealed", detail: "A run is sealed before it is shown." },
  "stage-not-next": {
    title: "Not the next stage",
    detail: "After the seal the stages follow each other, none left out, none again.",
  },
  "until-needed": { title: "Last day needed", detail: "Say until which day objections are taken." },
  "until-past": { title: "Last day is over", detail: "The last day for objections cannot be before today." },
  "objections-open": { title: "Objections unanswered", detail: "Every objection must be answered first." },
  "objection-period-runs": {
    title: "Objections still taken",
    detail: "This follows after the last day for objections.",
  },
  "objection-upheld": {
    title: "An objection was upheld",
    detail: "Its numbers change: make another run and show that one.",
  },
  "minutes-needed": { title: "Minutes needed", detail: "Give the number and the day of the minutes." },
  "replaced-already": { title: "Replaced already", detail: "Another run has replaced this one." },
  "not-announced": { title: "Not shown now", detail: "This is possible while a result is shown for objections." },
  "run-replaced": { title: "Replaced", detail: "Another run has replaced this one; object to that." },
  "other-assessment": { title: "Another assessment", detail: "Runs of the same assessment can be compared." },
  "not-at-this-stage": {
    title: "Not at this stage",
    detail: "The assessment is not at the stage that asks for this, or sealed.",
  },
  "statement-not-acceptable": {
    title: "Not acceptable",
    detail: "Some of what was said is not acceptable; each is named.",
  },
  "points-not-taken": { title: "No points here", detail: "Feedback confirms figures and takes no points." },
  "panel-not-acceptable": { title: "Bad panel", detail: "The list of judges is not acceptable; each is named." },
  "not-an-expert": { title: "Not an expert", detail: "This account does not have the role of an expert." },
  "judge-twice": { title: "Judge named twice", detail: "A judge is named once." },
  "panel-closed": { title: "Not open", detail: "Scoring has not begun, or is over." },
  "score-off-scale": { title: "Off the scale", detail: "A score lies between 0 and the top of its scale." },
  "unknown-entry-code": { title: "Not in the scheme", detail: "The scheme neither counts this nor judges it." },
  "entry-value-needed": { title: "Value needed", detail: "Give a count for what is counted, a state for a milestone." },
  "entry-value-spare": { title: "One too many", detail: "What is counted has no state, a milestone no count." },
  "unknown-objection": {
    title: "No such objection",
    detail: "There is no such objection, or it is not yours to handle.",
  },
  "objections-over": { title: "Too late", detail: "The last day for objections is over." },
  "objection-not-open": { title: "Closed", detail: "This objection has been answered or withdrawn." },
  "objection-open-already": {
    title: "One at a time",
    detail: "A score line takes one objection at a time; wait for the answer.",
  },
  "too-many-files-of-objection": { title: "Too many files", detail: "An objection takes at most 50 files." },
  "figure-not-adopted-one": {
    title: "Not adopted",
    detail: "An adopted figure can be corrected here; reported ones by the park, verified ones by the department.",
  },
  "figure-of-report": {
    title: "Corrected in its report",
    detail: "This figure came by a report: the park asks for a correction there, and it is adopted again.",
  },
  "whole-number-needed": { title: "Whole number needed", detail: "This indicator is counted in whole numbers." },
  "too-many-decimals": { title: "Too many decimals", detail: "The indicator is given with fewer decimals." },
  "spread-out-of-range": {
    title: "Spread out of range",
    detail: "The spread of weights is a whole number of percent, 1 to 99.",
  },
  "supposition-not-acceptable": {
    title: "Not acceptable",
    detail: "Some of what is supposed is not acceptable; each is named. Nothing was computed.",
  },
  "unknown-group": { title: "No such group", detail: "The scheme has no group of this code." },
  "unknown-count": { title: "Not counted", detail: "The scheme does not count this." },
  "no-target": {
    title: "No target",
    detail: "The area has no target of this indicator that another value could stand in for.",
  },
  "growth-as-printed": {
    title: "Printed growth alone",
    detail: "The scheme asks for the printed growth alone; another figure changes nothing.",
  },
  "figure-outdone": {
    title: "Another figure goes first",
    detail: "By a bridge another figure goes first; this one changes nothing.",
  },
  "repeated-place": { title: "Named twice", detail: "A place is supposed once." },
  "minutes-future": { title: "Day not reached", detail: "The minutes cannot be of a day to come." },
  "not-asked-here": {
    title: "Not asked here",
    detail: "The last day for objections is given with the notice, minutes with the approval.",
  },
  "no-result": {
    title: "No result",
    detail: "The run is refused, so there is no result to put on paper; its results say why.",
  },
};
