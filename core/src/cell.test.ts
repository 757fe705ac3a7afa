import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellContext, type CellReading, type RawCell, readCell } from "./cell.ts";
import { powerBetween } from "./cell-unit.ts";
import { exact, plain } from "./quantity.ts";

const amount: CellContext = { unit: "亿元", whole: false };
const share: CellContext = { unit: "%", whole: false };
const count: CellContext = { unit: "家", whole: true };
const stock: CellContext = { unit: "家", whole: true, isCount: true };
const bare: CellContext = { unit: "", whole: false };

const text = (written: string): RawCell => ({ kind: "text", text: written });
const number = (digits: string, format: "general" | "percent" | "date" | "scaled" = "general", unit = ""): RawCell => ({
  kind: "number",
  text: digits,
  format,
  unit,
});
/** A reading in short: the value, the state, "empty", or the code of the fault after an exclamation mark. */
function short(reading: CellReading): string {
  if (reading.kind === "value") return reading.value;
  if (reading.kind === "state") return reading.state;
  return reading.kind === "fault" ? `!${reading.code}` : "empty";
}

const written: readonly (readonly [text: string, context: CellContext, expected: string])[] = [
  ["1829.84", amount, "1829.84"],
  ["１８２９．８４", amount, "1829.84"],
  ["１，８２９．８４", amount, "1829.84"],
  ["1,829.84", amount, "1829.84"],
  ["1，829.84", amount, "1829.84"],
  ["12,345,678.9", amount, "12345678.9"],
  ["1 829.84", amount, "1829.84"],
  ["1\u202f829.84", amount, "1829.84"],
  ["1\u00a0829.84", amount, "1829.84"],
  ["  1829.84  ", amount, "1829.84"],
  ["\u30001829.84\u3000", amount, "1829.84"],
  ["\u00a01829.84\u00a0", amount, "1829.84"],
  ["\ufeff1829.84\u200b", amount, "1829.84"],
  ["1829.84\n", amount, "1829.84"],
  ["'1829.84", amount, "1829.84"],
  ["+1829.84", amount, "1829.84"],
  ["＋1829.84", amount, "1829.84"],
  ["-5.2", amount, "-5.2"],
  ["－5.2", amount, "-5.2"],
  ["\u22125.2", amount, "-5.2"],
  ["- 5.2", amount, "-5.2"],
  ["-0", amount, "0"],
  ["0", amount, "0"],
  ["0.00", amount, "0"],
  ["007.50", amount, "7.5"],
  [".5", amount, "0.5"],
  ["5.", amount, "5"],
  ["1.2E+3", amount, "1200"],
  ["1.2e3", amount, "1200"],
  ["1.5E-3", amount, "0.0015"],
  ["1829.84亿元", amount, "1829.84"],
  ["1,829.84 亿元", amount, "1829.84"],
  ["１，８２９．８４亿元", amount, "1829.84"],
  ["1829.84（亿元）", amount, "1829.84"],
  ["18298400万元", amount, "1829.84"],
  ["182984000000元", amount, "1829.84"],
  ["0.18万亿元", amount, "1800"],
  ["3百万元", amount, "0.03"],
  ["187.49亿", amount, "187.49"],
  ["187.49 亿", amount, "187.49"],
  ["１８７．４９亿", amount, "187.49"],
  ["1,829.84（亿）", amount, "1829.84"],
  ["5000万", amount, "0.5"],
  ["0.18万亿", amount, "1800"],
  ["2亿", { unit: "元", whole: false }, "200000000"],
  ["2亿", { unit: "万元", whole: false }, "20000"],
  ["29%", share, "29"],
  ["29％", share, "29"],
  ["２９．５０％", share, "29.5"],
  ["29 %", share, "29"],
  ["2.5百分点", { unit: "百分点", whole: false }, "2.5"],
  ["2.5个百分点", { unit: "百分点", whole: false }, "2.5"],
  ["300家", count, "300"],
  ["0.03万家", count, "300"],
  ["1200人", { unit: "万人", whole: false }, "0.12"],
  ["1.2万", { unit: "人", whole: true }, "12000"],
  ["1.2万", { unit: "万人", whole: false }, "1.2"],
  ["0.03万", count, "300"],
  ["1.23456万", count, "!not-whole"],
  ["3.5万件", { unit: "件", whole: true }, "35000"],
  ["12公顷", { unit: "平方公里", whole: false }, "0.12"],
  ["50000平方米", { unit: "公顷", whole: false }, "5"],
  ["5万吨", { unit: "吨", whole: false }, "50000"],
  ["12000千瓦时", { unit: "万千瓦时", whole: false }, "1.2"],
  ["1.2亿美元", { unit: "万美元", whole: false }, "12000"],
  ["21件/万人", { unit: "件/万人", whole: false }, "21"],
  ["9999999999999.999999", amount, "9999999999999.999999"],
  ["", amount, "empty"],
  ["   ", amount, "empty"],
  ["\u3000\u00a0", amount, "empty"],
  ["'", amount, "empty"],
  ["—", amount, "not-applicable"],
  ["——", amount, "not-applicable"],
  ["–", amount, "not-applicable"],
  ["-", amount, "not-applicable"],
  ["－", amount, "not-applicable"],
  ["/", amount, "not-applicable"],
  ["不适用", amount, "not-applicable"],
  ["N/A", amount, "not-applicable"],
  ["未报", amount, "not-reported"],
  [" 未 报", amount, "!not-a-number"],
  ["not reported", amount, "not-reported"],
  ["…", amount, "!below-unit"],
  ["……", amount, "!below-unit"],
  ["...", amount, "!below-unit"],
  ["无", amount, "!none-or-zero"],
  ["1,82,9", amount, "!misplaced-separator"],
  ["1829,84", amount, "!misplaced-separator"],
  ["1.829,84", amount, "!misplaced-separator"],
  ["18 29", amount, "!misplaced-separator"],
  ["29%", amount, "!unit-differs"],
  ["29‰", share, "!unit-differs"],
  ["29百分点", share, "!unit-differs"],
  ["100万美元", amount, "!unit-differs"],
  ["100亿元", { unit: "万美元", whole: false }, "!unit-differs"],
  ["1.2万", share, "!unit-differs"],
  ["1.2万", bare, "!unit-differs"],
  ["1.2万", { unit: "个百分点", whole: false }, "!unit-differs"],
  ["1.2万", { unit: "公顷", whole: false }, "!unit-differs"],
  ["1.2亿", { unit: "万美元", whole: false }, "!unit-differs"],
  ["3千", amount, "!unit-differs"],
  ["15亩", { unit: "公顷", whole: false }, "!unit-differs"],
  ["300人", count, "!unit-differs"],
  ["29%", bare, "!unit-differs"],
  ["约1800", amount, "!qualified-number"],
  ["1800左右", amount, "!qualified-number"],
  ["1000以上", amount, "!qualified-number"],
  [">1000", amount, "!qualified-number"],
  ["≥1000", amount, "!qualified-number"],
  ["近千", amount, "!not-a-number"],
  ["(123)", amount, "!parenthesised"],
  ["（123）", amount, "!parenthesised"],
  ["3-1", amount, "!date-not-number"],
  ["2026-03-31", amount, "!date-not-number"],
  ["2026年3月", amount, "!date-not-number"],
  ["3月1日", amount, "!date-not-number"],
  ["100-200", amount, "!several-numbers"],
  ["100~200", amount, "!several-numbers"],
  ["1/2", amount, "!several-numbers"],
  ["12、13", amount, "!several-numbers"],
  ["=A1+B1", amount, "!formula-as-text"],
  ["#REF!", amount, "!error-value"],
  ["#DIV/0!", amount, "!error-value"],
  ["一百", amount, "!not-a-number"],
  ["①", amount, "!not-a-number"],
  ["12²", amount, "!unit-differs"],
  ["待核", amount, "!not-a-number"],
  ["1.2.3.4", amount, "!not-a-number"],
  ["--5", amount, "!not-a-number"],
  ["0.1234567", amount, "!too-many-decimals"],
  ["1万元", { unit: "万亿元", whole: false }, "!too-many-decimals"],
  ["300.5", count, "!not-whole"],
  ["300.0", count, "300"],
  ["-3", count, "-3"],
  ["-3", stock, "!negative-count"],
  ["-0", stock, "0"],
  ["-0.5", stock, "!not-whole"],
  ["0", stock, "0"],
  ["12345678901234", amount, "!too-large"],
  ["1E+15", amount, "!too-large"],
];

