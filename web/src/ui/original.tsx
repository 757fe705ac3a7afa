import type { Citation } from "../api.ts";
import { citedWords } from "../text/word.ts";

const han = /\p{Script=Han}/u;

/** The language of a text that somebody wrote, where it is not the page's own to say. */
export const langOf = (text: string): "zh-CN" | undefined => (han.test(text) ? "zh-CN" : undefined);

/**
 * A proper name as its source writes it (publisher, title, number, clause, alias), whatever the page speaks: said to
 * be Chinese where it is, so that a screen reader pronounces it and a browser picks the right glyphs.
 */
export function Original({ children }: { children: string }) {
  return <span lang={langOf(children)}>{children}</span>;
}

/** Document and clause in one line, as the document numbers them. */
export function Cited({ citation }: { citation: Citation }) {
  return <Original>{citedWords(citation)}</Original>;
}
