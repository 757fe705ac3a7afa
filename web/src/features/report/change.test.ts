import { expect, test } from "vitest";
import { changeWords, totalWith, usefulBesides } from "./change.ts";

test.each([
  ["110", "100", "亿元", "+10\u00a0%"],
  ["90", "100", "亿元", "\u221210\u00a0%"],
  ["-5", "-10", "亿元", "+50\u00a0%"],
  ["31.2", "29", "%", "+2.2\u00a0个百分点"],
  ["100", "100", "家", "0\u00a0%"],
  ["5", "0", "家", undefined],
  [null, "3", "家", undefined],
  ["3", null, "家", undefined],
])("%s after %s in %s is %s", (value, from, unit, words) => {
  expect(changeWords(value, from, unit, "zh-CN")).toBe(words);
});

test.each([
  ["100.1", "0.2", "100.3"],
  ["100", null, "100"],
  [null, "5", null],
])("a year's total of %s with %s is %s", (earlier, value, total) => {
  expect(totalWith(earlier, value)).toBe(total);
});

test("a year has no period before it of its own, and a total stands only where there is one", () => {
  const lines = [{ earlierThisYear: "12" }, { earlierThisYear: null }];
  expect(usefulBesides("2025", [{ earlierThisYear: "0" }])).toEqual(["samePeriod"]);
  expect(usefulBesides("2026-Q3", lines)).toEqual(["previous", "samePeriod", "yearToDate"]);
  expect(usefulBesides("2026-Q1", [{ earlierThisYear: "0" }])).toEqual(["previous", "samePeriod"]);
});
