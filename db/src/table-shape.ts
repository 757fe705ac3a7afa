import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { fromMillionths, fromNumeric, toMillionths, toNumeric } from "./millionths.ts";
import * as tables from "./schema/postgres.ts";
import type { EngineName, RawRow } from "./store.ts";

export const columnKinds = ["text", "integer", "flag", "quantity"] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A table as its rows are carried from one engine to another. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  /** The columns of the primary key: rows stand in their order, which is the same on every engine. */
  readonly key: readonly string[];
}

/** How PostgreSQL calls the kinds; SQLite has one type for three of them. */
const kinds: Readonly<Record<string, ColumnKind>> = {
  text: "text",
  'text COLLATE "C"': "text",
  integer: "integer",
  boolean: "flag",
  "numeric(19, 6)": "quantity",
};

/**
 * Work that is under way is asked for again; the bytes of files are carried by their hashes; what changed when serves
 * what a running process has kept; who asked how often is over within a minute.
 */
const leftOut = ["job", "file_part", "mark", "identity_mark", "pace"];

/** Every table whose rows are carried, by name. */
export function tableShapes(): TableShape[] {
  const all: readonly unknown[] = Object.values(tables);
  return all
    .flatMap((table) => (is(table, PgTable) ? [shapeOf(table)] : []))
    .filter((shape) => shape !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function shapeOf(table: PgTable): TableShape | undefined {
  const { name, columns, primaryKeys } = getTableConfig(table);
  if (leftOut.includes(name)) return undefined;
  const [key] = primaryKeys;
  if (key === undefined) throw new TypeError(`${name} has no primary key`);
  return {
    name,
    columns: columns.map((column) => {
      const kind = kinds[column.getSQLType()];
      if (kind === undefined) throw new TypeError(`${name}.${column.name} is of no kind that can be carried`);
      return { name: column.name, kind };
    }),
    key: key.columns.map((column) => column.name),
  };
}

type Cell = string | number | boolean | null;

/** A row as one line of JSON that says the same whatever engine it comes from: exact figures are texts. */
export function writeRow({ columns }: TableShape, engine: EngineName, row: RawRow): string {
  return JSON.stringify(columns.map(({ kind }, at) => cellOf(kind, engine, row[at])));
}

function cellOf(kind: ColumnKind, engine: EngineName, stored: unknown): Cell {
  if (stored === null) return null;
  if (kind === "text" && typeof stored === "string") return stored;
  if (kind === "integer" && Number.isSafeInteger(Number(stored))) return Number(stored);
  if (kind === "flag") return stored === 1n || stored === true;
  if (kind === "quantity" && engine === "postgres" && typeof stored === "string") return fromNumeric(stored);
  if (kind === "quantity" && (typeof stored === "bigint" || typeof stored === "string")) return fromMillionths(stored);
  throw new TypeError(`what is stored is no ${kind}`);
}

/** What a driver takes for a line; throws where the line is none of this table. */
export function readRow({ name, columns }: TableShape, engine: EngineName, line: string): unknown[] {
  const cells: unknown = JSON.parse(line);
  if (!Array.isArray(cells) || cells.length !== columns.length) throw new TypeError(`a row of ${name} is malformed`);
  return columns.map(({ kind }, at) => storedOf(kind, engine, cells[at]));
}

function storedOf(kind: ColumnKind, engine: EngineName, cell: unknown): unknown {
  if (cell === null) return null;
  const isFile = engine === "sqlite";
  if (kind === "text" && typeof cell === "string") return cell;
  if (kind === "integer" && typeof cell === "number") return isFile ? BigInt(cell) : cell;
  if (kind === "flag" && typeof cell === "boolean") return isFile ? BigInt(cell) : cell;
  if (kind === "quantity" && typeof cell === "string") return isFile ? toMillionths(cell) : toNumeric(cell);
  throw new TypeError(`a value is no ${kind}`);
}
