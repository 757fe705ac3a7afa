import type { Scheme } from "./scheme.ts";

export type DifferenceKind = "added" | "removed" | "changed" | "moved";

/**
 * One difference of two schemes. Items with codes are told apart by them: `groups[innovation].criteria[1.2].weight`.
 * Values are JSON; null is not there. `moved`: the places of the same codes, in the order before and after.
 */
export interface SchemeDifference {
  readonly path: string;
  readonly kind: DifferenceKind;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
interface Coded {
  readonly code: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCoded = (value: unknown): value is Coded => isFields(value) && typeof value["code"] === "string";
/** A list of things each with a code of its own. */
function isCodedList(value: unknown): value is readonly Coded[] {
  return Array.isArray(value) && value.every(isCoded) && new Set(value.map(({ code }) => code)).size === value.length;
}

function differ(path: string, before: unknown, after: unknown): SchemeDifference[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: "added", before: null, after }];
  if (after === undefined) return [{ path, kind: "removed", before, after: null }];
  if (Array.isArray(before) && Array.isArray(after)) return differLists(path, before, after);
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const of = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
    return names.flatMap((name) => differ(path === "" ? name : `${path}.${name}`, of(before, name), of(after, name)));
  }
  return Object.is(before, after) ? [] : [{ path, kind: "changed", before, after }];
}

function differLists(path: string, before: readonly unknown[], after: readonly unknown[]): SchemeDifference[] {
  if (isCodedList(before) && isCodedList(after)) return differCoded(path, before, after);
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, at) => differ(`${path}[${at}]`, before[at], after[at])).flat();
}

function differCoded(path: string, before: readonly Coded[], after: readonly Coded[]): SchemeDifference[] {
  const [old, own] = [before, after].map((list) => new Map(list.map((item) => [item.code, item])));
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  const stayed = (list: readonly Coded[]) =>
    list.map(({ code }) => code).filter((code) => old?.has(code) && own?.has(code));
  const [places, next] = [stayed(before), stayed(after)];
  const isMoved = places.some((code, at) => code !== next[at]);
  return [
    ...(isMoved ? [{ path, kind: "moved", before: places, after: next } as const] : []),
    ...codes.flatMap((code) => differ(`${path}[${code}]`, old?.get(code), own?.get(code))),
  ];
}

/** What was added, removed, changed or moved from one scheme to another, by path with both values; empty for equals. */
export function compareSchemes(before: Scheme, after: Scheme): SchemeDifference[] {
  return differ("", before, after);
}
