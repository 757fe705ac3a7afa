import { listAt, type Path, readAt, spell, type Tree, textAt, writeAt } from "./tree.ts";

/** 待核: a place for which no source gives a value; `at` is where the mark itself is kept. */
export interface PlacedMark {
  readonly at: Path;
  readonly place: string;
  readonly reason: string;
  readonly reasonEn: string | null;
}

/** Everything that carries marks of its own: the scheme, its groups, their criteria. */
function ownersOf(tree: Tree): Path[] {
  const groups = listAt(tree, ["groups"]).map((_, at): Path => ["groups", at]);
  return [
    [],
    ...groups.flatMap((group) => [
      group,
      ...listAt(tree, [...group, "criteria"]).map((_, under): Path => [...group, "criteria", under]),
    ]),
  ];
}

function marksOf(tree: Tree, owner: Path): PlacedMark[] {
  return listAt(tree, [...owner, "unverified"]).map((mark, at) => ({
    at: [...owner, "unverified", at],
    place: [spell(owner), textAt(mark, ["field"])].filter((text) => text !== "").join("."),
    reason: textAt(mark, ["reason"]),
    reasonEn: textAt(mark, ["reasonEn"]) || null,
  }));
}

/** All places that are 待核, in the order of the scheme. */
export function placedMarks(tree: Tree): PlacedMark[] {
  return ownersOf(tree).flatMap((owner) => marksOf(tree, owner));
}

/** The scheme without these marks: what they stood for is verified. */
export function settleMarks(tree: Tree, settled: readonly PlacedMark[]): Tree {
  const gone = new Set(settled.map(({ at }) => spell(at)));
  return ownersOf(tree).reduce((next: Tree, owner) => {
    const list: Path = [...owner, "unverified"];
    const kept = listAt(tree, list).filter((_, at) => !gone.has(spell([...list, at])));
    return kept.length === listAt(tree, list).length ? next : writeAt(next, list, kept);
  }, tree);
}

/** Marks with the same reason, which are settled together. */
export function marksByReason(marks: readonly PlacedMark[]): PlacedMark[][] {
  const reasons = [...new Set(marks.map(({ reason }) => reason))];
  return reasons.map((reason) => marks.filter((mark) => mark.reason === reason));
}

/** Whom the marks about a place belong to: the criterion, group or scheme around it. */
function ownerOf(path: Path): Path {
  const [first, group, second, criterion] = path;
  if (first !== "groups" || group === undefined || path.length < 3) return [];
  return second === "criteria" && criterion !== undefined && path.length > 4 ? path.slice(0, 4) : path.slice(0, 2);
}

type Moved = (at: number) => number | null;

/** Marks about the items of a list follow them; those of an item that is gone go with it. */
function followItems(tree: Tree, list: Path, moved: Moved): Tree {
  const owner = ownerOf(list);
  const marks: Path = [...owner, "unverified"];
  const within = spell(list.slice(owner.length));
  const kept = listAt(tree, marks).flatMap((mark) => {
    const field = textAt(mark, ["field"]);
    const [, number = "", rest = ""] = field.startsWith(`${within}[`)
      ? (/^\[(\d+)\](.*)$/.exec(field.slice(within.length)) ?? [])
      : [];
    if (number === "") return [mark];
    const at = moved(Number(number));
    return at === null ? [] : [writeAt(mark, ["field"], `${within}[${at}]${rest}`)];
  });
  return readAt(tree, marks) === undefined ? tree : writeAt(tree, marks, kept);
}

export function removeItem(tree: Tree, list: Path, gone: number): Tree {
  const followed = followItems(tree, list, (at) => (at === gone ? null : at > gone ? at - 1 : at));
  return writeAt(followed, list, listAt(tree, list).toSpliced(gone, 1));
}

export function insertItem(tree: Tree, list: Path, { at: place, item }: { at: number; item: unknown }): Tree {
  const followed = followItems(tree, list, (at) => (at >= place ? at + 1 : at));
  return writeAt(followed, list, listAt(tree, list).toSpliced(place, 0, item));
}

/** Changes places with the item before (-1) or after (1); the ends stay. */
export function moveItem(tree: Tree, list: Path, { at: from, by }: { at: number; by: 1 | -1 }): Tree {
  const items = listAt(tree, list);
  const to = from + by;
  if (items[from] === undefined || items[to] === undefined) return tree;
  const followed = followItems(tree, list, (at) => (at === from ? to : at === to ? from : at));
  return writeAt(followed, list, items.with(from, items[to]).with(to, items[from]));
}
