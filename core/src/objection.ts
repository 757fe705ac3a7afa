import { z } from "zod";
import { Code } from "./code.ts";
import type { Evaluation } from "./evaluation.ts";

/** 待答复, 已答复, 已撤回. */
export const objectionStates = ["open", "answered", "withdrawn"] as const;
/** 采纳 (the numbers change, by a new run), 维持. */
export const conclusions = ["upheld", "maintained"] as const;

const text = z.string().trim().min(1).max(4000);

/** 答复: what was found, what it rests on, and what follows. */
export const Reply = z.strictObject({ facts: text, basis: text, conclusion: z.enum(conclusions) });
export type Reply = z.infer<typeof Reply>;

/** 异议(复核申请): an area's, about one published score line; one open at a time. */
export const Objection = z.strictObject({
  id: Code,
  evaluation: Code,
  area: Code,
  criterion: Code,
  claim: text,
  state: z.enum(objectionStates),
  madeBy: z.string().min(1),
  madeOn: z.string(),
  reply: Reply.nullable(),
  answeredBy: z.string().min(1).nullable(),
  answeredOn: z.string().nullable(),
});
export type Objection = z.infer<typeof Objection>;

export const objectionRefusalCodes = [
  "not-announced",
  "run-replaced",
  "objections-over",
  "objection-not-open",
  "unknown-criterion",
] as const;
export type ObjectionRefusalCode = (typeof objectionRefusalCodes)[number];
type Objected = { readonly ok: true; readonly objection: Objection };
type Refused = { readonly ok: false; readonly code: ObjectionRefusalCode };

const refuse = (code: ObjectionRefusalCode): Refused => ({ ok: false, code });

/** Whether a run takes objections on a day: during 公示 and 异议, up to its last day. */
export function objectionRefusal(evaluation: Evaluation, day: string): Refused | null {
  const { stage, objectionsUntil, replacedBy } = evaluation;
  if (replacedBy !== null) return refuse("run-replaced");
  if (stage !== "notice" && stage !== "objection") return refuse("not-announced");
  return objectionsUntil === null || day > objectionsUntil ? refuse("objections-over") : null;
}

/** Who does something to an objection, and on which day in Shanghai. */
export interface ObjectionStep {
  readonly account: string;
  readonly day: string;
}

export function answerObjection(
  objection: Objection,
  reply: Reply,
  { account, day }: ObjectionStep,
): Objected | Refused {
  if (objection.state !== "open") return refuse("objection-not-open");
  return { ok: true, objection: { ...objection, state: "answered", reply, answeredBy: account, answeredOn: day } };
}

export function withdrawObjection(objection: Objection): Objected | Refused {
  if (objection.state !== "open") return refuse("objection-not-open");
  return { ok: true, objection: { ...objection, state: "withdrawn" } };
}
