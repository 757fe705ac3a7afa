import type { Scheme } from "@yuanbiao/core/scheme";
import type { Language } from "../language.ts";
import { tieBreakText } from "./scheme-rule.ts";
import type { AssessmentNames } from "./score-names.ts";

/** How equal totals were dealt with: `tieBreak` is the place of the last step of the chain that parted some of them. */
export interface TieSaid {
  readonly tied: boolean;
  readonly tieBreak: number | null;
}

/** What was done about an equal total, as a clause without a full stop; null where nobody has the same total. */
export function tieText(
  language: Language,
  { tied, tieBreak }: TieSaid,
  { ties }: Pick<Scheme, "ties">,
  names: Pick<AssessmentNames, "name">,
): string | null {
  const step = tieBreak === null ? undefined : ties.chain[tieBreak];
  const isEnglish = language === "en";
  if (step === undefined) return tied ? (isEnglish ? "tied with an equal total" : "同分并列") : null;
  const by = tieBreakText(language, step, names);
  const parted = isEnglish ? `parted from an equal total by ${by}` : `与同分的园区按${by}分出先后`;
  if (!tied) return parted;
  return isEnglish ? `${parted}, tied with who is equal there too` : `${parted}，仍相同的并列`;
}
