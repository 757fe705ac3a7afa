import { type Actor, may } from "@yuanbiao/core/access";
import type { Evaluation as Computed } from "@yuanbiao/core/evaluate";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { standingsOf } from "@yuanbiao/core/standings";
import { standingTexts } from "../text/standing-text.ts";
import type { Heads } from "./heads.ts";
import { glossaryOf, type Shown } from "./view.ts";

/**
 * The sentences that matter, by pool: who leads, who moved, where most was lost. For who surveys the run; others get them
 * once it is announced and everybody may see places and totals, without what rests on score lines.
 */
export function sentencesOf(
  shown: Shown,
  { computed, heads, actor }: { computed: Computed; heads: Pick<Heads, "earlier" | "lastLevel">; actor: Actor },
): string[] {
  const { visibility } = shown.scheme.body;
  const isOpen = [visibility.rank, visibility.total].every((level) => level === "all" || level === "public");
  const surveys = may(actor, "evaluation.survey");
  if (!surveys && !(isAnnounced(shown.evaluation) && isOpen)) return [];
  const names = glossaryOf(shown);
  const seesLines = surveys || visibility.lines === "all" || visibility.lines === "public";
  const members = new Set(computed.areas.map(({ pool }) => pool));
  // Last year's places are told by last year's levels, too.
  const isLastOpen = surveys || heads.lastLevel === "all" || heads.lastLevel === "public";
  const standings = standingsOf(computed, isLastOpen ? heads.earlier : []).filter(({ pool }) => members.has(pool));
  return standings.flatMap((standing) => {
    const texts = standingTexts(shown.language, standing, names);
    return seesLines ? texts : texts.slice(0, placesSaid);
  });
}

/** The sentences that rest on places and totals come first. */
const placesSaid = 2;
