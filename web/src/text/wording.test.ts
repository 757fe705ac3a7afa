import { expect, test } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Leaf = readonly [key: string, text: string];

function leaves(words: object, path = ""): Leaf[] {
  return Object.entries(words).flatMap(([name, value]): Leaf[] => {
    const key = path === "" ? name : `${path}.${name}`;
    return typeof value === "string" ? [[key, value]] : leaves(value, key);
  });
}

const parts = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)\/>/g)].map((match) => match[0]).sort();

test("both languages have the same keys, and none is empty", () => {
  expect(leaves(en).map(([key]) => key)).toEqual(leaves(zh).map(([key]) => key));
  for (const [key, text] of [...leaves(zh), ...leaves(en)]) expect(text, key).not.toBe("");
});

test("both languages say the same figures", () => {
  const english = new Map(leaves(en));
  for (const [key, text] of leaves(zh)) expect(parts(english.get(key) ?? ""), key).toEqual(parts(text));
});

/** Nouns in the plural directly behind a figure: "1 letters were sent". */
const countedPlural =
  /\{\{(\w+)\}\} (?:(?:of \{\{\w+\}\}|[a-z-]+) ){0,2}?(?!is\b|was\b|has\b|lies\b|leads\b|signs\b|this\b|points\b|as\b)([a-z]+s)\b/g;
/** Names, measured figures, and what is at least 8. */
const uncounted = /^(name|names|area|department|found|actual|reference|outcome|who|ratio|difference|length)$/;

test("English reads right of one as of many: a figure stands behind its noun", () => {
  const counted = leaves(en).flatMap(([key, text]) =>
    [...text.matchAll(countedPlural)]
      .filter(([, part = ""]) => !uncounted.test(part))
      .map(([words]) => `${key}: ${words}`),
  );
  expect(counted).toEqual([]);
  expect("in {{count}} documents".match(countedPlural)).not.toBeNull();
});

test("English has no Chinese left in it, but for the name of the other language", () => {
  const chinese = leaves(en).filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && key !== "page.language");
  expect(chinese).toEqual([]);
});
