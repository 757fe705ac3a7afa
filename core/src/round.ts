import { z } from "zod";
import { Code, named } from "./code.ts";
import { Day } from "./day.ts";
import { figureClasses, stages } from "./observation.ts";
import { PeriodCode } from "./period.ts";

/** 草稿, 进行中, 已截止, 已归档. */
export const roundStates = ["draft", "open", "closed", "archived"] as const;
export type RoundState = (typeof roundStates)[number];

/** One figure that is asked for: an indicator counted in one way. */
export const RoundLine = z.strictObject({ indicator: Code, caliber: Code });
export type RoundLine = z.infer<typeof RoundLine>;

const said = z.string().trim().min(1).max(200).nullable();

/** 填报任务: a request for the figures of a period, with the head that a statistical form carries. */
export const Round = z.object({
  /** Without a dot: a report's id is the round's code, a dot, and the area's code. */
  code: Code.regex(/^[^.]{1,24}$/, "malformed-round-code"),
  ...named,
  city: Code,
  period: PeriodCode,
  lines: z.array(RoundLine).min(1).max(500),
  areas: z.array(Code).min(1).max(5000),
  opensOn: Day,
  /** Inclusive, Asia/Shanghai. */
  dueOn: Day,
  instructions: z.string().max(4000).nullable(),
  instructionsEn: z.string().max(4000).nullable(),
  /** 表号, 制定机关, 批准文号, 有效期至 */
  formNumber: said,
  formIssuer: said,
  formApproval: said,
  formValidUntil: Day.nullable(),
  /** What stage the figures of this round are: 进度数, 年报 … */
  stage: z.enum(stages),
  class: z.enum(figureClasses),
  state: z.enum(roundStates),
});
export type Round = z.infer<typeof Round>;

const nextState: Readonly<Record<RoundState, RoundState | null>> = {
  draft: "open",
  open: "closed",
  closed: "archived",
  archived: null,
};

/** Whether a round may go from one state to another: draft → open → closed → archived, never back. */
export function mayBecome(from: RoundState, to: RoundState): boolean {
  return nextState[from] === to;
}

/** What stands against a round as it is written: fields with codes; a form must be due after it opens. */
export function roundFaults(round: Round): { field: string; code: string }[] {
  const twice = <T>(items: readonly T[]): boolean => new Set(items).size !== items.length;
  return [
    ...(round.dueOn < round.opensOn ? [{ field: "dueOn", code: "due-before-opening" }] : []),
    ...(twice(round.lines.map(({ indicator }) => indicator)) ? [{ field: "lines", code: "indicator-twice" }] : []),
    ...(twice(round.areas) ? [{ field: "areas", code: "area-twice" }] : []),
  ];
}
