import { type Coded, codedAt, type Path, type Tree, textAt } from "./tree.ts";
import { type FormWords, labelOf } from "./words.ts";

/** Reads a place as it is spelled, back into its parts; names with dots in them stay one part only where nothing follows. */
export function readPlace(place: string): Path {
  return [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, number]) =>
    number === undefined ? text : Number(number),
  );
}

export interface PlaceWords {
  readonly words: FormWords;
  readonly isEnglish: boolean;
  readonly colon: string;
  readonly item: (list: string, at: number) => string;
}

export const calledBy = ({ code, name, nameEn }: Coded, isEnglish: boolean): string =>
  (isEnglish ? (nameEn ?? name) : name) || code;

/** A place as people say it: "企业自主创新 · 高新技术企业数：权重". */
export function placeWords(tree: Tree, place: string, { words, isEnglish, colon, item }: PlaceWords): string {
  const path = readPlace(place);
  const [first, group, second, criterion] = path;
  const isInGroup = first === "groups" && typeof group === "number";
  const isInCriterion = isInGroup && second === "criteria" && typeof criterion === "number";
  const nameIn = (list: Path, at: number): string => {
    const found = codedAt(tree, list)[at];
    return found === undefined ? String(at + 1) : calledBy(found, isEnglish);
  };
  const owners = [
    ...(isInGroup ? [nameIn(["groups"], group)] : []),
    ...(isInCriterion ? [nameIn(["groups", group, "criteria"], criterion)] : []),
  ];
  const above = isInCriterion ? 4 : isInGroup ? 2 : 0;
  const type = isInCriterion ? textAt(tree, [...path.slice(0, 4), "scorer", "type"]) : "";
  const rest = path.flatMap((part, at) => {
    if (at < above || (typeof part === "string" && typeof path[at + 1] === "number")) return [];
    const label = labelOf(words, path.slice(0, at + 1), type);
    return [typeof part === "number" ? item(label, part + 1) : label];
  });
  return [owners.join(" · "), rest.join(" ")].filter((text) => text !== "").join(colon);
}
