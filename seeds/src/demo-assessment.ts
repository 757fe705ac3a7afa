import type { Caliber } from "@yuanbiao/core/caliber";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { Observation } from "@yuanbiao/core/observation";
import { exact, roundTo } from "@yuanbiao/core/quantity";
import type { Target } from "@yuanbiao/core/target";
import { demoParks } from "./demo-places.ts";

/** What the assessments of the demonstration rest on: figures of 2016 to 2020, targets of 2020 with a yearly plan. */
export const assessedYears = [2016, 2017, 2018, 2019, 2020] as const;
const plannedYears = assessedYears;

interface Measured {
  readonly code: string;
  readonly caliber: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly decimals: number;
  readonly measure: Indicator["measure"];
  readonly owner: string;
  /** Of each park in 2016, how much of it is added a year, and how much the plan asks for. */
  readonly starts: readonly number[];
  readonly grown: number;
  readonly planned: number;
}

/** The same indicators as in the shipped sample, each in a stated caliber; parks in the order of demoParks. */
export const measured: readonly Measured[] = [
  {
    ...{ code: "output-share", caliber: "den-city-output", unit: "%", decimals: 2, measure: "ratio", owner: "yx-stat" },
    ...{ name: "工业总产值占全市比重", nameEn: "Share of the city's industrial output" },
    ...{ starts: [21.4, 17.2, 10.1, 7.3, 4.4, 3.1], grown: 0.021, planned: 0.025 },
  },
  {
    ...{ code: "above-scale-industrial-firms", caliber: "above-scale", unit: "家", decimals: 0, measure: "stock" },
    ...{ name: "规模以上工业企业数", nameEn: "Above-scale industrial firms", owner: "yx-miit" },
    ...{ starts: [186, 154, 97, 71, 38, 26], grown: 0.042, planned: 0.05 },
  },
  {
    ...{ code: "sei-share", caliber: "den-output", unit: "%", decimals: 2, measure: "ratio", owner: "yx-stat" },
    ...{ name: "战略性新兴产业产值占比（年度）", nameEn: "Share of strategic emerging industries (yearly)" },
    ...{ starts: [22.5, 15.8, 11.2, 8.6, 19.4, 33.7], grown: 0.055, planned: 0.06 },
  },
  {
    ...{ code: "four-new-share", caliber: "den-sei", unit: "%", decimals: 2, measure: "ratio", owner: "yx-stat" },
    ...{ name: "四大新产业产值占比", nameEn: "Share of the four new industries" },
    ...{ starts: [9.6, 7.4, 5.1, 3.9, 8.8, 12.5], grown: 0.07, planned: 0.06 },
  },
  {
    ...{ code: "regional-incubators", caliber: "level-region", unit: "个", decimals: 0, measure: "stock" },
    ...{ name: "自治区级以上孵化器数", nameEn: "Incubators of regional level or above", owner: "yx-sti" },
    ...{ starts: [6, 4, 3, 2, 3, 5], grown: 0.16, planned: 0.2 },
  },
  {
    ...{ code: "incubated-startups", caliber: "cumulative", unit: "家", decimals: 0, measure: "cumulative" },
    ...{ name: "累计孵化创业企业数", nameEn: "Start-ups incubated, cumulative", owner: "yx-sti" },
    ...{ starts: [420, 260, 150, 96, 180, 340], grown: 0.13, planned: 0.12 },
  },
  {
    ...{ code: "national-hitech-firms", caliber: "valid-period", unit: "家", decimals: 0, measure: "stock" },
    ...{ name: "国家级高新技术企业数", nameEn: "National high-tech enterprises", owner: "yx-sti" },
    ...{ starts: [262, 148, 74, 41, 55, 107], grown: 0.0687, planned: 0.145 },
  },
  {
    ...{
      code: "rd-intensity",
      caliber: "above-scale-firms",
      unit: "%",
      decimals: 2,
      measure: "ratio",
      owner: "yx-stat",
    },
    ...{ name: "规上企业研发投入占营业收入比重", nameEn: "R&D spending of above-scale firms over revenue" },
    ...{ starts: [2.4, 1.9, 1.5, 1.1, 1.8, 3.6], grown: 0.05, planned: 0.045 },
  },
  {
    ...{ code: "invention-patents-per-10k", caliber: "den-resident", unit: "件/万人", decimals: 2, measure: "ratio" },
    ...{ name: "每万人发明专利拥有量", nameEn: "Invention patents per 10,000 people", owner: "yx-sti" },
    ...{ starts: [18.5, 11.2, 7.6, 5.4, 9.9, 24.8], grown: 0.09, planned: 0.1 },
  },
];

