/** What a spreadsheet would run as a formula, in half or full width, with or without apostrophes before it. */
const looksLikeFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const neutralised = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Gives a text that no spreadsheet runs: one that looks like a formula gets an apostrophe; `original` takes it off. */
export function neutral(text: string): string {
  return looksLikeFormula.test(text) ? `'${text}` : text;
}

/** The text that `neutral` was given; a text that needed no neutralising is itself. */
export function original(text: string): string {
  return neutralised.test(text) ? text.slice(1) : text;
}

/** A text as a cell of Excel holds it: neutral, and with what reads as a coded character (_x000D_) kept as it is. */
export function excelText(text: string): string {
  return neutral(text).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}
