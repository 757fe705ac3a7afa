import type { z } from "zod";
import type { Row, Table } from "./csv.ts";
import type { Fault } from "./folder.ts";

/**
 * How a cell becomes a field: text must be there, optional may be empty (null), plain may be empty (''), list is
 * parted by |, flag is true or false, count a whole number.
 */
export const cellKinds = ["text", "optional", "plain", "list", "flag", "count"] as const;
export type CellKind = (typeof cellKinds)[number];

/** A CSV file of one noun: its columns and the schema that a row must pass. */
export interface Sheet<T> {
  readonly file: string;
  readonly columns: Readonly<Record<string, CellKind>>;
  readonly schema: z.ZodType<T>;
}

/** A value with the place it was read from, so that later checks can name it. */
export interface Placed<T> {
  readonly file: string;
  readonly line: number;
  readonly value: T;
}

export type Raw = Readonly<Record<string, unknown>>;

const readCell: Record<CellKind, (cell: string) => unknown> = {
  text: (cell) => (cell === "" ? null : cell),
  optional: (cell) => (cell === "" ? null : cell),
  plain: (cell) => cell,
  list: (cell) => (cell === "" ? [] : cell.split("|").map((part) => part.trim())),
  flag: (cell) => (cell === "true" ? true : cell === "false" ? false : cell === "" ? null : cell),
  count: (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell === "" ? null : cell),
};

const obligatory: Record<CellKind, boolean> = {
  text: true,
  optional: false,
  plain: false,
  list: false,
  flag: true,
  count: true,
};

/** The fields of a row before its schema sees them. */
export function rawOf(columns: Readonly<Record<string, CellKind>>, row: Row): Raw {
  return Object.fromEntries(
    Object.entries(columns).map(([name, kind]) => [name, readCell[kind](row.cells[name] ?? "")]),
  );
}

/** An obligatory column that is not there is one fault, not one for every row. */
export function missingColumns(sheet: Sheet<unknown>, table: Table): Fault[] {
  if (table.columns.length === 0) return [];
  return Object.entries(sheet.columns)
    .filter(([name, kind]) => obligatory[kind] && !table.columns.includes(name))
    .map(([name]) => ({ file: table.file, line: 1, field: name, code: "missing-column", value: null }));
}

const ownCode = /^[a-z]+(-[a-z0-9]+)+$/;

function codeOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === null || value === undefined || value === "") return "missing";
  if (ownCode.test(issue.message)) return issue.message;
  // The one union among the nouns is a target's due date: a period or every-year.
  if (issue.code === "invalid_union") return "malformed-period";
  if (issue.code === "invalid_value") return "not-in-list";
  if (issue.code === "too_small") return "too-small";
  if (issue.code === "too_big") return "too-big";
  if (issue.code === "invalid_type") return `malformed-${issue.expected}`;
  return issue.code;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, key)?.value;
  }, raw);
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Checks a row against its schema; every issue becomes a fault at its field, `fieldOf` naming the column. */
export function checkRow<T>(
  schema: z.ZodType<T>,
  at: { readonly file: string; readonly line: number; readonly raw: unknown },
  fieldOf: (path: readonly PropertyKey[]) => string = (path) => path.map(String).join("."),
): { value: T } | { faults: Fault[] } {
  const result = schema.safeParse(at.raw);
  if (result.success) return { value: result.data };
  const faults = result.error.issues.map((issue) => {
    const value = valueAt(at.raw, issue.path);
    const field = issue.path.length === 0 ? null : fieldOf(issue.path);
    return { file: at.file, line: at.line, field, code: codeOf(issue, value), value: shown(value) };
  });
  return { faults };
}

/** Reads every row of a table through its sheet. */
export function readRows<T>(sheet: Sheet<T>, table: Table): { rows: Placed<T>[]; faults: Fault[] } {
  const missing = missingColumns(sheet, table);
  if (missing.length > 0) return { rows: [], faults: missing };
  const rows: Placed<T>[] = [];
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const at = { file: table.file, line: row.line, raw: rawOf(sheet.columns, row) };
    const checked = checkRow(sheet.schema, at);
    if ("value" in checked) rows.push({ file: at.file, line: at.line, value: checked.value });
    else faults.push(...checked.faults);
  }
  return { rows, faults };
}
