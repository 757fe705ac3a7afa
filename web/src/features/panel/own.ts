import { compareQuantity, isQuantity } from "@yuanbiao/core/quantity";
import type { Panel } from "./request.ts";

type Judged = Pick<Panel, "areas" | "open">;

/** Scores that an expert has still to give, over the panels that take some. */
export function scoresLeft(panels: readonly Judged[]): number {
  return panels
    .filter(({ open }) => open)
    .reduce((sum, { areas }) => sum + areas.filter(({ own }) => own === null).length, 0);
}

export function scoresGiven({ areas }: Judged): number {
  return areas.filter(({ own }) => own !== null).length;
}

/** How far a panel is: one without judges has not been arranged, whatever it says of scores. */
export function panelState({ open, judges, version }: Pick<Panel, "open" | "judges" | "version">) {
  if (version === 0 || judges.length === 0) return "unset";
  return open ? "open" : "shut";
}

/** Panels that take scores come first, then those of later assessments. */
export function sortPanels(panels: readonly Panel[]): Panel[] {
  return [...panels].sort((a, b) => Number(b.open) - Number(a.open) || b.assessment.localeCompare(a.assessment) || 0);
}

/** Whether what is typed is a score on the scale. */
export function isScore(text: string, scale: string): boolean {
  const typed = text.trim();
  return isQuantity(typed) && compareQuantity(typed, "0") >= 0 && compareQuantity(typed, scale) <= 0;
}
