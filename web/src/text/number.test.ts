import { describe, expect, test } from "vitest";
import {
  asPercent,
  difference,
  grouped,
  qualified,
  signed,
  targetFigure,
  trimmed,
  unitName,
  withUnit,
} from "./number.ts";

test.each([
  ["1829.84", "1829.84"],
  ["10000", "10,000"],
  ["1234567.80", "1,234,567.80"],
  ["-9.20", "\u22129.20"],
  ["0", "0"],
])("grouped(%s) is %s", (value, shown) => {
  expect(grouped(value)).toBe(shown);
});

test.each([
  ["0.9667", "96.67"],
  ["0.0012", "0.12"],
  ["1.2000", "120.00"],
  ["-0.0500", "-5.00"],
  ["0", "0.00"],
])("asPercent(%s) is %s", (ratio, percent) => {
  expect(asPercent(ratio)).toBe(percent);
});

const aim = (comparator: string, value: string | null, valueMax: string | null = null) => ({
  comparator,
  memberComparator: null,
  value,
  valueMax,
});

describe("signs", () => {
  test("differences carry their sign, zero none", () => {
    expect(signed("10.00")).toBe("+10.00");
    expect(signed("-9.20")).toBe("\u22129.20");
    expect(signed("0.00")).toBe("0.00");
  });
  test("differences between shares are points, not percent", () => {
    expect(difference("-9.20", "%", "zh-CN")).toBe("\u22129.2\u00a0个百分点");
    expect(difference("-20.00", "家", "zh-CN")).toBe("\u221220\u00a0家");
  });
  test("comparators and qualifiers are said", () => {
    expect(targetFigure(aim("gte", "20"))).toBe("≥\u00a020");
    expect(targetFigure(aim("between", "100", "300"))).toBe("100–300");
    expect(targetFigure(aim("judgement", null))).toBeUndefined();
    expect(targetFigure({ ...aim("all", "20"), memberComparator: "gt" })).toBe(">\u00a020");
    expect(qualified("3000", ">")).toBe(">\u00a03000");
    expect(qualified("29", "=")).toBe("29");
  });
});

test("zeros behind the point go, those before it stay", () => {
  expect(trimmed("28.00")).toBe("28");
  expect(trimmed("100")).toBe("100");
  expect(trimmed("0.50")).toBe("0.5");
});

test("a unit that is an amount itself is multiplied, so that nobody reads two figures", () => {
  expect(withUnit("20", "亿元", "en")).toBe("20\u00a0×\u00a0CNY\u00a0100\u00a0m");
  expect(withUnit("21", "件/万人", "en")).toBe("21\u00a0per 10,000 people");
  expect(withUnit("3", "平方公里", "en")).toBe("3\u00a0km²");
  expect(difference("-1000", "亿元", "zh-CN")).toBe("\u22121000\u00a0亿元");
});

test("a unit that the wording does not know stays as the data has it", () => {
  expect(unitName("亿元", "en")).toBe("CNY 100 m");
  expect(unitName("兆瓦", "en")).toBe("兆瓦");
  expect(withUnit("10.8", "%", "zh-CN")).toBe("10.8\u00a0%");
  expect(withUnit("3", "", "zh-CN")).toBe("3");
});
