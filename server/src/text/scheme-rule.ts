import type { Scheme } from "@yuanbiao/core/scheme";
import type { Grade, TieBreak, Veto, WindowRule } from "@yuanbiao/core/scheme-rules";
import type { Language } from "../language.ts";
import { schemeWord } from "./scheme-words.ts";
import type { AssessmentNames } from "./score-names.ts";

type Names = Pick<AssessmentNames, "name">;
type Effect = WindowRule["effect"];

function effectText(language: Language, effect: Effect, names: Names): string {
  const isEnglish = language === "en";
  switch (effect.kind) {
    case "lock-grade": {
      const grade = names.name("grade", effect.grade);
      return isEnglish ? `the grade is ${grade}` : `等次定为“${grade}”`;
    }
    case "drop-grade":
      return isEnglish ? `the grade drops by ${effect.by}` : `降 ${effect.by} 等`;
    case "ineligible":
      return isEnglish ? "no rank and no grade" : "取消评定资格，不列名次和等次";
    case "warn":
      return isEnglish ? "a warning" : "予以提醒";
  }
}

/** A veto in words: when it strikes, and what it does. */
export function vetoText(language: Language, { when, effect }: Veto, names: Names): string {
  const isEnglish = language === "en";
  const does = effectText(language, effect, names);
  switch (when.kind) {
    case "count": {
      const item = names.name("item", when.code);
      return isEnglish ? `${item}, ${when.atLeast} or more: ${does}` : `“${item}”达到 ${when.atLeast} 次：${does}`;
    }
    case "target-missed": {
      const criterion = names.name("criterion", when.criterion);
      return isEnglish ? `binding target of ${criterion} missed: ${does}` : `“${criterion}”的约束性目标未完成：${does}`;
    }
    case "points-below": {
      const criterion = names.name("criterion", when.criterion);
      return isEnglish
        ? `${criterion} below ${when.share} of its weight: ${does}`
        : `“${criterion}”得分低于权重的 ${when.share}：${does}`;
    }
  }
}

function testText(language: Language, { test }: WindowRule, names: Names): string {
  const isEnglish = language === "en";
  if (test.kind === "grade") {
    const grades = test.grades.map((code) => names.name("grade", code));
    return isEnglish ? `graded ${grades.join(" or ")}` : `等次为${grades.join("、")}`;
  }
  const places = String(test.places);
  if (isEnglish) return `among the ${test.kind} of the pool (places: ${places})`;
  return `列比较组${test.kind === "first" ? "前" : "后"} ${places} 名`;
}

/** A rule over years in words. */
export function windowText(language: Language, rule: WindowRule, names: Names): string {
  const test = testText(language, rule, names);
  const does = effectText(language, rule.effect, names);
  return language === "en"
    ? `${test} in ${rule.atLeast} of the latest years (looked at: ${rule.years}): ${does}`
    : `最近 ${rule.years} 年中有 ${rule.atLeast} 年${test}：${does}`;
}

/** A step of the tie-break chain in words. */
export function tieBreakText(language: Language, step: TieBreak, names: Names): string {
  if (step.by === "exact-total") return language === "en" ? "total before rounding" : "未修约的总分";
  const name = names.name(step.by, step.code);
  return language === "en" ? `points of ${name}` : `“${name}”得分`;
}

/** What it takes to reach a grade: a cutoff, a quota, both or nothing. */
export function gradeRuleText(language: Language, { from, quota }: Grade): string {
  const isEnglish = language === "en";
  const percent = quota?.kind === "percent" ? (isEnglish ? " %" : "%") : isEnglish ? "" : " 个";
  const parts = [
    ...(from === null ? [] : [isEnglish ? `${from} points or more` : `${from} 分及以上`]),
    ...(quota === null ? [] : [isEnglish ? `quota: ${quota.value}${percent}` : `名额 ${quota.value}${percent}`]),
  ];
  if (parts.length === 0) return isEnglish ? "all others" : "其余";
  return parts.join(isEnglish ? ", " : "，");
}

/** How points are rounded and totals compared, in one sentence. */
export function roundingText(language: Language, { rounding: { mode, scale, stage, compare } }: Scheme): string {
  const [how, where, by] = [
    schemeWord(language, "rounding", mode),
    schemeWord(language, "stage", stage),
    schemeWord(language, "compare", compare),
  ];
  if (language === "en") return `${where.charAt(0).toUpperCase()}${where.slice(1)}, ${how}, decimals: ${scale}; ${by}.`;
  return `${where}，${how}，保留 ${scale} 位小数；${by}。`;
}
