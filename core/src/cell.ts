import { powerBetween, powerOfBare } from "./cell-unit.ts";
import { canonicalQuantity, type Exact, exact, isQuantity, plain, quantityDecimals } from "./quantity.ts";

/** How a cell shows its number: a scaled format (0.0,) shows another number than the cell holds. */
export const numberFormats = ["general", "percent", "date", "scaled"] as const;
export type NumberFormat = (typeof numberFormats)[number];

/** What a workbook gives for one cell; a formula with a kept result is given as that result. */
export type RawCell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** `text` are the digits as the file has them; `unit` is what the number format writes behind them (0.00"万元"). */
  | { readonly kind: "number"; readonly text: string; readonly format: NumberFormat; readonly unit: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "formula-without-value" };

export const cellFaultCodes = [
  "not-a-number",
  "formula-as-text",
  "formula-without-value",
  "error-value",
  "date-not-number",
  "boolean-value",
  "scaled-format",
  "qualified-number",
  "below-unit",
  "none-or-zero",
  "several-numbers",
  "misplaced-separator",
  "parenthesised",
  "unit-differs",
  "too-many-decimals",
  "not-whole",
  "negative-count",
  "too-large",
] as const;
export type CellFaultCode = (typeof cellFaultCodes)[number];

export type CellReading =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "state"; readonly state: "not-reported" | "not-applicable" }
  | { readonly kind: "empty" }
  | { readonly kind: "fault"; readonly code: CellFaultCode; readonly found: string; readonly expected: string | null };

/** What a cell should hold: a figure in this unit, whole or not; a number of things that there are is not negative. */
export interface CellContext {
  readonly unit: string;
  readonly whole: boolean;
  readonly isCount?: boolean;
}

/** Excel shows and computes with at most 15 significant digits: 0.30000000000000004 is the 0.3 that a person sees. */
const significantDigits = 15;
const longestFound = 60;

function fault(code: CellFaultCode, found: string, expected: string | null = null): CellReading {
  return { kind: "fault", code, found: found.slice(0, longestFound), expected };
}

/** Most codes and numbers: nothing to narrow, and a large workbook has a million of them. */
const isNarrow = /^[\x21-\x7e]*$/;

/** Full-width forms become ASCII and blanks of all kinds one space; digits in circles and superscripts stay as they are. */
export function narrow(text: string): string {
  if (isNarrow.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\u2212\ufe63]/g, "-")
    .trim();
}

/**
 * Symbols of Chinese statistical tables. 中国统计年鉴's notes: "…" is a figure below the smallest unit shown (so there is
 * a figure, and it is not zero), a blank is no or no known figure. A dash or a slash is used for what does not apply.
 */
const notApplicable = /^(?:[-\u2010-\u2015\u2500]{1,4}|\/|不适用|n\/a|not applicable)$/i;
const notReported = /^(?:未报|未上报|未填报|not reported)$/i;
const belowUnit = /^(?:…{1,2}|\.{3,6}|⋯{1,2})$/;
const noneOrZero = /^(?:无|没有|none|nil)$/i;

const qualifiedBefore = /^(?:约|大约|近|将近|接近|超|超过|逾|突破|不到|不足|大于|小于|至少|至多|[<>≤≥≈~±])/;
const qualifiedBehind = /(?:左右|上下|以上|以下|以内|以外|有余|余|多|\+)$/;
const dayLike =
  /^(?:\d{1,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}-\d{1,2}|\d{4}-\d{1,2}|\d{4}年(?:\d{1,2}月?)?|\d{1,2}月(?:\d{1,2}日?)?)$/;
const numberThenUnit = /^([+-]?) ?((?:\d[\d, ]*)?(?:\.\d*)?)(e[+-]?\d{1,2})?(?![\d.]) ?(.*)$/i;
const grouped = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(?:\.\d*)?$/;

function checkFigure(value: Exact, found: string, { whole, isCount = false }: CellContext): CellReading {
  if (value.decimalPlaces() > quantityDecimals) return fault("too-many-decimals", found);
  const text = value.abs().lessThan("1e15") ? plain(value) : "";
  if (!isQuantity(text)) return fault("too-large", found);
  if (whole && !value.isInteger()) return fault("not-whole", found);
  return isCount && value.lt(0) ? fault("negative-count", found) : { kind: "value", value: text };
}

