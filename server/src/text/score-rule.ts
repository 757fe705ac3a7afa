import type { ScorerConfig } from "@yuanbiao/core/scorer-run";
import type { Language } from "../language.ts";
import { schemeWord } from "./scheme-words.ts";
import { chineseRules } from "./score-rule-chinese.ts";
import type { RuleClauses } from "./score-rule-clause.ts";
import { englishRules } from "./score-rule-english.ts";

function clausesOf(rules: RuleClauses, config: ScorerConfig): (string | false | undefined)[] {
  switch (config.type) {
    case "completion":
      return rules.completion(config);
    case "inverse-completion":
      return rules["inverse-completion"](config);
    case "completion-steps":
      return rules["completion-steps"](config);
    case "min-max":
      return rules["min-max"](config);
    case "efficacy":
      return rules.efficacy(config);
    case "benchmark-ratio":
      return rules["benchmark-ratio"](config);
    case "level-growth":
      return rules["level-growth"](config);
    case "tiers":
      return rules.tiers(config);
    case "rank-points":
      return rules["rank-points"](config);
    case "count-target":
      return rules["count-target"](config);
    case "panel":
      return rules.panel(config);
    case "composite":
      return rules.composite(config);
    case "adjustments":
      return rules.adjustments(config);
    case "milestone":
      return rules.milestone(config);
  }
}

/** A scoring rule with its parameters in one line: "完成率计分：得分 = 权重 × 完成率；完成率最高按 1 计". */
export function scoringRuleText(language: Language, config: ScorerConfig): string {
  const isEnglish = language === "en";
  const rules = isEnglish ? englishRules : chineseRules;
  const clauses = clausesOf(rules, config).filter((clause) => typeof clause === "string");
  const name = schemeWord(language, "scorer", config.type);
  const told = isEnglish ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
  return clauses.length === 0 ? told : `${told}${isEnglish ? ": " : "："}${clauses.join(isEnglish ? "; " : "；")}`;
}
