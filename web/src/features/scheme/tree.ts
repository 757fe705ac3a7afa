/** A scheme while it is being written: JSON that may hold anything half typed. Places in it are lists of names and numbers. */
export type Tree = unknown;
export type Path = readonly (string | number)[];

/** A place as the server writes it: `groups[1].criteria[0].weight`. */
export function spell(path: Path): string {
  return path.map((part, at) => (typeof part === "number" ? `[${part}]` : `${at === 0 ? "" : "."}${part}`)).join("");
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readAt(tree: Tree, path: Path): unknown {
  return path.reduce((at: unknown, part) => {
    if (Array.isArray(at) && typeof part === "number") return at[part];
    return isFields(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  }, tree);
}

/** The same tree with another value at a place; a field that becomes undefined is gone. */
export function writeAt(tree: Tree, path: Path, value: unknown): Tree {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const below = writeAt(readAt(tree, [part]), rest, value);
  if (typeof part === "number") return Array.isArray(tree) ? tree.with(part, below) : tree;
  const fields = isFields(tree) ? tree : {};
  if (below !== undefined) return { ...fields, [part]: below };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== part));
}

export function listAt(tree: Tree, path: Path): readonly unknown[] {
  const found = readAt(tree, path);
  return Array.isArray(found) ? found : [];
}

export function fieldsAt(tree: Tree, path: Path): Readonly<Record<string, unknown>> {
  const found = readAt(tree, path);
  return isFields(found) ? found : {};
}

/** What stands at a place as a text to be typed on; nothing is an empty text. */
export function textAt(tree: Tree, path: Path): string {
  const found = readAt(tree, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

export interface Coded {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** Code and names of the items of a list, as far as they are written. */
export function codedAt(tree: Tree, path: Path): Coded[] {
  return listAt(tree, path).map((item) => ({
    ...{ code: textAt(item, ["code"]), name: textAt(item, ["name"]) },
    nameEn: textAt(item, ["nameEn"]) || null,
  }));
}

/** A code that none of the others has: `innovation-2` beside `innovation`. */
export function freeCode(code: string, taken: readonly string[]): string {
  const stem = code.replace(/-\d{1,2}$/, "");
  const free = (at: number): string => (taken.includes(`${stem}-${at}`) ? free(at + 1) : `${stem}-${at}`);
  return taken.includes(code) ? free(2) : code;
}
