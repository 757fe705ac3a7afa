import { z } from "zod";
import { Code } from "./code.ts";
import { Scheme } from "./scheme.ts";

/** 随产品提供的样例, 草案, 已发布: a shipped one is only copied; a published one is never changed. */
export const schemeStates = ["shipped", "draft", "published"] as const;
export type SchemeState = (typeof schemeStates)[number];

/** A scheme as it is kept, in versions; `basis` is the scheme that it was drafted from, last year's as a rule. */
export const SchemeRecord = z.strictObject({
  code: Code,
  state: z.enum(schemeStates),
  basis: Code.nullable(),
  body: Scheme,
});
export type SchemeRecord = z.infer<typeof SchemeRecord>;

/** Codes of the schemes that one was drafted from, itself first: over them results of several years are of one kind. */
export function lineageOf(code: string, schemes: ReadonlyMap<string, Pick<SchemeRecord, "basis">>): string[] {
  const codes: string[] = [];
  for (let at: string | null = code; at !== null && !codes.includes(at); at = schemes.get(at)?.basis ?? null) {
    codes.push(at);
  }
  return codes;
}
