import { expect, it } from "vitest";
import { extentOf, groupRefusals, pickRefusals, shortDetail } from "./refusals.ts";
import type { Refusal } from "./request.ts";

const ref = (code: string | null) => (code === null ? null : { code, name: `${code} 名` });
const refusal = (code: string, area: string | null, criterion: string | null, detail = ""): Refusal => ({
  ...{ code, detail, area: ref(area), criterion: ref(criterion) },
});
const all = [
  refusal("pool-of-one", null, null, "只有一个园区"),
  refusal("figure-missing", "a", "rd", "缺 2017 年"),
  refusal("figure-missing", "b", "rd", "缺 2017 年"),
  refusal("figure-missing", "b", "firms"),
  refusal("target-not-due", "a", "firms", "期限是 2020 年"),
];

it.each([
  [
    "code",
    [
      { key: "figure-missing", count: 3, areas: 2, criteria: 2 },
      { key: "pool-of-one", count: 1, areas: 0, criteria: 0 },
      { key: "target-not-due", count: 1, areas: 1, criteria: 1 },
    ],
  ],
  [
    "criterion",
    [
      { key: "rd", count: 2, areas: 2, criteria: 1 },
      { key: "firms", count: 2, areas: 2, criteria: 1 },
      { key: "", count: 1, areas: 0, criteria: 0 },
    ],
  ],
] as const)("counts what stands against a run by %s, the most first", (by, groups) => {
  expect(groupRefusals(all, by)).toEqual(groups);
});

it.each([
  ["everything, the greatest group first", { by: "code", key: null, search: "" }, [1, 2, 3, 0, 4]],
  ["one group", { by: "area", key: "a", search: "" }, [1, 4]],
  ["what is of no area", { by: "area", key: "", search: "" }, [0]],
  ["what says a word", { by: "code", key: null, search: "2020" }, [4]],
  ["what names an area", { by: "criterion", key: "rd", search: "B 名" }, [2]],
] as const)("shows %s", (_, filter, places) => {
  expect(pickRefusals(all, filter)).toEqual(places.map((at) => all[at]));
});

it.each([
  ["a 名，rd 名：没有可用的数据。请补报。", "a", "rd", "没有可用的数据。请补报。"],
  ["a 名, rd 名: there is no figure.", "a", "rd", "there is no figure."],
  ["a 名：比较组“园区组”只有这一个园区。", "a", null, "比较组“园区组”只有这一个园区。"],
  ["方案待核（pools）：没有来源给出。", null, null, "方案待核（pools）：没有来源给出。"],
  ["a 名，目标：5", "a", null, "a 名，目标：5"],
  ["a 名，rd 名没有冒号。", "a", "rd", "a 名，rd 名没有冒号。"],
])("beside its columns %s reads without their names", (detail, area, criterion, short) => {
  expect(shortDetail(refusal("figure-missing", area, criterion, detail))).toBe(short);
});

it("says whom and what they are about", () => {
  expect(extentOf(all)).toEqual({ areas: 2, criteria: 2 });
});
