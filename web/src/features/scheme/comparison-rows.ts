import { readPlace } from "./place-words.ts";
import type { Path } from "./tree.ts";
import { type FormWords, findOptionWord, labelOf } from "./words.ts";

export const kinds = ["added", "removed", "changed", "moved"] as const;
interface Difference {
  readonly path: string;
  readonly place: string;
  readonly kind: (typeof kinds)[number];
  readonly before: unknown;
  readonly after: unknown;
}

export interface ComparisonRow {
  readonly path: string;
  readonly place: string;
  readonly kind: Difference["kind"];
  readonly before: string;
  readonly after: string;
}

/** How values of a scheme are said beside each other. */
export interface ValueSpeech {
  readonly words: FormWords;
  readonly isEnglish: boolean;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly list: string;
  readonly arrow: string;
  readonly pair: (label: string, value: string) => string;
  readonly coded: (name: string, code: string) => string;
}

const fieldOf = (value: object, name: string): string | null => {
  const found: unknown = Reflect.get(value, name);
  return typeof found === "string" && found !== "" ? found : null;
};

/** The type of the rule around a value, where the value itself says it. */
const typeIn = (value: object): string => fieldOf(value, "type") ?? "";

function saidObject(value: object, path: Path, speech: ValueSpeech, type: string): string {
  const name = (speech.isEnglish ? fieldOf(value, "nameEn") : null) ?? fieldOf(value, "name");
  const code = fieldOf(value, "code");
  if (name !== null) return code === null ? name : speech.coded(name, code);
  const own = path.at(-1) === "scorer" ? typeIn(value) : type;
  const parts = Object.entries(value).flatMap(([field, inner]) => {
    const at = [...path, field];
    const said = saidValue(inner, at, speech, own);
    return inner === null || said === "" ? [] : [speech.pair(labelOf(speech.words, at, own), said)];
  });
  return parts.join(speech.list) || speech.none;
}

/** A value of a scheme in words: choices by their names, things with a name by it, the rest field by field. */
export function saidValue(value: unknown, path: Path, speech: ValueSpeech, type = ""): string {
  if (value === null || value === undefined) return speech.none;
  if (typeof value === "boolean") return value ? speech.yes : speech.no;
  if (typeof value === "string") return findOptionWord(speech.words, path, { value, type }) ?? value;
  if (Array.isArray(value)) {
    const said = value.map((item, at) => saidValue(item, [...path, at], speech, type));
    return said.length === 0 ? speech.none : said.join(speech.list);
  }
  return typeof value === "object" ? saidObject(value, path, speech, type) : String(value);
}

/** What differs, a row a place; what changed places is said in its order. */
export function comparisonRows(differences: readonly Difference[], speech: ValueSpeech): ComparisonRow[] {
  return differences.map(({ path, place, kind, before, after }) => {
    const own = kind === "moved" ? { ...speech, list: speech.arrow } : speech;
    const at = readPlace(path);
    return { path, place, kind, before: saidValue(before, at, own), after: saidValue(after, at, own) };
  });
}
