import { type Actor, may } from "@yuanbiao/core/access";
import { useObjections } from "../features/objection/query.ts";
import { scoresLeft } from "../features/panel/own.ts";
import { useOwnPanels } from "../features/panel/query.ts";

/** How much waits for a reader at the places of assessment: objections to answer, scores to give. */
export function useAssessingTodo(actor: Actor | undefined): { readonly evaluations: number; readonly panels: number } {
  const panels = useOwnPanels(actor !== undefined && may(actor, "panel.score")).data ?? [];
  const objections = useObjections(undefined, actor !== undefined && may(actor, "objection.answer")).data ?? [];
  return {
    evaluations: objections.filter(({ answerable }) => answerable).length,
    panels: scoresLeft(panels),
  };
}
