/**
 * No text has them: not every engine stores U+0000, no Word or Excel file with U+FFFE or U+FFFF opens, and half of a pair
 * of surrogates is another character wherever it is stored.
 */
const outside = /[\0\ufffe\uffff]/;
/** The same as JSON writes them, or as they are. */
const outsideOfJson = /(?<!\\)(?:\\\\)*\\u(?:0000|fff[ef])|[\0\ufffe\uffff]/i;
/** A half as JSON writes it; read and written anew, only a half that is alone is written so. */
const half = /(?<!\\)(?:\\\\)*\\ud[89a-f]/i;

/** Whether a text holds what is no character. */
export const hasOutside = (text: string): boolean => outside.test(text) || !text.isWellFormed();

/** Whether one of the texts of some JSON does. */
export function hasOutsideInJson(json: string): boolean {
  if (outsideOfJson.test(json) || !json.isWellFormed()) return true;
  if (!half.test(json)) return false;
  try {
    return half.test(JSON.stringify(JSON.parse(json)));
  } catch {
    // What is no JSON is refused as that.
    return false;
  }
}

/** A text with a mark in place of each of them, to be kept as something that was said. */
export const withoutOutside = (text: string): string => text.replace(/[\0\ufffe\uffff]/g, "\ufffd").toWellFormed();
