import { evaluate } from "@yuanbiao/core/evaluate";
import { cityFacts, cityScheme } from "@yuanbiao/core/evaluate-city";
import { recordRun } from "@yuanbiao/core/evaluate-freeze";
import { differRuns } from "@yuanbiao/core/run-difference";
import { expect, it } from "vitest";
import { languages } from "../language.ts";
import { areaDifferenceText, lineDifferenceText } from "./difference-text.ts";

const names = { name: (_kind: string, code: string) => `<${code}>` };
const before = recordRun(evaluate(cityScheme, cityFacts, "seal"));
const figures = cityFacts.figures.map((own) =>
  own.id === "B-firms" ? { ...own, value: "200", version: 2 } : own.id === "A-rd" ? { ...own, version: 2 } : own,
);
const after = recordRun(evaluate(cityScheme, { ...cityFacts, figures }, "seal"));
const differences = differRuns(before, after);

it.each(languages)("says what a corrected figure changed (%s)", (language) => {
  const told = differences.map((one) => [
    areaDifferenceText(language, one, names),
    ...one.lines.map((line) => lineDifferenceText(language, line, names)),
  ]);
  const expected = {
    "zh-CN": [
      ["<A>：总分、名次、等次不变。", "<rd>：35.2；采用的数：2017年 2.2（第 1 版） → 2017年 2.2（第 2 版）。"],
      [
        "<B>：总分 55.00 → 60.00（+5），等次 <poor> → <fair>。",
        "<firms>：15 → 20（+5）；采用的数：2017年 150（第 1 版） → 2017年 200（第 2 版）。",
      ],
    ],
    en: [
      [
        "<A>: total, rank and grade unchanged.",
        "<rd>: 35.2; figures used: 2017: 2.2 (version 1) → 2017: 2.2 (version 2).",
      ],
      [
        "<B>: total 55.00 → 60.00 (+5), grade <poor> → <fair>.",
        "<firms>: 15 → 20 (+5); figures used: 2017: 150 (version 1) → 2017: 200 (version 2).",
      ],
    ],
  };
  expect(told).toEqual(expected[language]);
});

it("says a fall, a park that came in, and one that lost its place", () => {
  const moved = {
    ...{ area: "A", points: "-1.5", places: -2, lines: [] },
    total: { before: "9.5", after: "8" },
    rank: { before: 1, after: 3 },
    grade: { before: "good", after: null },
  };
  const barred = { ...moved, rank: { before: 1, after: null }, places: null };
  const fresh = {
    ...moved,
    total: { before: null, after: "8" },
    points: null,
    rank: { before: null, after: 3 },
    places: null,
  };
  const told = languages.flatMap((language) =>
    [moved, barred, fresh].map((one) => areaDifferenceText(language, one, names)),
  );
  expect(told).toEqual([
    "<A>：总分 9.5 → 8（−1.5），名次 第1 → 第3（下降 2 位），等次 <good> → 无。",
    "<A>：总分 9.5 → 8（−1.5），名次 第1 → 不列名次，等次 <good> → 无。",
    "<A>：总分 无 → 8，名次 不列名次 → 第3，等次 <good> → 无。",
    "<A>: total 9.5 → 8 (−1.5), rank 1 → 3 (down by 2), grade <good> → none.",
    "<A>: total 9.5 → 8 (−1.5), rank 1 → unranked, grade <good> → none.",
    "<A>: total none → 8, rank unranked → 3, grade <good> → none.",
  ]);
});
