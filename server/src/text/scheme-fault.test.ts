import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import { type SchemeFault, schemeFaultCodes } from "@yuanbiao/core/scheme-fault";
import { validateScheme } from "@yuanbiao/core/scheme-validate";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { schemeFaultText, schemeFaultTitle } from "./scheme-fault.ts";
import { schemePlaceText } from "./scheme-place.ts";

const names = { name: (_kind: string, code: string) => code };
const named = (code: string) => ({ code, name: code, nameEn: null });
const gaps = [
  { from: "10", points: "4" },
  { from: "5", to: "8", points: "2" },
  { to: "5", points: "0" },
];

/** Wrong in as many ways as one scheme can be. */
const broken = exampleScheme({
  ...{ dataYear: 2019, fullMark: "11", order: ["vetoes", "grades", "grades", "ranks"] },
  parkTypes: [named("hitech"), named("cluster"), named("port")],
  pools: [
    { ...named("first"), types: ["hitech", "cluster", "lost"] },
    { ...named("second"), types: ["cluster"] },
  ],
  groups: [
    exampleGroup({
      criteria: [
        exampleCriterion({ weight: "-1", indicator: null, missing: "zero" }),
        exampleCriterion({
          scorer: { type: "tiers", tiers: gaps },
          inputs: { value: { from: "benchmark", field: "max" }, sum: { from: "figure" } },
        }),
        exampleCriterion({ code: "c", weight: "0", inputs: { actual: { from: "criterion", code: "lost" } } }),
        exampleCriterion({
          code: "d",
          scorer: { type: "completion", cap: "-1" },
          unverified: [{ field: "lost", reason: "r", reasonEn: null }],
        }),
      ],
    }),
    exampleGroup({ code: "part", role: "part", weight: "3" }),
  ],
  ties: { rule: "competition", chain: [{ by: "group", code: "lost" }, { by: "exact-total" }, { by: "exact-total" }] },
  grades: [
    { ...named("a"), from: "5", quota: { kind: "percent", value: "60" } },
    { ...named("b"), from: "50", quota: { kind: "percent", value: "50" } },
    { ...named("c"), from: "1", quota: { kind: "count", value: "1.5" } },
  ],
  adjustments: { items: [{ ...named("award"), points: "1", cap: "-1" }], cap: "-2" },
  vetoes: [
    {
      ...named("v"),
      when: { kind: "points-below", criterion: "firms", share: "2" },
      effect: { kind: "drop-grade", by: 3 },
    },
    { ...named("w"), when: { kind: "target-missed", criterion: "firms" }, effect: { kind: "lock-grade", grade: "z" } },
  ],
  windows: [{ ...named("x"), years: 2, atLeast: 3, test: { kind: "last", places: 1 }, effect: { kind: "warn" } }],
  visibility: { grade: "public", rank: "own", total: "group", lines: "public" },
});
const target = { id: "T1", indicator: "firms", caliber: "all", nature: "expected", aspirational: false } as const;
const faults = validateScheme(broken, {
  areas: [{ code: "A", type: "cluster" }],
  indicators: new Map(),
  targets: [target, { ...target, id: "T2", aspirational: true }],
});

describe("a fault of a scheme", () => {
  it.each(languages)("has words for every code, with a title of its own (%s)", (language) => {
    const titles = schemeFaultCodes.map((code) => schemeFaultTitle(language, code));
    expect(titles.filter((title) => title === "" || /[。.]$/.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(schemeFaultCodes.length);
  });
  it.each(languages)("leaves nothing open in what the validator really says (%s)", (language) => {
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(30);
    const texts = faults.map((fault) => schemeFaultText(language, fault, names));
    expect(texts.filter((text) => /undefined|null|[{}—[\]]/.test(text))).toEqual([]);
  });
  it.each<[string, SchemeFault, string, string]>([
    [
      "the weights",
      { path: "groups", code: "weights-not-full-mark", figures: { type: "hitech", sum: "90", fullMark: "100" } },
      "分组：各组权重之和不等于满分（“hitech”合计 90，满分 100）。",
      "Groups: the weights of the groups do not add up to the full mark (hitech: 90 of 100).",
    ],
    [
      "tiers with a gap, in the words of the scoring rules",
      { path: "groups[1].criteria[0].scorer.tiers[2].from", code: "tier-gap", figures: { from: "8", to: "10" } },
      "第2组第1项：计分规则第3档起点：8 与 10 之间的数值不属于任何一档。",
      "Group 2, criterion 1: scoring rule, tier 3, from: Values between 8 and 10 belong to no tier.",
    ],
    [
      "a code that is there twice",
      { path: "grades[1].code", code: "repeated-code", figures: { code: "good" } },
      "第2个等次代码：同一个代码只能出现一次：“good”。",
      "Grade 2, code: A code may be used once: good.",
    ],
    [
      "a benchmark",
      {
        ...{ path: "groups[0].criteria[1].benchmarks", code: "benchmark-missing" },
        figures: { field: "satisfactory", type: "hitech", year: "2017" },
      },
      "第1组第2项：基准值：没有数据年度的基准值（“hitech”2017 年的满意值）。",
      "Group 1, criterion 2: benchmarks: there is no benchmark for the data year (satisfactory value, hitech, 2017).",
    ],
    [
      "totals that give the ranks away",
      { path: "visibility.total", code: "total-above-rank", figures: { total: "public", rank: "group" } },
      "公开范围总分：总分的公开范围大于名次的，而名次可以由总分看出（总分“公开”，名次“同一比较组”）。",
      "Visibility, total: more people would see the total than the rank, which follows from the totals (total: everybody; rank: its pool).",
    ],
    [
      "an input whose name every object has",
      { path: "groups[0].criteria[0].inputs.constructor", code: "input-unknown", figures: { input: "constructor" } },
      "第1组第1项：取数“constructor”：计分规则没有这个输入（“constructor”）。",
      'Group 1, criterion 1: inputs, "constructor": the rule has no such input (constructor).',
    ],
  ])("reads well: %s", (_name, fault, chinese, english) => {
    expect(languages.map((language) => schemeFaultText(language, fault, names))).toEqual([chinese, english]);
  });
});

it.each([
  ["groups[0].criteria[2].inputs.目标", "第1组第3项：取数“目标”", 'Group 1, criterion 3: inputs, "目标"'],
  ["vetoes[0].when.criterion", "第1条否决条件所指指标", "Veto 1, when, criterion"],
  ["groups[0].weights.hitech", "第1组：分类型权重“hitech”", 'Group 1: weights by type, "hitech"'],
  ["adjustments.items[3].cap", "加减分第4个加减分项上限", "Adjustments, item 4, cap"],
  ["groups[0].weights.constructor", "第1组：分类型权重“constructor”", 'Group 1: weights by type, "constructor"'],
  ["order[1]", "计算次序第2步", "Step 2 of the order"],
])("says where %s is", (path, chinese, english) => {
  expect(languages.map((language) => schemePlaceText(language, path))).toEqual([chinese, english]);
});
