import { z } from "zod";
import { Code } from "./code.ts";
import { Day } from "./day.ts";
import { ReportId } from "./report.ts";

/** What a letter asks for: a target's figure or decision that is not there, or a report that was not filed. */
export const LetterItem = z.strictObject({
  target: Code.nullable(),
  report: ReportId.nullable(),
  area: Code,
  indicator: Code.nullable(),
  /** As it is written on paper: figure, caliber, period. */
  text: z.string().min(1).max(500),
  since: Day.nullable(),
});
export type LetterItem = z.infer<typeof LetterItem>;

/** 催报函: who is asked for what, until when; a letter that was sent is not changed. */
export const Letter = z.object({
  id: Code,
  city: Code,
  /** To a department, or to the body that runs an area. */
  department: Code.nullable(),
  area: Code.nullable(),
  items: z.array(LetterItem).min(1).max(1000),
  answerBy: Day,
  /** 文号, where the office gave one. */
  number: z.string().min(1).max(100).nullable(),
  signer: z.string().min(1).max(100),
});
export type Letter = z.infer<typeof Letter>;
