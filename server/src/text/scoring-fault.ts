import type { ScorerFault } from "@yuanbiao/core/scorer-definition";
import type { Language } from "../language.ts";

type End = string | null;

function stretch(from: End, to: End): string {
  if (from === null) return to === null ? "所有数值" : `${to} 以下的数值`;
  if (to === null) return `${from} 以上的数值`;
  return from === to ? `数值 ${from} ` : `${from} 与 ${to} 之间的数值`;
}

function stretchInEnglish(from: End, to: End): string {
  if (from === null) return to === null ? "All values belong" : `Values below ${to} belong`;
  if (to === null) return `Values above ${from} belong`;
  return from === to ? `The value ${from} belongs` : `Values between ${from} and ${to} belong`;
}

/** Which values tiers leave open or double; undefined where the fault's own words say all. */
export function scorerFaultText(language: Language, fault: ScorerFault): string | undefined {
  const { reason, from = null, to = null } = fault;
  if (reason === "tier-gap") {
    return language === "en" ? `${stretchInEnglish(from, to)} to no tier.` : `${stretch(from, to)}不属于任何一档。`;
  }
  if (reason !== "tier-overlap") return undefined;
  // An overlap is told as where one tier ends and where the next has begun already.
  return language === "en" ? `${stretchInEnglish(to, from)} to two tiers.` : `${stretch(to, from)}同时属于两档。`;
}
