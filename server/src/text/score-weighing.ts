import type { WeightExplained } from "@yuanbiao/core/evaluate-explain";
import { exact, plain } from "@yuanbiao/core/quantity";
import type { Language } from "../language.ts";

const shown = (points: string): string => plain(exact(points).toDecimalPlaces(10));

/** How a criterion's effective points come about: group weight × relative ÷ Σ relative of the group. */
export function weighingText(language: Language, { group, relative, sum, effective }: WeightExplained): string {
  if (effective === null) return language === "en" ? "It does not count here." : "此项不计。";
  const own = exact(sum).isZero() ? "0" : plain(exact(group).times(relative).div(sum).toDecimalPlaces(10));
  const handed = shown(effective);
  if (language === "en") {
    const tail = own === handed ? "" : `; with what others of the group have handed on, ${handed}`;
    return `Weight = group weight ${group} × relative weight ${relative} ÷ sum of relative weights ${sum} = ${own}${tail}.`;
  }
  const tail = own === handed ? "" : `；加上同组其他指标分来的权重，为 ${handed}`;
  return `权重 = 组权重 ${group} × 相对权重 ${relative} ÷ 组内相对权重之和 ${sum} = ${own}${tail}。`;
}
