import type { Wording } from "../../text/wording.ts";
import type { Path } from "./tree.ts";

export type FormWords = Wording["schemeForm"] & Wording["schemeRule"];

function wordAt(words: unknown, [name, ...rest]: readonly string[]): string | undefined {
  if (name === undefined) return typeof words === "string" ? words : undefined;
  if (typeof words !== "object" || words === null || !Object.hasOwn(words, name)) return undefined;
  return wordAt(Reflect.get(words, name), rest);
}

const firstOf = (words: object, tries: readonly (readonly string[])[]): string | undefined =>
  tries.reduce<string | undefined>((found, names) => found ?? wordAt(words, names), undefined);

/** The name of a place's last field, and of what it stands in. Inputs are named by their schemes: what they hold is a binding. */
function namesOf(path: Path): { own: string; parent: string } {
  const names = path.filter((part) => typeof part === "string");
  const own = names.at(-1) ?? "";
  const isBinding = names.at(-3) === "inputs";
  return { own, parent: isBinding ? "bindings" : (names.at(-2) ?? "any") };
}

/** What a field is called; `type` is that of the rule it belongs to. */
export function labelOf({ labels }: FormWords, path: Path, type = ""): string {
  const { own, parent } = namesOf(path);
  const tries = parent === "scorer" ? [type, parent, "any"] : [parent, "any"];
  return (
    firstOf(
      labels,
      tries.map((group) => [group, own]),
    ) ?? own
  );
}

/** What a value of a field is called; a value without a word is said as it is. */
export function findOptionWord(
  { options }: FormWords,
  path: Path,
  { value, type = "" }: { value: string; type?: string },
) {
  const { own, parent } = namesOf(path);
  const tries = [
    [type, own],
    [parent, own],
    [parent, "each"],
    ["any", own],
  ];
  return firstOf(
    options,
    tries.map((names) => [...names, value]),
  );
}

/** What a rule does, in one line. */
export const ruleNote = ({ rules }: FormWords, type: string): string | undefined => wordAt(rules, [type]);

/** A step of the arithmetic with its figures, where the answer has no sentence for it. */
export function stepWords(words: FormWords, code: string, figures: Readonly<Record<string, string>>) {
  return {
    name: wordAt(words.steps, [code]) ?? code,
    figures: Object.entries(figures).map(([name, value]) => [wordAt(words.figures, [name]) ?? name, value] as const),
  };
}

/** Why a rule gives no points. */
export const reasonWord = ({ reasons }: FormWords, code: string): string | undefined => wordAt(reasons, [code]);
