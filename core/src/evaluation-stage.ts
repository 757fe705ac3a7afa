import { type Evaluation, type EvaluationStage, evaluationStages, openStages, type Seal } from "./evaluation.ts";

export const stageRefusalCodes = [
  "stage-not-next",
  "not-sealed",
  "sealed-already",
  "seal-at-feedback",
  "until-needed",
  "until-past",
  "objections-open",
  "objection-period-runs",
  "objection-upheld",
  "minutes-needed",
  "minutes-future",
  "not-asked-here",
  "replaced-already",
  "not-announced",
  "scheme-not-published",
] as const;
export type StageRefusalCode = (typeof stageRefusalCodes)[number];

export interface StageRefusal {
  readonly ok: false;
  readonly code: StageRefusalCode;
}
export type Staged = { readonly ok: true; readonly evaluation: Evaluation } | StageRefusal;

const refuse = (code: StageRefusalCode): StageRefusal => ({ ok: false, code });

/** Where an assessment is to go, and what that stage asks for. */
export interface Move {
  readonly to: EvaluationStage;
  /** 公示: the last day for objections. */
  readonly objectionsUntil: string | null;
  /** 审定 */
  readonly minutes: Evaluation["minutes"];
}

/** What a move looks at besides the evaluation; `day` is today in Shanghai. */
export interface MoveFacts {
  readonly day: string;
  readonly openObjections: number;
  readonly upheldObjections: number;
}

export const isSealed = ({ seal }: Pick<Evaluation, "seal">): boolean => seal !== null;

/** Whether a result has been shown to those who are assessed: from 公示 on. */
export function isAnnounced({ stage }: Pick<Evaluation, "stage">): boolean {
  return evaluationStages.indexOf(stage) >= evaluationStages.indexOf("notice");
}

/** Whether a result stands: from 发布 on, and not replaced. */
export function isFinal({ stage, replacedBy }: Pick<Evaluation, "stage" | "replacedBy">): boolean {
  return replacedBy === null && evaluationStages.indexOf(stage) >= evaluationStages.indexOf("publication");
}

/** The stages that may come next: before the seal any open one, then one after the other. */
export function nextStages({ stage, seal, replacedBy }: Evaluation): EvaluationStage[] {
  if (seal === null) return openStages.filter((one) => one !== stage);
  const next = evaluationStages[evaluationStages.indexOf(stage) + 1];
  if (replacedBy !== null) return stage === "archive" ? [] : ["archive"];
  return next === undefined ? [] : [next];
}

function refusalOf(evaluation: Evaluation, { to, objectionsUntil, minutes }: Move, facts: MoveFacts) {
  if (!nextStages(evaluation).includes(to)) {
    return evaluation.seal === null && !openStages.includes(to) ? refuse("not-sealed") : refuse("stage-not-next");
  }
  if ((objectionsUntil !== null && to !== "notice") || (minutes !== null && to !== "approval")) {
    return refuse("not-asked-here");
  }
  if (to === "archive" && facts.openObjections > 0) return refuse("objections-open");
  if (to === "notice") {
    if (objectionsUntil === null) return refuse("until-needed");
    return objectionsUntil < facts.day ? refuse("until-past") : null;
  }
  if (to !== "approval") return null;
  if (facts.openObjections > 0) return refuse("objections-open");
  if (facts.upheldObjections > 0) return refuse("objection-upheld");
  if (evaluation.objectionsUntil !== null && facts.day <= evaluation.objectionsUntil) {
    return refuse("objection-period-runs");
  }
  if (minutes === null) return refuse("minutes-needed");
  return minutes.day > facts.day ? refuse("minutes-future") : null;
}

/**
 * Takes an assessment to another stage: freely before the seal, then step by step. 公示 needs a last day for objections;
 * 审定 needs that day to be over, no objection unanswered or upheld (that makes a new run), and the number of minutes.
 */
export function moveEvaluation(evaluation: Evaluation, move: Move, facts: MoveFacts): Staged {
  const refusal = refusalOf(evaluation, move, facts);
  if (refusal !== null) return refusal;
  const { to, objectionsUntil, minutes } = move;
  return {
    ok: true,
    evaluation: {
      ...evaluation,
      stage: to,
      ...(to === "notice" && { noticeOn: facts.day, objectionsUntil }),
      ...(to === "approval" && { minutes }),
      ...(to === "publication" && { publishedOn: facts.day }),
    },
  };
}

/** Seals an assessment at 反馈核对, once. */
export function sealEvaluation(evaluation: Evaluation, seal: Seal): Staged {
  const refusal = sealRefusal(evaluation);
  return refusal ?? { ok: true, evaluation: { ...evaluation, seal } };
}

export function sealRefusal(evaluation: Evaluation): StageRefusal | null {
  if (evaluation.seal !== null) return refuse("sealed-already");
  return evaluation.stage === "feedback" ? null : refuse("seal-at-feedback");
}

export interface Replacing {
  readonly ok: true;
  readonly before: Evaluation;
  readonly after: Evaluation;
}

/** A new run of an assessment whose numbers changed after 公示; it begins at 反馈核对, and the old one stays as it was. */
export function replaceEvaluation(
  evaluation: Evaluation,
  { id, openObjections }: { readonly id: string; readonly openObjections: number },
): Replacing | StageRefusal {
  if (evaluation.replacedBy !== null) return refuse("replaced-already");
  // Whoever has objected gets an answer first.
  if (openObjections > 0) return refuse("objections-open");
  if (evaluation.seal === null || !isAnnounced(evaluation)) return refuse("not-announced");
  const blank = { seal: null, noticeOn: null, objectionsUntil: null, minutes: null, publishedOn: null } as const;
  return {
    ok: true,
    before: { ...evaluation, replacedBy: id },
    after: { ...evaluation, ...blank, id, stage: "feedback", replaces: evaluation.id, replacedBy: null },
  };
}
