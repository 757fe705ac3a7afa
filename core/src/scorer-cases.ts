import { type ScorerCase, spreadCases } from "./scorer-case.ts";

/** For tests: requests to the scorers with the points that they must give, each with where its rule is from. */
export const scorerCases: readonly ScorerCase[] = spreadCases([
  {
    weight: "10",
    scorer: { type: "completion", cap: "1", floor: "0" },
    rows: [
      ["LIN-1", { actual: "280", target: "300" }, "9.33"],
      ["LIN-2", { actual: "330", target: "300" }, "10.00"],
    ],
  },
  {
    weight: "10",
    scorer: { type: "completion", cap: "1.2", floor: "0" },
    rows: [
      ["LIN-3", { actual: "330", target: "300" }, "11.00"],
      ["LIN-4", { actual: "400", target: "300" }, "12.00"],
    ],
  },
  {
    weight: "10",
    scorer: { type: "inverse-completion", convention: "target-over-actual", cap: "1" },
    rows: [["INV-1", { actual: "0.44", target: "0.40" }, "9.09"]],
  },
  {
    weight: "10",
    scorer: { type: "inverse-completion", convention: "two-minus", cap: "1" },
    rows: [["INV-2", { actual: "0.44", target: "0.40" }, "9.00"]],
  },
  {
    weight: "10",
    scorer: { type: "inverse-completion", convention: "from-baseline", cap: "1" },
    rows: [["INV-3", { actual: "0.44", target: "0.40", baseline: "0.50" }, "6.00"]],
  },
  {
    source: "lawyee 17064108",
    weight: "40",
    scorer: {
      type: "completion-steps",
      steps: [
        { from: "1", points: "40" },
        { from: "0.9", points: "36" },
        { from: "0.8", points: "32" },
        { from: "0.7", points: "28" },
        { from: "0.6", points: "24" },
        { from: "0.5", points: "20" },
        { from: "0", points: "0" },
      ],
      excess: { every: "0.1", points: "3", max: "9" },
      unfinishedBelow: "1",
    },
    rows: [
      ["STEP40-1", { actual: "4.00", target: "4.00" }, "40.00"],
      ["STEP40-2", { actual: "3.70", target: "4.00" }, "36.00", ["unfinished"]],
      ["STEP40-3", { actual: "1.90", target: "4.00" }, "0.00", ["unfinished"]],
      ["STEP40-4", { actual: "4.90", target: "4.00" }, "46.00"],
    ],
  },
  {
    source: "lawyee 17049726",
    weight: "30",
    scorer: {
      type: "completion-steps",
      steps: [
        { from: "1", points: "30" },
        { from: "0", points: "0" },
      ],
      excess: { every: "0.1", points: "1", max: "5" },
      unfinishedBelow: "1",
    },
    rows: [
      ["STEP30-1", { rate: "1.099" }, "30.00"],
      ["STEP30-2", { rate: "1.1" }, "31.00"],
    ],
  },
  {
    source: "旌德县亩均效益 2022",
    weight: "15",
    scorer: { type: "min-max", floor: "0.2", direction: "up", degenerate: "full" },
    rows: [["MM-1", { values: { A: "12", B: "30", C: "48" } }, { A: "3.00", B: "9.00", C: "15.00" }]],
  },
  {
    weight: "15",
    scorer: { type: "min-max", floor: "0", direction: "down", degenerate: "full" },
    rows: [["MM-2", { values: { A: "12", B: "30", C: "48" } }, { A: "15.00", B: "7.50", C: "0.00" }]],
  },
  {
    weight: "10",
    scorer: { type: "min-max", floor: "0", direction: "up", degenerate: "full" },
    rows: [["MM-3/full", { values: { A: "5", B: "5" } }, { A: "10.00", B: "10.00" }]],
  },
  {
    weight: "10",
    scorer: { type: "min-max", floor: "0", direction: "up", degenerate: "mid" },
    rows: [["MM-3/mid", { values: { A: "5", B: "5" } }, { A: "6.00", B: "6.00" }]],
  },
  {
    weight: "10",
    scorer: { type: "min-max", floor: "0", direction: "up", degenerate: "zero" },
    rows: [["MM-3/zero", { values: { A: "5", B: "5" } }, { A: "0.00", B: "0.00" }]],
  },
  {
    source: "exam item, 222.198.130.40",
    weight: "100",
    scorer: { type: "efficacy", satisfactory: "12", unallowable: "6", base: "60", span: "40" },
    rows: [["EFF-1", { value: "5.81" }, "58.73"]],
  },
  {
    weight: "100",
    scorer: { type: "efficacy", satisfactory: "0.30", unallowable: "0.50", base: "60", span: "40" },
    rows: [["EFF-2", { value: "0.35" }, "90.00"]],
  },
  {
    source: "黄岩区 2022 年度规上公式; inputs constructed",
    weight: "30",
    scorer: { type: "benchmark-ratio" },
    rounding: { mode: "half-up", scale: 3 },
    rows: [["BM-1/亩均税收", { value: "30", benchmark: "24.097" }, "37.349"]],
  },
  {
    source: "黄岩区 2022 年度规上公式; inputs constructed",
    weight: "20",
    scorer: { type: "benchmark-ratio" },
    rounding: { mode: "half-up", scale: 3 },
    rows: [
      ["BM-1/亩均增加值", { value: "150", benchmark: "136.16" }, "22.033"],
      ["BM-1/单位能耗增加值", { value: "2.5", benchmark: "2.694" }, "18.560"],
    ],
  },
  {
    source: "黄岩区 2022 年度规上公式; inputs constructed",
    weight: "10",
    scorer: { type: "benchmark-ratio" },
    rounding: { mode: "half-up", scale: 3 },
    rows: [
      ["BM-1/全员劳动生产率", { value: "20", benchmark: "18.14" }, "11.025"],
      ["BM-1/R&D占比", { value: "0.0250", benchmark: "0.0302" }, "8.278"],
    ],
  },
  {
    source: "江苏某市 2011 (kleyou 17316400)",
    weight: "4",
    scorer: { type: "level-growth", baseShare: "0.8", every: "5", points: "1", maxBonusShare: "0.5" },
    rows: [
      ["BASE80-1", { growth: "0" }, "3.20"],
      ["BASE80-2", { growth: "4.9" }, "3.20"],
      ["BASE80-3", { growth: "5" }, "4.20"],
      ["BASE80-4", { growth: "12" }, "5.20"],
    ],
  },
  {
    source: "智慧园区综合评价表 book118",
    weight: "3",
    scorer: {
      type: "tiers",
      tiers: [
        { to: "20", toInclusive: true, points: "1.8" },
        { from: "20", fromInclusive: false, to: "80", toInclusive: true, points: "2.4" },
        { from: "80", fromInclusive: false, points: "3.0" },
      ],
    },
    rows: [
      ["TIER-利润总额 亿元(上界含)/80", { value: "80" }, "2.40"],
      ["TIER-利润总额 亿元(上界含)/80.01", { value: "80.01" }, "3.00"],
      ["TIER-利润总额 亿元(上界含)/20", { value: "20" }, "1.80"],
      ["TIER-利润总额 亿元(上界含)/20.01", { value: "20.01" }, "2.40"],
    ],
  },
  {
    source: "智慧园区综合评价表 book118",
    weight: "3",
    scorer: {
      type: "tiers",
      tiers: [
        { to: "0", toInclusive: false, points: "0" },
        { from: "0", fromInclusive: true, to: "10", toInclusive: false, points: "0.9" },
        { from: "10", fromInclusive: true, to: "15", toInclusive: false, points: "1.8" },
        { from: "15", fromInclusive: true, to: "20", toInclusive: false, points: "2.4" },
        { from: "20", fromInclusive: true, points: "3.0" },
      ],
    },
    rows: [
      ["TIER-利润增长率 %(下界含)/20", { value: "20" }, "3.00"],
      ["TIER-利润增长率 %(下界含)/19.99", { value: "19.99" }, "2.40"],
      ["TIER-利润增长率 %(下界含)/15", { value: "15" }, "2.40"],
      ["TIER-利润增长率 %(下界含)/10", { value: "10" }, "1.80"],
      ["TIER-利润增长率 %(下界含)/0", { value: "0" }, "0.90"],
      ["TIER-利润增长率 %(下界含)/-0.01", { value: "-0.01" }, "0.00"],
    ],
  },
  {
    weight: "10",
    scorer: { type: "rank-points", ties: "competition", formula: "linear", direction: "up" },
    rows: [
      [
        "RANK-1/competition",
        { values: { A: "12.1", B: "11.0", C: "11.0", D: "9.5" } },
        { A: "10.00", B: "7.50", C: "7.50", D: "2.50" },
      ],
    ],
  },
  {
    weight: "10",
    scorer: { type: "rank-points", ties: "average", formula: "linear", direction: "up" },
    rows: [
      [
        "RANK-1/average",
        { values: { A: "12.1", B: "11.0", C: "11.0", D: "9.5" } },
        { A: "10.00", B: "6.25", C: "6.25", D: "2.50" },
      ],
    ],
  },
  {
    source: "广西重大项目考核 (no URL)",
    weight: "25",
    scorer: {
      type: "count-target",
      points: "25",
      over: { every: "1", points: "0.1" },
      under: { every: "1", points: "-0.1" },
      clamp: "3",
    },
    rows: [
      ["GX-1/30", { actual: "30", target: "30" }, "25.00"],
      ["GX-1/41", { actual: "41", target: "30" }, "26.10"],
      ["GX-1/80", { actual: "80", target: "30" }, "28.00"],
      ["GX-1/22", { actual: "22", target: "30" }, "24.20"],
      ["GX-1/0", { actual: "0", target: "30" }, "22.00"],
    ],
  },
  {
    weight: "5",
    scorer: { type: "panel", trim: 1, minJudges: 3, scale: "100" },
    rows: [["EXP-1", { scores: ["88", "92", "75", "95", "90"] }, "4.50"]],
  },
  {
    source: "皖政办秘〔2010〕126号; inputs constructed",
    weight: "100",
    scorer: {
      type: "composite",
      parts: [
        { share: "0.2", of: "target" },
        {
          share: "0.8",
          of: {
            parts: [
              { share: "0.4", of: "static" },
              { share: "0.6", of: "dynamic" },
            ],
          },
        },
      ],
    },
    rows: [["WJ-1", { target: "92", static: "70", dynamic: "85", bonus: "2" }, "83.60"]],
  },
  {
    source: "安徽开发区考核 第十条",
    weight: "100",
    scorer: {
      type: "adjustments",
      items: [
        { code: "central", points: "-0.3" },
        { code: "provincial", points: "-0.2" },
        { code: "accident", points: "-1" },
      ],
    },
    rows: [["DED-1", { base: "86.40", counts: { central: 2, provincial: 1, accident: 1 } }, "84.60"]],
  },
  {
    source: "GB/T 8170 五成双 vs 四舍五入",
    weight: "1",
    scorer: { type: "completion", cap: "9", floor: "0" },
    rows: [["RND-2.345/half-up", { actual: "2.345", target: "1" }, "2.35"]],
  },
  {
    source: "GB/T 8170 五成双 vs 四舍五入",
    weight: "1",
    scorer: { type: "completion", cap: "9", floor: "0" },
    rounding: { mode: "half-even", scale: 2 },
    rows: [["RND-2.345/half-even", { actual: "2.345", target: "1" }, "2.34"]],
  },
  {
    source: "GB/T 8170 五成双 vs 四舍五入",
    weight: "1",
    scorer: { type: "completion", cap: "99", floor: "0" },
    rows: [["RND-0.125/half-up", { actual: "0.125", target: "1" }, "0.13"]],
  },
  {
    source: "GB/T 8170 五成双 vs 四舍五入",
    weight: "1",
    scorer: { type: "completion", cap: "99", floor: "0" },
    rounding: { mode: "half-even", scale: 2 },
    rows: [["RND-0.125/half-even", { actual: "0.125", target: "1" }, "0.12"]],
  },
]);
