/** No text has them: not every engine stores U+0000, and no Word or Excel file with U+FFFE or U+FFFF opens. */
const outside = /[\0\ufffe\uffff]/;
/** The same as JSON writes them, or as they are. */
const outsideOfJson = /(?<!\\)(?:\\\\)*\\u(?:0000|fff[ef])|[\0\ufffe\uffff]/i;

/** Whether a text holds what is no character. */
export const hasOutside = (text: string): boolean => outside.test(text);
/** Whether one of the texts of some JSON does. */
export const hasOutsideInJson = (json: string): boolean => outsideOfJson.test(json);
/** A text with a mark in place of each of them, to be kept as something that was said. */
export const withoutOutside = (text: string): string => text.replace(/[\0\ufffe\uffff]/g, "\ufffd");
