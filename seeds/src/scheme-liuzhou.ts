import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion, Group } from "@yuanbiao/core/scheme-criterion";
import {
  againstTarget,
  byJudges,
  draftCriterion,
  draftGroup,
  draftScheme,
  mark,
  noAdjustments,
  noGrades,
  noRule,
} from "./scheme-parts.ts";

const noWeight = mark(
  "weight",
  "文件只点出考核重点，未给权重，试算用等权。",
  "The document names what is assessed, not with which weight; equal weights serve for trials.",
);
const noDenominator = mark(
  "caliber",
  "文件未写明分母，口径待核。",
  "The document leaves the denominator unwritten; the caliber is still to be settled.",
);

type Subject = readonly [indicator: string, caliber: string, name: string, nameEn: string];

/** A target of the documents, by the share of it that is reached. */
function reached([indicator, caliber, name, nameEn]: Subject, more: Criterion["unverified"] = []): Criterion {
  return draftCriterion({
    ...{ code: indicator, name, nameEn, indicator, caliber, ...againstTarget },
    unverified: [noWeight, noRule, ...more],
  });
}

function focus(code: string, [name, nameEn]: readonly [string, string], criteria: Criterion[]): Group {
  return draftGroup({ code, name, nameEn, weight: "20", criteria, unverified: [noWeight] });
}

const foci = (): Group[] => [
  focus(
    "industries",
    ["自主创新示范特色产业发展", "Characteristic industries of the zone"],
    [
      reached(["output-share", "den-city-output", "工业总产值占全市比重", "Share of the city's industrial output"]),
      reached(["above-scale-industrial-firms", "above-scale", "规模以上工业企业数", "Above-scale industrial firms"]),
    ],
  ),
  focus(
    "emerging",
    ["新兴产业培育", "Growing emerging industries"],
    [
      reached(
        ["sei-share", "den-unstated", "战略性新兴产业产值占比", "Share of strategic emerging industries"],
        [noDenominator],
      ),
      reached(["four-new-share", "den-sei", "四大新产业产值占比", "Share of the four new industries"]),
    ],
  ),
  focus(
    "incubation",
    ["创业孵化能力", "Incubation of start-ups"],
    [
      reached(["regional-incubators", "level-region", "自治区级以上孵化器数", "Incubators of regional level or above"]),
      reached(
        ["incubated-startups", "cumulative", "累计孵化创业企业数", "Start-ups incubated, cumulative"],
        [
          mark(
            "caliber",
            "文件未写累计的起点与统计范围。",
            "The document does not say since when, or where, it is counted.",
          ),
        ],
      ),
    ],
  ),
  focus(
    "talent",
    ["人才引进培养", "Attracting and training talent"],
    [
      draftCriterion({
        ...{
          code: "talent",
          name: "人才引进培养（专家评分）",
          nameEn: "Attracting and training talent (judged)",
          ...byJudges,
        },
        unverified: [
          noWeight,
          mark(
            "scorer",
            "文件没有人才方面的量化目标，指标与计分办法待核，试算时由专家评分。",
            "The documents set no number for talent; the indicator and its rule are still to be settled, judges score in trials.",
          ),
        ],
      }),
    ],
  ),
  focus(
    "firms",
    ["企业自主创新", "Innovation by firms"],
    [
      reached(["national-hitech-firms", "valid-period", "国家级高新技术企业数", "National high-tech enterprises"]),
      reached([
        "rd-intensity",
        "above-scale-firms",
        "规上企业研发投入占营业收入比重",
        "R&D spending of above-scale firms over revenue",
      ]),
      reached(
        ["invention-patents-per-10k", "den-unstated", "每万人发明专利拥有量", "Invention patents per 10,000 people"],
        [noDenominator],
      ),
    ],
  ),
];

/**
 * A sample for the Liuzhou zone on the five foci that 柳政规〔2018〕21号, 六（五） names. Indicators are those for which the
 * two documents of 2018 set targets; weights and rules no source gives.
 */
export function liuzhouZone2018(): Scheme {
  return draftScheme({
    ...{ code: "liuzhou-zone-2018", name: "柳州自主创新示范区考核方案（样例）" },
    nameEn: "Assessment of the Liuzhou demonstration zone (sample)",
    ...{ evaluationYear: 2018, dataYear: 2017 },
    parkTypes: [
      { code: "zone", name: "示范区", nameEn: "Demonstration zone" },
      { code: "park", name: "园区", nameEn: "Park" },
    ],
    pools: [
      { code: "zones", name: "示范区组", nameEn: "Zones", types: ["zone"] },
      { code: "parks", name: "园区组", nameEn: "Parks", types: ["park"] },
    ],
    groups: foci(),
    sources: [
      {
        ...{ title: "柳州自主创新示范区建设实施方案", number: "柳政规〔2018〕21号", issuer: "柳州市人民政府" },
        ...{ issuedOn: null, clause: "六（五）" },
      },
    ],
    unverified: [
      mark(
        "dataYear",
        "文件未写采用哪一年的数据，暂按考核年上一年。",
        "The document does not say which year's figures are used; the year before, until it is set.",
      ),
      mark(
        "pools",
        "文件未写分组，暂按示范区与园区各为一组。",
        "The document names no pools; zones and parks are one each until they are set.",
      ),
      noGrades,
      noAdjustments,
    ],
    note: "样例：五个考核重点取自实施方案，其余由考核办确定。",
    noteEn: "A sample: the five foci are the plan's, everything else is for the assessment office to set.",
  });
}
