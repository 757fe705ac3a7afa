import {
  pgTable,
  boolean as postgresBoolean,
  customType as postgresCustom,
  index as postgresIndex,
  integer as postgresInteger,
  primaryKey as postgresPrimaryKey,
  text as postgresText,
  uniqueIndex as postgresUniqueIndex,
} from "drizzle-orm/pg-core";
import { blob, customType, index, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { canonicalJson } from "./canonical.ts";
import { fromMillionths, fromNumeric, toMillionths, toNumeric } from "./millionths.ts";
import { makeReader, type Parser } from "./stored-json.ts";

const sqliteInteger = customType<{ data: number; driverData: bigint }>({
  dataType: () => "integer",
  toDriver: (value) => BigInt(value),
  fromDriver: Number,
});
const sqliteFlag = customType<{ data: boolean; driverData: bigint }>({
  dataType: () => "integer",
  toDriver: (value) => (value ? 1n : 0n),
  fromDriver: (stored) => stored === 1n,
});
const sqliteQuantity = customType<{ data: string; driverData: bigint | string }>({
  dataType: () => "integer",
  toDriver: toMillionths,
  fromDriver: fromMillionths,
});
const postgresQuantity = postgresCustom<{ data: string; driverData: string }>({
  dataType: () => "numeric(19, 6)",
  toDriver: toNumeric,
  fromDriver: fromNumeric,
});
const postgresBytes = postgresCustom<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
/** Sorted by bytes, as SQLite sorts, whatever locale the server was set up with. */
const postgresOrdered = postgresCustom<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

function sqliteJson<T>(name: string, schema: Parser<T>) {
  const json = customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: canonicalJson,
    fromDriver: makeReader(schema),
  });
  return json(name);
}

function postgresJson<T>(name: string, schema: Parser<T>) {
  const json = postgresCustom<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: canonicalJson,
    fromDriver: makeReader(schema),
  });
  return json(name);
}

/** Makers of tables, columns and keys. Codes, periods, days and instants are texts that sort by bytes. */
export const sqliteKit = {
  table: sqliteTable,
  primaryKey,
  index,
  uniqueIndex,
  id: (name: string) => text(name),
  text: (name: string) => text(name),
  choice: <C extends string>(name: string, choices: readonly [C, ...C[]]) => text(name, { enum: choices }),
  period: (name: string) => text(name),
  day: (name: string) => text(name),
  instant: (name: string) => text(name),
  integer: (name: string) => sqliteInteger(name),
  flag: (name: string) => sqliteFlag(name),
  quantity: (name: string) => sqliteQuantity(name),
  json: sqliteJson,
  bytes: (name: string) => blob(name, { mode: "buffer" }),
};
export type Kit = typeof sqliteKit;

const postgresMakers = {
  table: pgTable,
  primaryKey: postgresPrimaryKey,
  index: postgresIndex,
  uniqueIndex: postgresUniqueIndex,
  id: (name: string) => postgresOrdered(name),
  text: (name: string) => postgresText(name),
  choice: (name: string) => postgresOrdered(name),
  period: (name: string) => postgresOrdered(name),
  day: (name: string) => postgresOrdered(name),
  instant: (name: string) => postgresOrdered(name),
  integer: (name: string) => postgresInteger(name),
  flag: (name: string) => postgresBoolean(name),
  quantity: (name: string) => postgresQuantity(name),
  json: postgresJson,
  bytes: (name: string) => postgresBytes(name),
} satisfies Record<keyof Kit, unknown>;

/** Both kits make tables of the same columns, so code is written against the types of one of them. */
export const postgresKit = postgresMakers as unknown as Kit;

/** The fields of a record that is to be stored, to be taken one by one. */
export function asFields(record: object): Readonly<Record<string, unknown>> {
  return record as Readonly<Record<string, unknown>>;
}

/** A row put together key by key from a table's columns has the type that the columns say. */
export function asRow<T>(row: Readonly<Record<string, unknown>>): T {
  return row as T;
}
