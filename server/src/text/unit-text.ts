import type { Language } from "../language.ts";

const english: Readonly<Record<string, string>> = {
  亿元: "CNY 100 m",
  万元: "CNY 10,000",
  元: "CNY",
  万美元: "USD 10,000",
  亿美元: "USD 100 m",
  家: "units",
  户: "units",
  个: "units",
  所: "units",
  项: "items",
  件: "items",
  人: "people",
  名: "people",
  万人: "10,000 people",
  位: "place",
  "件/万人": "per 10,000 people",
  亩: "mu",
  平方公里: "km²",
  公里: "km",
  平方米: "m²",
  万平方米: "10,000 m²",
  公顷: "ha",
  辆: "vehicles",
  万辆: "10,000 vehicles",
  吨: "t",
  万吨: "10,000 t",
  台: "sets",
  万台: "10,000 sets",
  次: "times",
  年: "years",
  条: "chains",
  支: "funds",
  万家: "10,000 units",
  万件: "10,000 items",
  万张: "10,000 cards",
  万人次: "10,000 attendances",
};

/** A unit as papers name it; one that the wording does not know stays as the data has it. */
export function unitText(language: Language, unit: string): string {
  return language === "en" ? (english[unit] ?? unit) : unit;
}

/** A figure with its unit behind it; a unit that is an amount itself is multiplied in English. */
export function withUnit(language: Language, value: string, unit: string): string {
  const name = unitText(language, unit);
  if (name === "") return value;
  if (name === "%") return `${value}%`;
  return language === "en" && /^(?!per ).*\d/.test(name) ? `${value} × ${name}` : `${value} ${name}`;
}

/** An indicator with its unit: 高新技术企业数（家）; one that is not counted in anything stands alone. */
export function measuredText(language: Language, name: string, unit: string): string {
  if (unit === "") return name;
  return language === "en" ? `${name} (${unitText(language, unit)})` : `${name}（${unit}）`;
}

/** A difference with its unit: shares differ by points, not percent. */
export function differenceText(language: Language, value: string, unit: string): string {
  if (unit !== "%") return withUnit(language, value, unit);
  return language === "en" ? `${value} points` : `${value} 个百分点`;
}