const cells: readonly (readonly [raw: RawCell, context: CellContext, expected: string])[] = [
  [{ kind: "empty" }, amount, "empty"],
  [{ kind: "number", text: "-3", format: "general", unit: "" }, stock, "!negative-count"],
  [{ kind: "number", text: "-3", format: "general", unit: "家" }, stock, "!negative-count"],
  [{ kind: "number", text: "163", format: "general", unit: "" }, stock, "163"],
  [number("1829.84"), amount, "1829.84"],
  [number("0.30000000000000004"), amount, "0.3"],
  [number("1829.8400000000001"), amount, "1829.84"],
  [number("1.2E+3"), amount, "1200"],
  [number("1.0000000000000001E-2"), amount, "0.01"],
  [number("-0"), amount, "0"],
  [number("0.333333333333333"), amount, "!too-many-decimals"],
  [number("1e+21"), amount, "!too-large"],
  [number("0.29", "percent"), share, "29"],
  [number("0.28999999999999998", "percent"), share, "29"],
  [number("29"), share, "29"],
  [number("0.29", "percent"), amount, "!unit-differs"],
  [number("46112", "date"), amount, "!date-not-number"],
  [number("1829840", "scaled"), amount, "!scaled-format"],
  [number("18298400", "general", "万元"), amount, "1829.84"],
  [number("1829.84", "general", "亿元"), amount, "1829.84"],
  [number("1829.84", "general", "亿"), amount, "1829.84"],
  [number("1829.84", "general", "万美元"), amount, "!unit-differs"],
  [number("300.5"), count, "!not-whole"],
  [number("300"), count, "300"],
  [{ kind: "boolean", value: true }, amount, "!boolean-value"],
  [{ kind: "date", text: "2026-03-01" }, amount, "!date-not-number"],
  [{ kind: "error", text: "#REF!" }, amount, "!error-value"],
  [{ kind: "formula-without-value" }, amount, "!formula-without-value"],
];

