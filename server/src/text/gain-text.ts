import type { Dependence, Gain, Lever } from "@yuanbiao/core/evaluate-gain";
import { type Exact, exact, plain } from "@yuanbiao/core/quantity";
import type { Language } from "../language.ts";
import { tieBreakText } from "./scheme-rule.ts";
import type { AssessmentNames } from "./score-names.ts";
import { unitText } from "./unit-text.ts";

type Names = Pick<AssessmentNames, "name">;
const shown = (figure: string): string => plain(exact(figure).toDecimalPlaces(6));

/** Never less than it takes: a difference too small to be shown is not said to be nothing. */
function neededText(points: Exact): string {
  const rounded = points.toDecimalPlaces(6);
  return plain(rounded.lt(points) ? rounded.plus("0.000001") : rounded);
}

/** Behind an equal total: what parted the two. */
function levelText(language: Language, { kind, of, rank, tieBreak }: Gain, names: Names): string {
  const by = tieBreak === null ? null : tieBreakText(language, tieBreak, names);
  const place = names.name(kind === "rank" ? "area" : "grade", of);
  if (language === "en") {
    const level = kind === "rank" ? `${place} (place ${rank ?? ""})` : `the last one graded ${place}`;
    if (by !== null) return `Level with ${level}; behind by the tie-break: ${by}.`;
    return `Level with ${level}${kind === "rank" ? "" : ", whose places are limited"}.`;
  }
  const level = kind === "rank" ? `与第 ${rank ?? ""} 名${place}同分` : `与“${place}”名额内的最后一名同分`;
  if (by === null) return kind === "rank" ? `${level}。` : `${level}，名额已满。`;
  return kind === "rank" ? `${level}，按${by}排在其后。` : `${level}，按${by}排在名额之外。`;
}

/** What is missing to the next place or grade, or what parted the area from an equal total. */
export function gainText(language: Language, gain: Gain, names: Names): string {
  const { kind, of, rank, points } = gain;
  if (exact(points).isZero()) return levelText(language, gain, names);
  const needed = neededText(exact(points));
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

const depends: Record<NonNullable<Dependence>, Record<Language, string>> = {
  pool: { "zh-CN": "得多少取决于同组其他园区", en: "how many it gets depends on the others of its pool" },
  panel: { "zh-CN": "得多少由专家评定", en: "how many it gets is for the experts" },
  milestone: {
    "zh-CN": "得多少看考核办对完成情况的认定",
    en: "how many it gets depends on what the office finds done",
  },
  counts: { "zh-CN": "得多少看计入的次数", en: "how many it gets depends on what is counted" },
  parts: { "zh-CN": "得多少取决于组成它的各部分", en: "how many it gets depends on the parts that it is made of" },
};

/** What one criterion alone would have to give, or what its points depend on. */
export function leverText(language: Language, lever: LeverSaid, names: Names): string {
  const { criterion, room, from, to, unit, dependsOn } = lever;
  const by = dependsOn === null ? null : depends[dependsOn][language];
  const name = names.name("criterion", criterion);
  const measured = unit === null || unit === "" ? "" : ` ${unitText(language, unit)}`;
  if (language === "en") {
    return from === null || to === null
      ? `${name}: ${shown(room)} points are left there${by === null ? "" : `; ${by}`}.`
      : `${name} alone: ${to}${measured} instead of ${from}${measured}.`;
  }
  return from === null || to === null
    ? `${name}：还有 ${shown(room)} 分可得${by === null ? "" : `，${by}`}。`
    : `只靠“${name}”：由 ${from}${measured} 提高到 ${to}${measured}。`.replace(
        "提高",
        exact(to).lt(from) ? "降低" : "提高",
      );
}
