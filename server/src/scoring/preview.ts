import { exact, roundTo } from "@yuanbiao/core/quantity";
import type { Outcome, Scored, ScoreReason } from "@yuanbiao/core/scorer-outcome";
import { type Rounding, roundScored } from "@yuanbiao/core/scorer-rounding";
import { prepareScorer, type ScorerInputs, scorerInputs, validateScorer, weightUse } from "@yuanbiao/core/scorer-run";
import type { FieldFault } from "../errors.ts";
import { faultsOfIssues, refuseScoring } from "../issue.ts";
import type { Language } from "../language.ts";
import { scoreStepText } from "../text/score-step.ts";
import { scorerFaultText } from "../text/scoring-fault.ts";
import type { PreviewBody, PreviewView } from "./shape.ts";

const rateDecimals = 4;

/** What stands against a configuration and its weight, in the words of who asks. */
function faultsOfScorer({ scorer, weight }: PreviewBody, language: Language): FieldFault[] {
  const faults = validateScorer(scorer).map((fault): FieldFault => {
    const detail = scorerFaultText(language, fault);
    return { field: fault.path, code: fault.reason, ...(detail !== undefined && { detail }) };
  });
  const lacksWeight = weight === undefined && weightUse(scorer) !== "unused";
  return lacksWeight ? [...faults, { field: "weight", code: "missing-parameter" }] : faults;
}

/** The inputs as the scorer takes them; a configuration with faults may not say yet which those are. */
function inputsOf(body: PreviewBody, language: Language): ScorerInputs {
  const faults = faultsOfScorer(body, language);
  const parsed = scorerInputs(body.scorer).safeParse(body.inputs);
  const found = parsed.success ? faults : [...faults, ...faultsOfIssues(parsed.error.issues, ["inputs"])];
  if (found.length > 0 || !parsed.success) throw refuseScoring(found);
  return parsed.data;
}

/** How points are rounded and told. */
interface Telling {
  readonly rounding: Rounding;
  readonly language: Language;
}

function traceOf(scored: Scored, { rounding, language }: Telling, area: string | null): PreviewView["trace"] {
  const { steps } = roundScored(scored, rounding);
  return [...scored.trace(), ...steps].map((step) => ({
    ...{ code: step.code, area, item: step.item, figures: { ...step.figures } },
    text: scoreStepText(language, step, { item: (code) => code }),
  }));
}

function viewOfOne(scored: Scored, telling: Telling): PreviewView {
  const { reason, flags } = scored;
  const rate = scored.rate();
  return {
    ...(reason !== null && { reason }),
    points: roundScored(scored, telling.rounding).points,
    rate: rate === null ? null : roundTo(rate, rateDecimals),
    flags: [...flags],
    trace: traceOf(scored, telling, null),
  };
}

function viewOfPool({ areas, reason }: Extract<Outcome, { kind: "pool" }>, telling: Telling): PreviewView {
  const all = [...areas];
  const reasons = all.flatMap(([area, one]): [string, ScoreReason][] =>
    one.reason === null ? [] : [[area, one.reason]],
  );
  const points = Object.fromEntries(all.map(([area, one]) => [area, roundScored(one, telling.rounding).points]));
  return {
    points: reason === null ? points : null,
    ...(reason !== null && { reason }),
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
    rate: null,
    flags: [...new Set(all.flatMap(([, { flags }]) => flags))],
    trace: all.flatMap(([area, one]) => traceOf(one, telling, area)),
  };
}

/** 试算: what a configured scorer gives for some inputs, with every step; refuses with every fault, stores nothing. */
export function previewScore(body: PreviewBody, language: Language): PreviewView {
  const inputs = inputsOf(body, language);
  const outcome = prepareScorer(body.scorer, exact(body.weight ?? "0")).score(inputs);
  const telling = { rounding: body.rounding, language };
  return outcome.kind === "one" ? viewOfOne(outcome.scored, telling) : viewOfPool(outcome, telling);
}
