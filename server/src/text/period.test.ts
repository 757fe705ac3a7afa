import { expect, it } from "vitest";
import { periodText } from "./period.ts";

it.each([
  ["2026-Q1", "2026年一季度", "Q1 2026"],
  ["2026-Q4", "2026年四季度", "Q4 2026"],
  ["2025", "2025年", "2025"],
  ["2026-H2", "2026年下半年", "H2 2026"],
  ["2026-M05", "2026年5月", "2026-05"],
  ["2026-YTD11", "2026年1—11月", "January–11/2026"],
  ["2016-M01--2021-M10", "2016年1月—2021年10月", "2016-1 to 2021-10"],
])("%s is %s, %s", (code, chinese, english) => {
  expect(periodText("zh-CN", code)).toBe(chinese);
  expect(periodText("en", code)).toBe(english);
});
