import type { Insertion } from "./store.ts";

const quoted = (name: string): string => `"${name}"`;

/** The text of an INSERT of `count` rows; `placeholder` names the parameter at a position from 1. */
export function insertText(insertion: Insertion, count: number, placeholder: (position: number) => string): string {
  const width = insertion.columns.length;
  const row = (first: number): string =>
    `(${insertion.columns.map((_, column) => placeholder(first + column + 1)).join(", ")})`;
  const rows = Array.from({ length: count }, (_, index) => row(index * width)).join(", ");
  return `insert into ${quoted(insertion.table)} (${insertion.columns.map(quoted).join(", ")}) values ${rows}`;
}
