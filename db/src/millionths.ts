import { canonicalQuantity, isQuantity } from "@yuanbiao/core/quantity";

/**
 * Thirteen digits and six decimals reach a little beyond a 64-bit integer. What lies outside is kept as text with this
 * letter in front, which stops SQLite from turning it into a floating point number.
 */
const beyond = "m";
const largest = 2n ** 63n - 1n;

function checked(text: string): string {
  if (!isQuantity(text)) throw new RangeError(`malformed-quantity ${text}`);
  return text;
}

/** A quantity as whole millionths for SQLite; refuses more than six decimals. */
export function toMillionths(text: string): bigint | string {
  const [whole = "", fraction = ""] = checked(text).split(".");
  const millionths = BigInt(whole + fraction.padEnd(6, "0"));
  return millionths > largest || millionths < -largest ? `${beyond}${millionths}` : millionths;
}

/** Whole millionths back to the shortest decimal string. */
export function fromMillionths(stored: bigint | string): string {
  const text = typeof stored === "bigint" ? stored.toString() : stored.slice(beyond.length);
  const sign = text.startsWith("-") ? "-" : "";
  const digits = text.slice(sign.length).padStart(7, "0");
  return `${sign}${shortest(`${digits.slice(0, -6)}.${digits.slice(-6)}`)}`;
}

/** A quantity in its one spelling for NUMERIC(19,6); refuses more than six decimals. */
export function toNumeric(text: string): string {
  return canonicalQuantity(checked(text));
}

/** What NUMERIC(19,6) gives ("7.500000") as the shortest decimal string. */
export function fromNumeric(stored: string): string {
  return stored.includes(".") ? shortest(stored) : stored;
}

function shortest(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end -= 1;
  return text.slice(0, text.charCodeAt(end - 1) === 46 ? end - 1 : end);
}
