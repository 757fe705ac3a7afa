import type { Language } from "./text.ts";

const space = "\u00a0";
const minus = "\u2212";

/** Groups the digits of a decimal string from five digits on (10,000 but 1829.84); decimals stay as they came. */
export function grouped(value: string): string {
  const negative = value.startsWith("-");
  const [whole = "", fraction] = (negative ? value.slice(1) : value).split(".");
  const digits = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${negative ? minus : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A signed figure for differences: +10.00, −9.2, 0. */
export function signed(value: string): string {
  return value.startsWith("-") || Number(value) === 0 ? grouped(value) : `+${grouped(value)}`;
}

/** Drops the zeros behind the point that say nothing in a sentence: "-9.20" is "-9.2", "20" stays. */
export function trimmed(value: string): string {
  return value.includes(".") ? value.replace(/0+$/, "").replace(/\.$/, "") : value;
}

export function unsigned(value: string): string {
  return value.startsWith("-") ? value.slice(1) : value;
}

/** A ratio on the wire ("0.9667") as percent with two decimals ("96.67"), by moving the point, never by arithmetic. */
export function asPercent(ratio: string): string {
  const negative = ratio.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? ratio.slice(1) : ratio).split(".");
  const digits = `${whole}${fraction.padEnd(4, "0")}`;
  const point = whole.length + 2;
  const percent = `${digits.slice(0, point).replace(/^0+(?=\d)/, "")}.${digits.slice(point)}`;
  return `${negative ? "-" : ""}${percent}`;
}

const englishUnits: Readonly<Record<string, string>> = {
  亿元: "CNY 100 m",
  万元: "CNY 10,000",
  万美元: "USD 10,000",
  亿美元: "USD 100 m",
  元: "CNY",
  家: "units",
  户: "units",
  个: "units",
  项: "items",
  件: "items",
  人: "people",
  万人: "10,000 people",
  名: "people",
  位: "place",
  "件/万人": "per 10,000 people",
  亩: "mu",
  平方公里: "km²",
  万辆: "10,000 vehicles",
  辆: "vehicles",
  万吨: "10,000 t",
  吨: "t",
  万台: "10,000 sets",
  台: "sets",
  所: "units",
  次: "times",
  年: "years",
  公里: "km",
  万平方米: "10,000 m²",
  平方米: "m²",
  公顷: "ha",
  条: "chains",
  支: "funds",
  万家: "10,000 units",
  万件: "10,000 items",
  万张: "10,000 cards",
  万人次: "10,000 attendances",
};

/** A unit in the language of the page; one that the wording does not know stays as the data has it. */
export function unitName(unit: string, language: Language): string {
  return language === "en" ? (englishUnits[unit] ?? unit) : unit;
}

/** A unit behind a figure: one that is an amount itself is multiplied, as "20 CNY 100 m" would read as two figures. */
export function unitBehind(unit: string, language: Language): string {
  const name = unitName(unit, language);
  return /^(?!per ).*\d/.test(name) ? `×${space}${name.replaceAll(" ", space)}` : name;
}

export function withUnit(value: string, unit: string, language: Language): string {
  return unit === "" ? grouped(value) : `${grouped(value)}${space}${unitBehind(unit, language)}`;
}

/** Differences between shares are points, not percent. */
export function differenceUnit(unit: string, language: Language): string {
  if (unit !== "%") return unitBehind(unit, language);
  return language === "en" ? "points" : "个百分点";
}

export function difference(value: string, unit: string, language: Language): string {
  return `${signed(trimmed(value))}${space}${differenceUnit(unit, language)}`;
}

const comparatorSigns: Readonly<Record<string, string>> = { gte: "≥", gt: ">", lte: "≤", lt: "<", approx: "≈" };

/** What a target aims at, as far as it is a number. */
export interface Aim {
  readonly comparator: string;
  /** How each member compares, where every member must reach the value (comparator `all`). */
  readonly memberComparator: string | null;
  readonly value: string | null;
  readonly valueMax: string | null;
}

/** What a target says as sign and figure (≥ 20, 100–300), or undefined where it has no number. */
export function targetFigure({ comparator, memberComparator, value, valueMax }: Aim): string | undefined {
  if (value === null) return undefined;
  if (comparator === "between" && valueMax !== null) return `${grouped(value)}–${grouped(valueMax)}`;
  const sign = comparatorSigns[comparator === "all" ? (memberComparator ?? "gte") : comparator];
  return sign === undefined ? grouped(value) : `${sign}${space}${grouped(value)}`;
}

const qualifierSigns: Readonly<Record<string, string>> = {
  "=": "",
  "~": "≈",
  ">": ">",
  "<": "<",
  ">=": "≥",
  "<=": "≤",
};

/** A figure with what limits it: > 3000, ≈ 5000; an exact one stands alone. */
export function qualified(value: string, qualifier: string): string {
  const sign = qualifierSigns[qualifier] ?? "";
  return sign === "" ? grouped(value) : `${sign}${space}${grouped(value)}`;
}
