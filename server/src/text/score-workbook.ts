import type { Language } from "../language.ts";

/** The fixed words of the workbook of a result. */
export interface ResultWorkbookWords {
  readonly sheets: {
    readonly ranking: string;
    readonly lines: string;
    readonly details: string;
    readonly scheme: string;
  };
  title(city: string, year: number): string;
  readonly rankingHead: readonly string[];
  readonly area: string;
  readonly pool: string;
  readonly subtotal: string;
  readonly sum: string;
  readonly adjustment: string;
  readonly total: string;
  readonly weight: string;
  readonly linesNote: string;
  readonly detailsHead: readonly string[];
  readonly group: string;
  readonly criterion: string;
  readonly role: string;
  readonly groupRow: string;
  readonly rule: string;
  readonly missing: string;
  readonly schemeNote: string;
}

const chinese: ResultWorkbookWords = {
  sheets: { ranking: "排名", lines: "得分明细", details: "逐项说明", scheme: "方案" },
  title: (city, year) => `${city}${year}年度园区考核结果`,
  rankingHead: ["比较组", "名次", "园区", "总分", "等次", "上年名次", "名次变化", "说明"],
  ...{ area: "园区", pool: "比较组", subtotal: "小计", sum: "合计", adjustment: "加减分", total: "总分" },
  weight: "权重",
  linesNote:
    "小计和合计是公式。总分等于合计加上加减分的也是公式；经过折算或按未修约得分相加的，总分是数值，算法见逐项说明。",
  detailsHead: ["园区", "组", "指标", "权重", "得分", "取数", "出处", "计分规则", "算式", "说明"],
  ...{ group: "组", criterion: "指标", role: "作用", groupRow: "（本组）", rule: "计分规则", missing: "缺数办法" },
  schemeNote: "指标的权重是组内相对权重；有效权重 = 组权重 × 相对权重 ÷ 组内相对权重之和。合计只计入计满分的组。",
};

const english: ResultWorkbookWords = {
  sheets: { ranking: "Ranking", lines: "Points", details: "Line by line", scheme: "Scheme" },
  title: (city, year) => `${city}: Assessment of Parks ${year}`,
  rankingHead: ["Pool", "Rank", "Park", "Total", "Grade", "Rank last year", "Change", "Notes"],
  ...{ area: "Park", pool: "Pool", subtotal: "Subtotal", sum: "Sum of criteria", adjustment: "Adjustments" },
  ...{ total: "Total", weight: "Weight" },
  linesNote:
    "Subtotals and sums are formulas, and so are totals that are the sum and the adjustments; where points were brought to the full mark or added up before rounding, the total is a value, and the line-by-line sheet says how.",
  detailsHead: ["Park", "Group", "Criterion", "Weight", "Points", "Inputs", "Sources", "Rule", "Arithmetic", "Notes"],
  ...{ group: "Group", criterion: "Criterion", role: "Role", groupRow: "(the group)", rule: "Rule" },
  missing: "Where a figure is missing",
  schemeNote:
    "A criterion's weight is relative within its group; effective weight = group weight × relative weight ÷ sum of relative weights. Only groups that make up the full mark are added up.",
};

export const resultWorkbookWords: Record<Language, ResultWorkbookWords> = { "zh-CN": chinese, en: english };
