import { expect, test } from "vitest";
import { dayName, instantName, periodName, periodShort } from "./time.ts";

test.each([
  ["2017", "2017 年", "2017"],
  ["2017-H1", "2017 年上半年", "H1 2017"],
  ["2017-Q3", "2017 年第 3 季度", "Q3 2017"],
  ["2017-M09", "2017 年 9 月", "Sep 2017"],
  ["2017-YTD11", "2017 年 1–11 月", "Jan–Nov 2017"],
  ["2016-M01--2021-M10", "2016 年 1 月至2021 年 10 月", "Jan 2016 – Oct 2021"],
  ["every-year", "每年", "every year"],
])("%s in words", (period, chinese, english) => {
  expect(periodName(period, "zh-CN").replaceAll("\u00a0", " ")).toBe(chinese);
  expect(periodName(period, "en")).toBe(english);
});

test("no date is said, not left empty", () => {
  expect(periodName(null, "zh-CN")).toBe("未写期限");
  expect(dayName(null, "zh-CN")).toBe("日期不详");
  expect(periodShort("2017-YTD11", "zh-CN")).toBe("2017.1–11");
});

test("a partial date is said as exactly as it is known; an instant by the clock of Shanghai", () => {
  expect(dayName("2018-02", "zh-CN")).toBe("2018 年 2 月");
  expect(dayName("2018-02-06", "en")).toBe("6 Feb 2018");
  expect(instantName("2026-11-21T23:05:17.450Z")).toBe("2026-11-22 07:05");
});