/** A number with the unit that was typed or formatted behind it, brought to the indicator's unit exactly. */
function withUnit(number: Exact, typed: string, found: string, context: CellContext): CellReading {
  const named = typed.replace(/^\((.*)\)$/, "$1").trim();
  const unit = narrow(context.unit);
  const power = named === "" ? 0 : (powerBetween(named, unit) ?? powerOfBare(named, unit));
  if (power === undefined) return fault("unit-differs", found, context.unit);
  return checkFigure(number.times(exact(10).pow(power)), found, context);
}

function readNumberText(text: string, found: string, context: CellContext): CellReading {
  const match = numberThenUnit.exec(text);
  const [, sign = "", written = "", exponent = "", rest = ""] = match ?? [];
  const digits = written.trim();
  if (!/\d/.test(digits)) return fault("not-a-number", found);
  if (/^[,.]/.test(rest) || !grouped.test(digits)) return fault("misplaced-separator", found);
  if (/\d/.test(rest)) return fault("several-numbers", found);
  const number = exact(
    `${sign === "-" ? "-" : ""}0${digits.replace(/[, ]/g, "")}${exponent}`.replace(/\.(?=e|$)/i, ""),
  );
  return withUnit(number, rest, found, context);
}

function readText(raw: string, context: CellContext): CellReading {
  const text = narrow(raw).replace(/^'\s*/, "");
  if (text === "") return { kind: "empty" };
  if (notApplicable.test(text)) return { kind: "state", state: "not-applicable" };
  if (notReported.test(text)) return { kind: "state", state: "not-reported" };
  if (belowUnit.test(text)) return fault("below-unit", text);
  if (noneOrZero.test(text)) return fault("none-or-zero", text);
  if (/^#[A-Z0-9/!?]+$/.test(text)) return fault("error-value", text);
  if (text.startsWith("=")) return fault("formula-as-text", text);
  if (dayLike.test(text)) return fault("date-not-number", text);
  if (/\d/.test(text) && (qualifiedBefore.test(text) || qualifiedBehind.test(text)))
    return fault("qualified-number", text);
  if (/^\([^()]*\d[^()]*\)$/.test(text)) return fault("parenthesised", text);
  return readNumberText(text, text, context);
}

function readNumber({ text, format, unit }: Extract<RawCell, { kind: "number" }>, context: CellContext): CellReading {
  const isPlain = format === "general" && unit === "" && isQuantity(text) && text.length <= significantDigits;
  const isBound = (context.whole && text.includes(".")) || (context.isCount === true && text.startsWith("-"));
  if (isPlain && !isBound) return { kind: "value", value: canonicalQuantity(text) };
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text)) return fault("not-a-number", text);
  const number = exact(text).toSignificantDigits(significantDigits);
  if (format === "date") return fault("date-not-number", text);
  if (format === "scaled") return fault("scaled-format", text);
  if (format === "percent") return withUnit(number.times(100), "%", `${plain(number.times(100))}%`, context);
  const found = `${number.toString()}${unit}`;
  return withUnit(number, narrow(unit), found, context);
}

/**
 * Reads one cell as a figure in the indicator's unit (a decimal string, at most 13 digits before and 6 after the point),
 * a declared state, or nothing; refuses with a code whatever is not plainly one number in that unit. (123) is refused:
 * accounting takes it as negative, statistical tables as a note.
 */
export function readCell(raw: RawCell, context: CellContext): CellReading {
  switch (raw.kind) {
    case "empty":
      return { kind: "empty" };
    case "text":
      return readText(raw.text, context);
    case "number":
      return readNumber(raw, context);
    case "boolean":
      return fault("boolean-value", raw.value ? "TRUE" : "FALSE");
    case "date":
      return fault("date-not-number", raw.text);
    case "error":
      return fault("error-value", raw.text);
    case "formula-without-value":
      return fault("formula-without-value", "");
  }
}
