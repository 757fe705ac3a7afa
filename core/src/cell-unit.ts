/** Chinese multiples before a unit, as powers of ten; longest first, so that 万亿 is not read as 万. */
const multiples = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["亿", 8],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["万", 4],
  ["千", 3],
  ["百", 2],
] as const;

/** Units that are decimal multiples of another; 亩 is not one (15 亩 a hectare) and stays a unit of its own. */
const decimalUnits: ReadonlyMap<string, readonly [base: string, power: number]> = new Map([
  ["千瓦", ["瓦", 3]],
  ["千瓦时", ["瓦时", 3]],
  ["千克", ["克", 3]],
  ["公斤", ["克", 3]],
  ["吨", ["克", 6]],
  ["千米", ["米", 3]],
  ["公里", ["米", 3]],
  ["公顷", ["平方米", 4]],
  ["平方公里", ["平方米", 6]],
  ["平方千米", ["平方米", 6]],
  ["个百分点", ["百分点", 0]],
]);

function scaleOf(unit: string): readonly [base: string, power: number] {
  const whole = decimalUnits.get(unit);
  if (whole !== undefined) return whole;
  if (unit === "百分点") return [unit, 0];
  const multiple = multiples.find(([name]) => unit.startsWith(name) && unit.length > name.length);
  if (multiple === undefined) return [unit, 0];
  const rest = unit.slice(multiple[0].length);
  const [base, power] = decimalUnits.get(rest) ?? [rest, 0];
  return [base, power + multiple[1]];
}

/** What a bare 万 or 亿 can only mean one of: yuan, and things that are counted; never shares or areas of land. */
const barelyMultiplied: ReadonlySet<string> = new Set([
  ...["元", "人", "家", "个", "件", "项", "户", "名", "台", "辆", "套", "次", "所", "处"],
]);
const leastBare = 4;

/**
 * The power of ten that brings a number with nothing but a multiple behind it (187.49亿, 1.2万) to a unit: 0 for 亿 in
 * 亿元, 4 for 万 in 人; undefined where it is no such multiple, or leaves open what is multiplied (shares, areas, other
 * currencies).
 */
export function powerOfBare(multiple: string, to: string): number | undefined {
  const power = multiples.find(([name]) => name === multiple)?.[1];
  if (power === undefined || power < leastBare) return undefined;
  const [base, toPower] = scaleOf(to);
  return barelyMultiplied.has(base) ? power - toPower : undefined;
}

/**
 * The power of ten that turns an amount in one unit into another: 4 from 亿元 to 万元, 0 between like units, undefined
 * where the units are not decimal multiples of one thing (万美元 and 亿元 never are).
 */
export function powerBetween(from: string, to: string): number | undefined {
  if (from === to) return 0;
  const [fromBase, fromPower] = scaleOf(from);
  const [toBase, toPower] = scaleOf(to);
  return fromBase === toBase ? fromPower - toPower : undefined;
}
