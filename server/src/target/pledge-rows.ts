import { endYear, getPeriod } from "@yuanbiao/core/period";
import type { Target } from "@yuanbiao/core/target";
import type { Language } from "../language.ts";
import type { PledgeTarget } from "../paper/pledge.ts";
import { pledgeText, withinYearText } from "../text/pledge-text.ts";
import { aimText, belowText, citedText, natureText } from "../text/tracking-text.ts";
import { measuredText } from "../text/unit-text.ts";
import { caliberRef, citationView, firstCitation, measuredRef, noteOf, type Speech } from "../wire/speech.ts";
import { baselineOf, isStanding, type Planned } from "./planned.ts";

/** A target with what it asks of the area that signs. */
export interface Pledged {
  readonly target: Target;
  readonly planned: readonly Planned[];
}

const nameOf = (speech: Speech, { name, nameEn }: Target): string => noteOf(speech, name, nameEn) ?? name;

function valueIn({ target, planned }: Pledged, year: number, language: Language): string | null {
  if (isStanding(target)) return aimText(language, target);
  const own = planned.filter(({ period }) => endYear(getPeriod(period)) === year);
  const said = own.map(
    ({ period, value }) => `${withinYearText(language, period)}${aimText(language, { ...target, value })}`,
  );
  return said.length === 0 ? null : said.join("\n");
}

/** Document and clause, the caliber, and the plan where there is one. */
function basisOf(speech: Speech, target: Target, area: string): string[] {
  const { language } = speech;
  const words = pledgeText(language);
  const cite = (at: Parameters<typeof citationView>[1]): string => citedText(language, citationView(speech, at));
  const parts = target.decomposition.filter((part) => part.area === (target.area === area ? null : area));
  const plans = [...new Set(parts.map(({ document, clause }) => cite({ document, clause })))];
  return [
    ...(target.area === area ? [] : [`${words.whole}${nameOf(speech, target)}`]),
    cite(firstCitation(target)),
    ...plans.map((plan) => `${words.plan}${plan}`),
    `${words.caliber}${caliberRef(speech, target.caliber).name}`,
  ];
}

/** A row of the paper: what is asked by year, in which unit, from where on, by which text. */
export function pledgeRow(
  speech: Speech,
  pledged: Pledged,
  { area, years }: { area: string; years: readonly number[] },
): PledgeTarget {
  const { language } = speech;
  const { target } = pledged;
  const { name, unit } = measuredRef(speech, target.indicator);
  const isNumber = target.value !== null || target.comparator === "trend";
  const baseline = target.area === area ? baselineOf(target) : null;
  return {
    indicator: isNumber ? measuredText(language, name, unit) : nameOf(speech, target),
    nature: natureText(language, target),
    baseline: baseline === null ? null : `${baseline.value}\n${belowText(language, baseline.period)}`,
    values: years.map((year) => valueIn(pledged, year, language)),
    basis: basisOf(speech, target, area),
  };
}
