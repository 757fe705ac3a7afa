import type { Language } from "../language.ts";

export const headingLevels = [1, 2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 as Chinese numerals: 一, 十, 十二, 二十, 九十九. */
export function chineseNumber(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const before = tens === 0 ? "" : `${tens === 1 ? "" : (digits[tens] ?? "")}十`;
  return `${before}${digits[ones] ?? ""}`;
}

/** The four levels of GB/T 9704—2012, 7.3.3. */
const chinese: Record<HeadingLevel, (counts: readonly number[]) => string> = {
  1: ([first = 1]) => `${chineseNumber(first)}、`,
  2: ([, second = 1]) => `（${chineseNumber(second)}）`,
  3: ([, , third = 1]) => `${third}.`,
  4: ([, , , fourth = 1]) => `（${fourth}）`,
};

/** Numbers headings as they come: a heading begins the count of those below it anew. */
export function makeNumbering(language: Language): (level: HeadingLevel) => string {
  let counts: number[] = [];
  return (level) => {
    counts = [...counts.slice(0, level - 1), (counts[level - 1] ?? 0) + 1];
    const full = Array.from({ length: level }, (_, at) => counts[at] ?? 1);
    return language === "en" ? `${full.join(".")} ` : chinese[level](full);
  };
}
