import { exact } from "@yuanbiao/core/quantity";
import { roundPoints, shownRounding } from "@yuanbiao/core/scorer-rounding";
import type { Shown } from "./view.ts";

/** Points of a criterion as every page and paper shows them. */
export function showPoints({ scheme }: Pick<Shown, "scheme">, points: string): string {
  return roundPoints(exact(points), shownRounding(scheme.body.rounding));
}

export const showPointsOrNone = (shown: Pick<Shown, "scheme">, points: string | null): string | null =>
  points === null ? null : showPoints(shown, points);
