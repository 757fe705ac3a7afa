import { scorerCases } from "@yuanbiao/core/scorer-cases";
import { exemplars } from "@yuanbiao/core/scorer-exemplars";
import { ScorerConfig, scorerTypes } from "@yuanbiao/core/scorer-run";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { gradeRuleText, tieBreakText, vetoText, windowText } from "./scheme-rule.ts";
import { scoringRuleText } from "./score-rule.ts";

const configs = [
  ...scorerCases.map(({ request }) => request.scorer),
  ...Object.values(exemplars).flatMap((all) => all.map((exemplar) => exemplar.config((points) => points))),
].map((config) => ScorerConfig.parse(config));

/** Every parameter that bears on points: numbers and decimal strings, however deep. */
function figuresIn(value: unknown): string[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string") return /^-?\d+(\.\d+)?$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(figuresIn) : [];
}

describe("a scoring rule in words", () => {
  it.each(languages)("has every parameter of every rule, and nothing undefined (%s)", (language) => {
    expect(new Set(configs.map(({ type }) => type))).toEqual(new Set(scorerTypes));
    const wrong = configs.flatMap((config) => {
      const text = scoringRuleText(language, config);
      const shown = new Set(text.match(/-?\d+(?:\.\d+)?/g) ?? []);
      // A floor, a trim of nothing is no rule.
      const left = figuresIn(config).filter((figure) => figure !== "0" && !shown.has(figure));
      return left.length > 0 || /undefined|null|false|\[object/.test(text) ? [{ text, left }] : [];
    });
    expect(wrong).toEqual([]);
  });
  it("reads well", () => {
    const rules = [
      { type: "completion", zeroBelow: "0.6" },
      {
        type: "tiers",
        tiers: [
          { from: "10", points: "3" },
          { to: "10", points: "0" },
        ],
      },
    ].map((config) => ScorerConfig.parse(config));
    expect(languages.flatMap((language) => rules.map((rule) => scoringRuleText(language, rule)))).toEqual([
      "完成率计分：得分 = 权重 × 完成率（完成值 ÷ 目标值）；完成率最高按 1 计；低于 0.6 不得分",
      "分档计分：≥ 10 得 3 分；< 10 得 0 分",
      "By completion: points = weight × rate (actual ÷ target); the rate counts up to 1; below 0.6 it gives nothing",
      "By tiers: ≥ 10 gives 3; < 10 gives 0",
    ]);
  });
});

it("says vetoes, rules over years, tie-breaks and grades", () => {
  const names = { name: (_kind: string, code: string) => `<${code}>` };
  const named = { code: "x", name: "x", nameEn: null };
  const told = languages.map((language) => [
    vetoText(
      language,
      { ...named, when: { kind: "count", code: "fraud", atLeast: 1 }, effect: { kind: "ineligible" } },
      names,
    ),
    vetoText(
      language,
      {
        ...named,
        when: { kind: "points-below", criterion: "rd", share: "0.6" },
        effect: { kind: "drop-grade", by: 1 },
      },
      names,
    ),
    windowText(
      language,
      { ...named, years: 5, atLeast: 2, test: { kind: "last", places: 1 }, effect: { kind: "warn" } },
      names,
    ),
    tieBreakText(language, { by: "group", code: "g" }, names),
    gradeRuleText(language, { ...named, from: "90", quota: { kind: "percent", value: "20" } }),
    gradeRuleText(language, { ...named, from: null, quota: null }),
  ]);
  expect(told).toEqual([
    [
      "“<fraud>”达到 1 次：取消评定资格，不列名次和等次",
      "“<rd>”得分低于权重的 0.6：降 1 等",
      "最近 5 年中有 2 年列比较组后 1 名：予以提醒",
      "“<g>”得分",
      "90 分及以上，名额 20%",
      "其余",
    ],
    [
      "<fraud>, 1 or more: no rank and no grade",
      "<rd> below 0.6 of its weight: the grade drops by 1",
      "among the last of the pool (places: 1) in 2 of the latest years (looked at: 5): a warning",
      "points of <g>",
      "90 points or more, quota: 20 %",
      "all others",
    ],
  ]);
});
