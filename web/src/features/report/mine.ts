import { type Actor, may } from "@yuanbiao/core/access";
import type { ReportSummary } from "../../api.ts";
import type { Say } from "../../text/text.ts";

/** The turns that an actor answers in a park: the clerk fills, the approver approves. */
export function ownTurns(actor: Actor): readonly ReportSummary["turn"][] {
  return [
    ...(may(actor, "report.edit") ? (["clerk"] as const) : []),
    ...(may(actor, "report.approve") ? (["approver"] as const) : []),
  ];
}

/** Whose turn it is, in words: who is not of the park is told of the park as a whole. */
export function turnWords({ turn }: Pick<ReportSummary, "turn">, isOwn: boolean, say: Say): string {
  const isParks = turn === "clerk" || turn === "approver";
  return say(isParks && !isOwn ? "report.turn.park" : `report.turn.${turn}`);
}

/** Whether a report of one's own park waits for an actor. */
export function isMine(actor: Actor, { turn, area, roundState, supplement, state }: ReportSummary): boolean {
  const isOpen = roundState === "open" || supplement || state !== "draft";
  if (turn === "clerk") return isOpen && may(actor, "report.edit", { area: area.code });
  return turn === "approver" && may(actor, "report.approve", { area: area.code });
}
