/** One thing that an entry tells of: what it was and what it became; null where it was not there. */
export interface Difference {
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const keys = ["indicator", "role", "code", "id"] as const;

/** What tells one item of a list from another; its place where nothing does. */
function nameOf(item: unknown, at: number): string {
  if (isRecord(item)) {
    for (const key of keys) {
      const name: unknown = Reflect.get(item, key);
      if (typeof name === "string") return name;
    }
  }
  return String(at + 1);
}

type Leaf = readonly [path: readonly string[], text: string];

/** A value as paths with texts: lists of plain values stay one text, nothing is left out but what is null. */
function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    if (value.every((item) => !isRecord(item))) return value.length === 0 ? [] : [[path, value.map(String).join(", ")]];
    return value.flatMap((item, at) => leavesOf(item, [...path, nameOf(item, at)]));
  }
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  return [[path, String(value)]];
}

/** What an entry changed, by path: only what differs where it has a before and an after, everything where it has one. */
export function differencesOf(detail: Readonly<Record<string, unknown>>): Difference[] {
  const { before, after, ...rest } = detail;
  const was = new Map(leavesOf(before, []).map(([path, text]) => [path.join("\n"), text]));
  const is = new Map(leavesOf(after, []).map(([path, text]) => [path.join("\n"), text]));
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
  const told = leavesOf(rest, []).map(([path, text]) => ({ path, before: null, after: text }));
  return [
    ...changed.map((path) => ({
      path: path === "" ? [] : path.split("\n"),
      before: was.get(path) ?? null,
      after: is.get(path) ?? null,
    })),
    ...told,
  ];
}