describe("a cell", () => {
  it.each(written)("%j in %j reads %s", (typed, context, expected) => {
    expect(short(readCell(text(typed), context))).toBe(expected);
  });
  it.each(cells)("%j in %j reads %s", (raw, context, expected) => {
    expect(short(readCell(raw, context))).toBe(expected);
  });
  it("says what was found and which unit was expected", () => {
    const found = { code: "unit-differs", found: "100万美元", expected: "亿元" };
    expect(readCell(text("１００万美元"), amount)).toMatchObject(found);
  });
});

const quantity = fc
  .tuple(fc.bigInt({ min: -(10n ** 13n) + 1n, max: 10n ** 13n - 1n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => plain(exact(digits.toString()).dividedBy(exact(10).pow(decimals))));
const wide = (typed: string): string =>
  typed.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const inThousands = (typed: string): string =>
  typed.replace(/^(-?)(\d+)/, (_, sign, digits) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ","));
const shifted = (value: string, power: number): string => plain(exact(value).times(exact(10).pow(power)));

const notations: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ["plain", (value) => value],
  ["full width", wide],
  ["with thousands separators", inThousands],
  ["with separators in full width", (value) => wide(inThousands(value))],
  ["with its unit", (value) => `${value}亿元`],
  ["with blanks and its unit", (value) => `\u3000${inThousands(value)} 亿元 `],
  ["in 万元", (value) => `${shifted(value, 4)}万元`],
  ["in 元", (value) => `${shifted(value, 8)}元`],
  ["with a typographic minus", (value) => value.replace("-", "\u2212")],
  ["with a plus", (value) => (value.startsWith("-") ? value : `+${value}`)],
];

describe("any quantity", () => {
  it.each(notations)("written %s reads back the same", (_, write) => {
    fc.assert(
      fc.property(quantity, (value) => {
        expect(readCell(text(write(value)), amount)).toEqual({ kind: "value", value });
      }),
    );
  });
  it("kept by Excel as a double reads back the same where 15 digits hold it", () => {
    fc.assert(
      fc.property(quantity, (value) => {
        fc.pre(exact(value).precision() <= 15);
        expect(readCell(number(String(Number(value))), amount)).toEqual({ kind: "value", value });
        const percent = plain(exact(value).dividedBy(100));
        expect(readCell(number(percent, "percent"), share)).toEqual({ kind: "value", value });
      }),
    );
  });
  it("gets an answer whatever is typed, and a value is always a quantity", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const reading = readCell(text(typed), amount);
        if (reading.kind === "value") expect(reading.value).toMatch(/^-?\d{1,13}(\.\d{1,6})?$/);
      }),
    );
  });
});

describe("units", () => {
  const units = ["元", "千元", "万元", "百万元", "千万元", "亿元", "万亿元"];
  it("convert there and back", () => {
    for (const a of units) {
      for (const b of units) expect(powerBetween(a, b)).toBe(-(powerBetween(b, a) ?? Number.NaN) + 0);
    }
  });
  it("of different things never convert", () => {
    for (const unit of units)
      for (const other of ["万美元", "%", "家", "亩", ""]) expect(powerBetween(unit, other)).toBeUndefined();
  });
});
