import type { Column, InferSelectModel, SQL, Table } from "drizzle-orm";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { asFields, asRow } from "./kit.ts";
import type { RawRow } from "./store.ts";

/** Columns that serve the store alone and are not part of what a query gives. */
const hidden = ["supersededAt", "periodEnd", "publishedLast"] as const;
export type Hidden = (typeof hidden)[number];
export type RowOf<T extends Table> = Omit<InferSelectModel<T>, Hidden>;

interface Field {
  readonly key: string;
  readonly column: Column;
  /** The stored form of a value that is there; none where it is stored as it is. */
  readonly encode: ((value: unknown) => unknown) | undefined;
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
  const fields = Object.entries(getTableColumns(table)).map(([key, column]): Field => {
    const encode = isPlain(column) ? undefined : (value: unknown) => column.mapToDriverValue(value);
    return { key, column, encode };
  });
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

/** The stored form of many records, all of which have the stamped fields in common. */
export function encodeRows(fields: readonly Field[], records: readonly object[], stamped: object): unknown[][] {
  const common = asFields(stamped);
  const plan = fields.map((field) => ({ ...field, isCommon: Object.hasOwn(common, field.key) }));
  return records.map((record) => {
    const given = asFields(record);
    return plan.map(({ key, encode, isCommon }) => {
      const value = isCommon ? common[key] : given[key];
      if (value === undefined) throw new TypeError(`${key} is missing`);
      return value === null || encode === undefined ? value : encode(value);
    });
  });
}

/** The stored form of some fields of a record; null stays null, and a field that is not there is an error. */
export function encodeFields(fields: readonly Field[], record: object): unknown[] {
  const given = asFields(record);
  return fields.map(({ key, encode }) => {
    const value = given[key];
    if (value === undefined) throw new TypeError(`${key} is missing`);
    return value === null || encode === undefined ? value : encode(value);
  });
}
