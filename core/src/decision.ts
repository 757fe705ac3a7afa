import { z } from "zod";
import { Code } from "./code.ts";
import { milestoneStates } from "./target.ts";

/** A person's judgement of a milestone or of a target without a number, with what it rests on. */
export const Decision = z.object({
  target: Code,
  area: Code,
  state: z.enum(milestoneStates),
  reason: z.string().trim().min(1).max(2000),
  /** Files or documents that it rests on; at least one of both. */
  evidence: z.array(Code).max(50),
  document: Code.nullable(),
  clause: z.string().min(1).max(200).nullable(),
  decidedBy: z.string().min(1),
});
export type Decision = z.infer<typeof Decision>;

/** What stands against a decision: it rests on nothing. */
export function decisionFaults(decision: Pick<Decision, "evidence" | "document">): { field: string; code: string }[] {
  const isBare = decision.evidence.length === 0 && decision.document === null;
  return isBare ? [{ field: "evidence", code: "evidence-needed" }] : [];
}
