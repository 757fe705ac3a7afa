const digits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const numerals = /[一二三四五六七八九十百]+|\d+/g;

function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  let total = 0;
  let digit = 0;
  for (const character of numeral) {
    if (character === "十" || character === "百") {
      total += (digit || 1) * (character === "十" ? 10 : 100);
      digit = 0;
    } else {
      digit = digits[character] ?? 0;
    }
  }
  return total + digit;
}

/** The order of two clauses of one document: 一（二） before （二十一）, 五（二）9 before 五（二）10; none comes last. */
export function compareClauses(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [a.match(numerals) ?? [], b.match(numerals) ?? []].map((parts) => parts.map(numberOf));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index += 1) {
    const difference = (left?.[index] ?? -1) - (right?.[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
