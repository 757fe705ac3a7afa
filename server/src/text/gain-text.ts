import type { Gain, Lever } from "@yuanbiao/core/evaluate-gain";
import { exact, plain } from "@yuanbiao/core/quantity";
import type { Language } from "../language.ts";
import type { AssessmentNames } from "./score-names.ts";

type Names = Pick<AssessmentNames, "name">;
const shown = (figure: string): string => plain(exact(figure).toDecimalPlaces(6));

/** What is missing to the next place or grade. */
export function gainText(language: Language, { kind, of, rank, points }: Gain, names: Names): string {
  const needed = shown(points);
  if (language === "en") {
    if (kind === "rank")
      return `${needed} points more would draw level with ${names.name("area", of)} (place ${rank ?? ""}).`;
    const grade = names.name("grade", of);
    return kind === "cutoff"
      ? `${needed} points more would reach the grade ${grade}.`
      : `${needed} points more would draw level with the last one graded ${grade}, whose places are limited.`;
  }
  if (kind === "rank") return `再得 ${needed} 分，与第 ${rank ?? ""} 名${names.name("area", of)}持平。`;
  const grade = names.name("grade", of);
  return kind === "cutoff"
    ? `再得 ${needed} 分，达到“${grade}”。`
    : `再得 ${needed} 分，与“${grade}”名额内的最后一名持平（名额有限）。`;
}

export interface LeverSaid extends Lever {
  readonly unit: string | null;
}

/** What one criterion alone would have to give. */
export function leverText(language: Language, { criterion, room, from, to, unit }: LeverSaid, names: Names): string {
  const name = names.name("criterion", criterion);
  const measured = unit === null || unit === "" ? "" : ` ${unit}`;
  if (language === "en") {
    return from === null || to === null
      ? `${name}: ${shown(room)} points are left there; how many figures give them depends on the others.`
      : `${name} alone: ${to}${measured} instead of ${from}${measured}.`;
  }
  return from === null || to === null
    ? `${name}：还有 ${shown(room)} 分可得，得多少取决于其他园区。`
    : `只靠“${name}”：由 ${from}${measured} 提高到 ${to}${measured}。`.replace(
        "提高",
        exact(to).lt(from) ? "降低" : "提高",
      );
}
