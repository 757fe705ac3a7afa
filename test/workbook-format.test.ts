import { neutral, original } from "@yuanbiao/core/neutral";
import { classifyFormat, hasTellingFormat } from "@yuanbiao/server/workbook/number-format";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a number format", () => {
  it.each([
    ["General", "general", ""],
    ["0", "general", ""],
    ["#,##0.00", "general", ""],
    ["#,##0.00####", "general", ""],
    ["#,##0.00_ ;[Red]\\-#,##0.00\\ ", "general", ""],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "general", ""],
    ['_ "¥"* #,##0.00_ ', "general", ""],
    ["[$¥-804]#,##0.00", "general", ""],
    ["0.00E+00", "general", ""],
    ["@", "general", ""],
    ["0%", "percent", ""],
    ["0.00%", "percent", ""],
    ["0.00,", "scaled", ""],
    ["#,##0,,", "scaled", ""],
    ["0!.0,", "scaled", ""],
    ['0.00"万元"', "general", "万元"],
    ["0.00\\万\\元", "general", "万元"],
    ['#,##0.00"亿元";-#,##0.00"亿元"', "general", "亿元"],
    ['0"%"', "general", "%"],
  ])("%j means %s %s", (code, format, unit) => {
    expect(classifyFormat(code)).toEqual({ format, unit });
  });
  it("that changes a number's meaning is noticed among the styles", () => {
    expect(hasTellingFormat('<xf numFmtId="0"/><numFmt formatCode="#,##0.00"/>')).toBe(false);
    expect(hasTellingFormat('<xf numFmtId="9"/>')).toBe(true);
    expect(hasTellingFormat("<xf numFmtId='10'/>")).toBe(true);
    expect(hasTellingFormat('<numFmt formatCode="0.00&quot;万元&quot;"/>')).toBe(true);
    expect(hasTellingFormat("<numFmt formatCode='0.00,'/>")).toBe(true);
  });
});

describe("a text that a spreadsheet would run", () => {
  const risky = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "1", "甲") });
  it("is neutralised, and given back unchanged", () => {
    fc.assert(
      fc.property(risky, (text) => {
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(original(neutral(text))).toBe(text);
      }),
    );
  });
  it("is not confused with one that a person typed", () => {
    for (const typed of ["-好转", "'引'", "甲=1", ""]) expect(original(typed)).toBe(typed);
  });
});
