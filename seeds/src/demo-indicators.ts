import type { Caliber } from "@yuanbiao/core/caliber";
import type { Indicator } from "@yuanbiao/core/indicator";

const bare = { departmentFrom: null, departmentTo: null, numerator: null, denominator: null } as const;

function indicator(code: string, name: string, nameEn: string, more: Partial<Indicator>): Indicator {
  return {
    ...{ code, name, nameEn, unit: "家", measure: "stock", direction: "up", timing: "point", decimals: 0, whole: true },
    ...{ rollUp: "sum", department: "yx-stat", definition: null, definitionEn: null },
    ...bare,
    ...more,
  };
}

const flow = { measure: "flow", timing: "span", decimals: 2, whole: false, unit: "亿元" } as const;

export const demoIndicators: Indicator[] = [
  indicator("yx-output", "工业总产值", "Gross industrial output", {
    ...flow,
    definition: "报告期内工业企业生产的产品总量，按现价计。",
    definitionEn: "What industry produced in the period, at current prices.",
  }),
  indicator("yx-new-output", "战略性新兴产业产值", "Output of strategic emerging industries", {
    ...flow,
    definition: "列入战略性新兴产业目录的产出，按现价计。",
    definitionEn: "Output of the listed industries at current prices.",
  }),
  indicator("yx-new-share", "战略性新兴产业产值占比", "Share of strategic emerging industries", {
    ...{ unit: "%", measure: "ratio", timing: "span", decimals: 2, whole: false, rollUp: "ratio-of-sums" },
    ...{ numerator: "yx-new-output", denominator: "yx-output" },
    definition: "战略性新兴产业产值占工业总产值的百分比。",
    definitionEn: "Output of strategic emerging industries as a percentage of gross industrial output.",
  }),
  indicator("yx-rd", "研发经费支出", "R&D spending", flow),
  indicator("yx-hightech", "高新技术企业数", "High-tech enterprises", {
    ...{ department: "yx-sti", rollUp: "union" },
    definition: "期末有效的高新技术企业数。",
    definitionEn: "Enterprises recognised as high-tech at the end of the period.",
  }),
  indicator("yx-incubators", "市级以上孵化器数", "Incubators of city level or above", { department: "yx-sti" }),
  indicator("yx-patents", "发明专利授权量", "Invention patents granted", {
    ...{ unit: "件", measure: "flow", timing: "span", department: "yx-sti" },
  }),
  indicator("yx-new-firms", "新增规模以上工业企业数", "New above-scale industrial enterprises", {
    ...{ measure: "flow", timing: "span", department: "yx-miit" },
  }),
  indicator("yx-jobs", "期末从业人员", "People employed at the end of the period", { unit: "人" }),
  indicator("yx-platform", "公共技术服务平台建成", "Public technology platform in service", {
    ...{ unit: "", measure: "milestone", rollUp: "none", department: "yx-sti" },
  }),
  indicator("yx-alliance", "培育一批产业技术联盟", "A number of technology alliances", {
    unit: "个",
    department: "yx-sti",
  }),
];

/** What a quarterly form asks for. */
export const demoLines = [
  "yx-output",
  "yx-new-output",
  "yx-new-share",
  "yx-rd",
  "yx-hightech",
  "yx-incubators",
  "yx-patents",
  "yx-new-firms",
  "yx-jobs",
] as const;

const part = {
  scope: null,
  scopeEn: null,
  population: null,
  populationEn: null,
  denominator: null,
  denominatorEn: null,
};

export const demoCaliber: Caliber = {
  ...{ code: "yx-park", name: "园区全口径", nameEn: "All of the park" },
  ...part,
  ...{ level: null, levelEn: null, price: null, priceEn: null, classification: null, classificationEn: null },
  ...{
    scope: "园区管理范围内",
    scopeEn: "Within the park",
    population: "全部法人单位",
    populationEn: "All legal units",
  },
};
