import { evaluationStages } from "@yuanbiao/core/evaluation";
import type { Evaluation, Stage, Step } from "./request.ts";

/** done: gone through; skipped: before the present one without a trace; now; todo. */
export type Standing = "done" | "skipped" | "now" | "todo";

export interface StageRow {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly steps: readonly Step[];
}

type Known = Pick<Evaluation, "stage" | "steps">;

/** The stages in their order, each with what was done in it, as it was done. */
export function stageRows({ stage: present, steps }: Known): StageRow[] {
  const at = evaluationStages.indexOf(present);
  return evaluationStages.map((stage, index) => {
    const own = steps.filter((step) => step.stage === stage);
    const before: Standing = own.length > 0 ? "done" : "skipped";
    const isOver = present === "archive" && index === at;
    return { stage, steps: own, standing: index < at || isOver ? before : index === at ? "now" : "todo" };
  });
}

/** Where a stage stands among all, from 1. */
export function placeOf(stage: Stage): number {
  return evaluationStages.indexOf(stage) + 1;
}

export const stageCount = evaluationStages.length;

/** The last day of objections while it is not over: until then nothing can be approved. `today` in Shanghai. */
export function approvalWaits({ objectionsUntil }: Pick<Evaluation, "objectionsUntil">, today: string): string | null {
  return objectionsUntil !== null && today <= objectionsUntil ? objectionsUntil : null;
}

/** What the office does next: the seal, the stage that follows, and the others that it may go to. */
export interface NextSteps {
  readonly seal: boolean;
  readonly forward: Stage | null;
  readonly others: readonly Stage[];
}

export function nextSteps({ stage, seal, next }: Pick<Evaluation, "stage" | "seal" | "next">): NextSteps {
  const mustSeal = seal === null && stage === "feedback";
  const at = evaluationStages.indexOf(stage);
  const forward = next.find((one) => evaluationStages.indexOf(one) > at) ?? null;
  return { seal: mustSeal, forward, others: next.filter((one) => one !== forward) };
}
