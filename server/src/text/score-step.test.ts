import { evaluate } from "@yuanbiao/core/evaluate";
import { cityFacts, cityScheme } from "@yuanbiao/core/evaluate-city";
import { explainTotal } from "@yuanbiao/core/evaluate-explain";
import { exact } from "@yuanbiao/core/quantity";
import { scorerCases } from "@yuanbiao/core/scorer-cases";
import { exemplars } from "@yuanbiao/core/scorer-exemplars";
import { type Outcome, type ScoreStep, scoreStepCodes } from "@yuanbiao/core/scorer-outcome";
import { roundScored } from "@yuanbiao/core/scorer-rounding";
import { prepareScorer, ScorerConfig, scorerInputs } from "@yuanbiao/core/scorer-run";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { scoreStepText, totalStepTexts } from "./score-step.ts";

const names = { item: (code: string) => `<${code}>` };
const half = { mode: "half-even", scale: 2 } as const;

function stepsOf(outcome: Outcome, rounding: { mode: "half-up" | "half-even"; scale: number }): ScoreStep[] {
  const all = outcome.kind === "one" ? [outcome.scored] : [...outcome.areas.values()];
  return all.flatMap((scored) => [...scored.trace(), ...roundScored(scored, rounding).steps]);
}

const ofCases = scorerCases.flatMap(({ request: { scorer, weight, rounding, inputs } }) => {
  const config = ScorerConfig.parse(scorer);
  return stepsOf(prepareScorer(config, exact(weight)).score(scorerInputs(config).parse(inputs)), rounding);
});
const ofExemplars = Object.values(exemplars).flatMap((all) =>
  all.flatMap((exemplar) => {
    const config = ScorerConfig.parse(exemplar.config((points) => points));
    const score = (inputs: unknown) =>
      stepsOf(prepareScorer(config, exact("10")).score(scorerInputs(config).parse(inputs)), half);
    const figures = ["-30", "0.4", "3", "12", "30", "50", "70", "99"];
    const asked = figures.flatMap((x) => ["-30", "0.4", "15", "30", "60"].map((y) => exemplar.ask(x, y)));
    return [...asked, ...exemplar.lacking].flatMap((inputs) => {
      const parsed = scorerInputs(config).safeParse(inputs);
      return parsed.success ? score(parsed.data) : [];
    });
  }),
);
const single: ScoreStep[] = [
  { code: "rate-given", item: null, figures: { rate: "0.95" } },
  { code: "bonus", item: null, figures: { bonus: "3", points: "88" } },
  { code: "no-range", item: null, figures: { value: "7", min: "7", max: "7", share: "0.6", weight: "5", points: "3" } },
];
const steps = [...ofCases, ...ofExemplars, ...single];

/** The figures that a sentence shows, each as a whole: "12" is not found in "12.5". */
const shownIn = (text: string): Set<string> => new Set(text.match(/-?\d+(?:\.\d+)?/g) ?? []);

describe("a step of the arithmetic as a sentence", () => {
  it("is asked for every step that there is", () => {
    expect(scoreStepCodes.filter((code) => !steps.some((step) => step.code === code))).toEqual([]);
  });
  it.each(languages)("has every figure and nothing undefined (%s)", (language) => {
    const wrong = steps.flatMap((step) => {
      const text = scoreStepText(language, step, names);
      const shown = shownIn(text);
      const left = Object.entries(step.figures).filter(([, figure]) => !shown.has(figure));
      const isBroken = /undefined|null|[{}—]/.test(text);
      return left.length > 0 || isBroken ? [{ text, left }] : [];
    });
    expect(wrong).toEqual([]);
  });
  it.each<[string, ScoreStep, string, string]>([
    [
      "a rate",
      { code: "rate-of-target", item: null, figures: { actual: "280", target: "300", rate: "0.9333333333" } },
      "完成率 = 完成值 280 ÷ 目标值 300 = 0.9333333333",
      "Rate = actual 280 ÷ target 300 = 0.9333333333",
    ],
    [
      "points",
      { code: "weighted", item: null, figures: { weight: "10", rate: "0.9333333333", points: "9.3333333333" } },
      "得分 = 权重 10 × 0.9333333333 = 9.3333333333",
      "Points = weight 10 × 0.9333333333 = 9.3333333333",
    ],
    [
      "a rounding",
      { code: "rounded-half-up", item: null, figures: { from: "9.3333333333", scale: "2", to: "9.33" } },
      "9.3333333333 按四舍五入修约到 2 位小数：9.33",
      "9.3333333333 rounded half up to 2 decimals: 9.33",
    ],
    [
      "what is better when lower",
      {
        code: "position-in-range",
        item: "down",
        figures: { value: "3", min: "2", max: "6", floor: "0", share: "0.75" },
      },
      "得分比例 =（最大值 6 − 数值 3）÷（最大值 6 − 最小值 2）= 0.75（保底 0）",
      "Share = (greatest 6 − figure 3) ÷ (greatest 6 − least 2) = 0.75 (floor 0)",
    ],
    [
      "steps under a target, in percent of it",
      {
        ...{ code: "count-under", item: "percent" },
        figures: {
          ...{ actual: "90", target: "100", every: "5", points: "-0.5" },
          ...{ steps: "2", given: "-1", clamp: "3", base: "25" },
        },
      },
      "完成值 90 低于目标值 100，每低目标值的 5% 记 -0.5 分，共 2 个整档，以正负 3 分为限计 -1 分，加在基本分 25 分上",
      "Actual 90 is below target 100; each whole step of 5 % of the target gives -0.5; whole steps: 2; within ± 3 that is -1, added to the base of 25",
    ],
    [
      "what is missing",
      { code: "not-scored", item: "target", figures: {} },
      "没有可计分的数（<目标值>），未计分",
      "No figure to score by (<target>)",
    ],
  ])("reads well: %s", (_name, step, chinese, english) => {
    expect(languages.map((language) => scoreStepText(language, step, names))).toEqual([chinese, english]);
  });
});

describe("the way from the groups to the total", () => {
  const run = evaluate(cityScheme, cityFacts, "seal");
  const told = (code: string): string[][] =>
    run.areas
      .filter(({ area }) => area === code)
      .flatMap((area) => languages.map((language) => totalStepTexts(language, explainTotal(area, cityScheme), names)));
  it("says groups, adjustments that happened, and the rounding", () => {
    expect(told("A")).toEqual([
      [
        "<innovation>：53.87",
        "<growth>：40",
        "各组合计：53.87 + 40 = 93.87",
        "<accident>：1 次 × -5 分，计 -5 分",
        "加减分合计 -5 分，按限额计 -5 分",
        "88.87 按四舍五入修约到 2 位小数：88.87",
      ],
      [
        "<innovation>: 53.87",
        "<growth>: 40",
        "All groups: 53.87 + 40 = 93.87",
        "<accident>: 1 × -5 gives -5",
        "Adjustments add up to -5, within their limits -5",
        "88.87 rounded half up to 2 decimals: 88.87",
      ],
    ]);
  });
});
