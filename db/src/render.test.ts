import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { makeRender } from "./render.ts";
import { shapeOf } from "./rows.ts";
import * as postgres from "./schema/postgres.ts";
import * as sqlite from "./schema/sqlite.ts";
import type { Schema } from "./store.ts";

const engines = [
  // The types of both schemas are the same by construction (kit.ts).
  ["sqlite", new SQLiteSyncDialect(), sqlite],
  ["postgres", new PgDialect(), postgres],
] as const;

/** Queries of every piece that the store makes them of. */
const queries: Readonly<Record<string, (schema: Schema) => SQL>> = {
  "text alone": () => sql`select 1`,
  nothing: () => sql``,
  values: () => sql`select ${"a'b"}, ${1}, ${null}, ${10n}, ${true}, ${undefined}, ${""}`,
  "a name with a quotation mark": () => sql`select ${sql.identifier('a"b')} from ${sql.identifier("c")}`,
  "a table and its columns": ({ observation }) =>
    sql`select ${shapeOf(observation).list} from ${observation} order by ${observation.area}, ${desc(observation.indicator)}`,
  conditions: ({ observation, report }) =>
    sql`select 1 where ${and(
      isNull(observation.supersededAt),
      or(eq(observation.area, "x"), ne(report.state, "draft")),
      gte(observation.periodEnd, "2024-12-31"),
      lt(report.version, 3),
      isNotNull(report.submittedAt),
    )}`,
  "values that a column writes in its own way": ({ reportEvent, account }) =>
    sql`select 1 where ${eq(reportEvent.indicators, ["a", "b"])} and ${eq(account.id, sql`lower(${"A"})`)}`,
  "lists of values": ({ observation }) =>
    sql`select 1 where ${inArray(observation.area, ["a", "b"])} and ${observation.indicator} in (${sql.join(
      [sql`${"c"}`, sql`${"d"}`],
      sql`, `,
    )})`,
  "an empty list": ({ observation }) => sql`select 1 where ${inArray(observation.area, [])}`,
  "a list as it stands, and what only the library knows": ({ observation }) =>
    sql`select ${["a", 2]}, ${new Date(0)}, ${new Uint8Array([1])}, ${sql`max(${observation.version})`.as("newest")}`,
  "what was put behind it": ({ report }) =>
    sql`select ${"a"} from ${report}`.append(sql` where ${eq(report.id, "r")}`).append(sql` limit ${5}`),
};

describe.each(engines)("a query for %s", (_name, dialect, schema) => {
  it.each(Object.entries(queries))("of %s is written as the library writes it", (_of, make) => {
    const query = make(schema);
    const { sql: text, params: values } = dialect.sqlToQuery(query);
    expect(makeRender(dialect)(query)).toEqual({ text, values });
  });
});
