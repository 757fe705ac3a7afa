import type { Citation } from "../api.ts";
import { citedWords } from "../text/word.ts";

const han = /\p{Script=Han}/u;

/**
 * A proper name as its source writes it (publisher, title, number, clause, alias), whatever the page speaks: said to
 * be Chinese where it is, so that a screen reader pronounces it and a browser picks the right glyphs.
 */
export function Original({ children }: { children: string }) {
  return <span lang={han.test(children) ? "zh-CN" : undefined}>{children}</span>;
}

/** Document and clause in one line, as the document numbers them. */
export function Cited({ citation }: { citation: Citation }) {
  return <Original>{citedWords(citation)}</Original>;
}
