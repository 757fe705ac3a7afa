import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion } from "@yuanbiao/core/scheme-criterion";

const named = (code: string, name: string, nameEn: string) => ({ code, name, nameEn });

/** The calibers in which the demonstration's city counts what the sample leaves open. */
const calibers: Readonly<Record<string, string>> = {
  "sei-share": "den-output",
  "invention-patents-per-10k": "den-resident",
};

function settleCriterion(criterion: Criterion): Criterion {
  const { code } = criterion;
  const weight = code === "national-hitech-firms" ? "2" : criterion.weight;
  return { ...criterion, weight, caliber: calibers[code] ?? criterion.caliber, unverified: [] };
}

/** The shipped sample as the demonstration's office settles it: nothing is left 待核, and the rules of the year are set. */
export function settleScheme(sample: Scheme): Scheme {
  return {
    ...sample,
    rounding: { mode: "half-up", scale: 2, stage: "criterion", compare: "rounded" },
    groups: sample.groups.map((group) => ({ ...group, unverified: [], criteria: group.criteria.map(settleCriterion) })),
    grades: [
      { ...named("excellent", "优秀", "excellent"), from: "90", quota: { kind: "count", value: "2" } },
      { ...named("good", "良好", "good"), from: "80", quota: null },
      { ...named("fair", "一般", "fair"), from: null, quota: null },
    ],
    adjustments: {
      items: [
        { ...named("award", "国家级奖励", "national award"), points: "1", cap: "2" },
        { ...named("late-report", "报表逾期", "report filed late"), points: "-0.5", cap: "2" },
      ],
      cap: "3",
    },
    vetoes: [
      {
        ...named("false-figures", "统计造假", "false figures"),
        when: { kind: "count", code: "false-figures", atLeast: 1 },
        effect: { kind: "lock-grade", grade: "fair" },
      },
    ],
    windows: [
      {
        ...named("last-again", "三年中两年末位", "last in two of three years"),
        ...{ years: 3, atLeast: 2, test: { kind: "last", places: 1 }, effect: { kind: "warn" } },
      },
    ],
    ties: { rule: "competition", chain: [{ by: "criterion", code: "national-hitech-firms" }] },
    visibility: { grade: "public", rank: "all", total: "all", lines: "own" },
    unverified: [],
    note: "演示用方案：由样例改成，权重与规则为虚构。",
    noteEn: "A scheme of the demonstration, made from the sample; weights and rules are made up.",
  };
}
