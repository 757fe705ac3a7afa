import type { Scheme } from "@yuanbiao/core/scheme";
import { compareSchemes } from "@yuanbiao/core/scheme-compare";
import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import { expect, it } from "vitest";
import { en } from "../../text/en.ts";
import { zh } from "../../text/zh.ts";
import { comparisonRows, type ValueSpeech } from "./comparison-rows.ts";

const speech: ValueSpeech = {
  ...{
    words: { ...zh.schemeForm, ...zh.schemeRule },
    isEnglish: false,
    none: "—",
    yes: "是",
    no: "否",
    list: "、",
    arrow: " → ",
  },
  pair: (label, value) => `${label} ${value}`,
  coded: (name, code) => `${name}（${code}）`,
};
const second = exampleCriterion({ code: "share", name: "占比", nameEn: "Share" });
const last = exampleScheme({ groups: [exampleGroup({ criteria: [exampleCriterion(), second] })] });
const [group = exampleGroup()] = last.groups;
const withCriteria = (criteria: Scheme["groups"][number]["criteria"]): Scheme => ({
  ...last,
  groups: [{ ...group, criteria }],
});

function rows(after: Scheme, own: ValueSpeech = speech) {
  const differences = compareSchemes(last, after).map((one) => ({ ...one, place: one.path }));
  return comparisonRows(differences, own).map(({ kind, before, after: now }) => [kind, before, now]);
}
const [first = exampleCriterion()] = group.criteria;

it.each<[string, Scheme, string[][]]>([
  ["nothing", last, []],
  ["a year", { ...last, dataYear: 2018 }, [["changed", "2017", "2018"]]],
  [
    "a choice",
    { ...last, rounding: { ...last.rounding, mode: "half-even" } },
    [["changed", "四舍五入", "四舍六入五成双"]],
  ],
  [
    "a new criterion",
    withCriteria([...group.criteria, exampleCriterion({ code: "new", name: "新增" })]),
    [["added", "—", "新增（new）"]],
  ],
  ["a criterion less", withCriteria([first]), [["removed", "占比（share）", "—"]]],
  ["another order", withCriteria([second, first]), [["moved", "firms → share", "share → firms"]]],
  [
    "steps of a rule",
    withCriteria([{ ...first, scorer: { type: "completion", cap: "1.2", floor: "0" } }, second]),
    [["changed", "1", "1.2"]],
  ],
  [
    "a benchmark",
    withCriteria([
      {
        ...first,
        benchmarks: [
          { year: 2017, type: null, min: "1", max: "9", satisfactory: null, unallowable: null, average: null },
        ],
      },
      second,
    ]),
    [["added", "—", "年度 2017、最小值 1、最大值 9"]],
  ],
])("%s, in words", (_, after, said) => {
  expect(rows(after)).toEqual(said);
});

it("speaks English where it is asked to", () => {
  const english = {
    ...speech,
    words: { ...en.schemeForm, ...en.schemeRule },
    isEnglish: true,
    coded: (name: string) => name,
  };
  expect(rows(withCriteria([first]), english)).toEqual([["removed", "Share", "—"]]);
});