/** What parks did better or worse than the common pace: a year's figure times this; made up. */
const pace: readonly (readonly number[])[] = [
  [1, 1, 1, 0.99, 1.01, 0.98, 1, 1.02, 1],
  [0.98, 1.01, 1.03, 1, 1, 1.02, 1.04, 0.99, 1.01],
  [1.02, 0.97, 0.95, 1.04, 1, 0.96, 0.97, 1, 0.94],
  [0.95, 0.99, 0.9, 0.96, 1, 0.93, 0.98, 0.9, 0.97],
  [1.01, 1.02, 1.05, 1.03, 1, 1.01, 1.05, 1.04, 1.03],
  [1.03, 1.04, 1.02, 1.01, 1, 1.06, 1.01, 1.01, 1.02],
];

function grownTo(
  { starts, decimals }: Measured,
  park: number,
  { rate, years }: { rate: number; years: number },
): string {
  const value = (starts[park] ?? 1) * (1 + rate) ** years;
  return roundTo(exact(value.toFixed(6)), decimals);
}

/** The made-up figure of a park, an indicator and a year. */
export function assessedValue(park: number, at: number, year: number): string {
  const own = measured[at];
  if (own === undefined) return "0";
  const value = exact(grownTo(own, park, { rate: own.grown, years: year - 2016 }));
  // Whoever was ahead in the first year is not the one who is ahead later.
  const factor = pace[year === 2016 ? demoParks.length - 1 - park : park]?.[at] ?? 1;
  return roundTo(value.times(factor), own.decimals);
}

const bare = { departmentFrom: null, departmentTo: null, numerator: null, denominator: null } as const;

export const assessmentIndicators: Indicator[] = measured.map(
  ({ code, name, nameEn, unit, decimals, measure, owner }) => ({
    ...{ code, name, nameEn, unit, decimals, measure, direction: "up", timing: measure === "ratio" ? "span" : "point" },
    ...{ whole: decimals === 0, rollUp: measure === "ratio" ? "none" : "sum", department: owner },
    ...{ definition: null, definitionEn: null },
    ...bare,
  }),
);

const unsaid = {
  ...{ scope: null, scopeEn: null, population: null, populationEn: null, denominator: null, denominatorEn: null },
  ...{ level: null, levelEn: null, price: null, priceEn: null, classification: null, classificationEn: null },
} as const;

function caliber(code: string, name: string, nameEn: string, more: Partial<Caliber>): Caliber {
  return { ...unsaid, code, name, nameEn, ...more };
}

export const assessmentCalibers: Caliber[] = [
  caliber("den-city-output", "分母为全市工业总产值", "Of the city's industrial output", {
    ...{ denominator: "全市工业总产值", denominatorEn: "the city's industrial output" },
  }),
  caliber("above-scale", "规模以上", "Above scale", { population: "规模以上", populationEn: "above scale" }),
  caliber("den-output", "分母为园区工业总产值", "Of the park's industrial output", {
    ...{ denominator: "园区工业总产值", denominatorEn: "the park's industrial output" },
  }),
  caliber("den-sei", "分母为战略性新兴产业产值", "Of strategic emerging industries", {
    ...{ denominator: "战略性新兴产业产值", denominatorEn: "output of strategic emerging industries" },
  }),
  caliber("level-region", "自治区级以上", "Regional level or above", {
    level: "自治区级以上",
    levelEn: "regional or above",
  }),
  caliber("cumulative", "2016年起累计", "Cumulative since 2016", { scope: "2016年起累计", scopeEn: "since 2016" }),
  caliber("valid-period", "期末有效", "Valid at the end", { scope: "期末证书有效", scopeEn: "valid at the end" }),
  caliber("above-scale-firms", "规模以上工业企业", "Above-scale industrial firms", {
    ...{ population: "规模以上工业企业", populationEn: "above-scale industrial firms" },
  }),
  caliber("den-resident", "分母为常住人口", "Per resident", { denominator: "常住人口", denominatorEn: "residents" }),
];

