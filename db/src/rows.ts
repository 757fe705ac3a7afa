import type { Column, InferSelectModel, SQL, Table } from "drizzle-orm";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { asRow } from "./kit.ts";
import type { RawRow } from "./store.ts";

/** Columns that serve the store alone and are not part of what a query gives. */
const hidden = ["supersededAt", "periodEnd", "publishedLast"] as const;
export type Hidden = (typeof hidden)[number];
export type RowOf<T extends Table> = Omit<InferSelectModel<T>, Hidden>;

interface Field {
  readonly key: string;
  readonly column: Column;
}

export interface RowShape {
  readonly name: string;
  readonly fields: readonly Field[];
  /** `"t"."a", "t"."b", …` of the fields that a query gives. */
  readonly list: SQL;
  readonly shown: readonly Field[];
  /** An object with every shown key: copies of it keep one hidden class, which makes 40 000 rows three times cheaper. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly decoders: readonly (((stored: unknown) => unknown) | undefined)[];
}

const shapes = new WeakMap<Table, RowShape>();
const isHidden = (key: string): boolean => hidden.some((name) => name === key);
/** Texts are stored as they are; to ask each of them for its decoder would cost as much as reading it. */
const isPlain = (column: Column): boolean => column.columnType === "SQLiteText" || column.columnType === "PgText";

/** How a table's rows are read and written; made once a table. */
export function shapeOf(table: Table): RowShape {
  const known = shapes.get(table);
  if (known !== undefined) return known;
  const fields = Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, column }));
  const shown = fields.filter(({ key }) => !isHidden(key));
  const name = getTableName(table);
  const shape: RowShape = {
    name,
    fields,
    shown,
    list: sql.raw(shown.map(({ column }) => `"${name}"."${column.name}"`).join(", ")),
    template: JSON.parse(JSON.stringify(Object.fromEntries(shown.map(({ key }) => [key, null])))),
    decoders: shown.map(({ column }) =>
      isPlain(column) ? undefined : (stored: unknown) => column.mapFromDriverValue(stored),
    ),
  };
  shapes.set(table, shape);
  return shape;
}

/** Turns what the driver gave for `list` into rows. */
export function decodeRows<T extends Table>(table: T, raws: readonly RawRow[]): RowOf<T>[] {
  const { template, decoders } = shapeOf(table);
  return raws.map((raw) => {
    const row: Record<string, unknown> = { ...template };
    let index = 0;
    for (const key in row) {
      const stored = raw[index];
      const decode = decoders[index];
      row[key] = decode === undefined || stored === null ? stored : decode(stored);
      index += 1;
    }
    return asRow<RowOf<T>>(row);
  });
}

/** The stored form of some fields of a record; null stays null, and a field that is not there is an error. */
export function encodeFields(fields: readonly Field[], record: object): unknown[] {
  return fields.map(({ key, column }) => {
    const value: unknown = Reflect.get(record, key);
    if (value === undefined) throw new TypeError(`${key} is missing`);
    return value === null ? null : column.mapToDriverValue(value);
  });
}
