import type { PaperPart } from "./document.ts";

/** A section that has something to say, under its heading; nothing for one that has not. */
export function section(text: string, parts: readonly PaperPart[]): PaperPart[] {
  return parts.length === 0 ? [] : [{ kind: "heading", level: 1, text }, ...parts];
}

export const paragraphs = (texts: readonly string[]): PaperPart[] =>
  texts.map((text) => ({ kind: "paragraph", text }) as const);

export const details = (texts: readonly string[]): PaperPart[] =>
  texts.map((text) => ({ kind: "detail", text }) as const);