const document = {
  kind: "policy",
  publisher: "云溪市人民政府",
  validity: "in-force",
  address: null,
  grade: "original",
  note: null,
  noteEn: null,
} as const;

export const assessmentDocuments: PolicyDocument[] = [
  {
    ...document,
    ...{
      code: "yx-2016-plan",
      name: "云溪自主创新示范区建设方案（演示）",
      nameEn: "Plan for the zone (demonstration)",
    },
    ...{ number: "云政发〔2016〕8号（演示）", publishedOn: "2016-12-20" },
  },
  {
    ...document,
    ...{
      code: "yx-2017-parts",
      name: "云溪示范区目标分年度计划（演示）",
      nameEn: "Yearly plan of the targets (demonstration)",
    },
    ...{ number: "云示组〔2017〕2号（演示）", publishedOn: "2017-01-16" },
  },
];

const blank = {
  ...{ valueMax: null, tolerance: null, memberComparator: null, members: [], start: null, readings: [], band: null },
  ...{ series: null, nestedIn: null, conflicts: [], decision: null, note: null, noteEn: null, path: null },
} as const;

/** What the yearly plan asks of a park in a year; of the high-tech zone 300 high-tech enterprises in 2017. */
export function plannedValue(park: number, at: number, year: number): string {
  const own = measured[at];
  return own === undefined ? "0" : grownTo(own, park, { rate: own.planned, years: year - 2016 });
}

/** A target of every park and indicator for 2020, decomposed by year. */
export function assessmentTargets(): Target[] {
  return demoParks.flatMap((area, park) =>
    measured.map(({ code, caliber: counted, name, nameEn, unit, owner }, at): Target => {
      const value = plannedValue(park, at, 2020);
      return {
        ...blank,
        ...{ members: [], readings: [], conflicts: [] },
        ...{ id: `YX-${area.replace("yx-", "")}-${code}`, kind: "target", area, areaBasis: "stated", indicator: code },
        ...{ caliber: counted, due: "2020", comparator: "gte", value, nature: "expected", aspirational: false },
        ...{ name: `${name}达到${value}${unit}`, nameEn: `${nameEn}: ${value}` },
        ...{ citations: [{ document: "yx-2016-plan", clause: "二" }], owes: owner, owesBasis: "document" },
        decomposition: plannedYears.map((year) => ({
          ...{ period: String(year), area: null, value: plannedValue(park, at, year) },
          ...{ document: "yx-2017-parts", clause: "附表" },
        })),
      };
    }),
  );
}

/** Adopted figures of every park, indicator and year. */
export function assessmentFigures(): Observation[] {
  return demoParks.flatMap((area, park) =>
    measured.flatMap(({ code, caliber: counted, unit }, at) =>
      assessedYears.map(
        (year): Observation => ({
          id: `${area}.${code}.${year}`.replaceAll("yx-", ""),
          ...{ area, indicator: code, caliber: counted, period: String(year), periodBasis: "stated", state: "value" },
          ...{ value: assessedValue(park, at, year), text: null, textEn: null, unit, qualifier: "=", stage: "annual" },
          ...{
            role: "adopted",
            reportedGrowth: null,
            priorComparable: null,
            document: "yx-bulletin",
            clause: `${year}年`,
          },
          ...{ publishedOn: `${year + 1}-04`, class: "public", enterprises: null, note: null, noteEn: null },
        }),
      ),
    ),
  );
}
