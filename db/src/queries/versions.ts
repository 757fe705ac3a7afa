import type { Column, SQL, Table } from "drizzle-orm";
import { and, eq, getTableColumns, getTableName, gt, isNull, lte, or, sql } from "drizzle-orm";
import { narrowTo } from "../footprint.ts";
import type { Cut } from "../nouns.ts";
import type { RowOf } from "../rows.ts";
import { decodeRows, shapeOf } from "../rows.ts";
import type { Reader } from "../store.ts";

type VersionedTable = Table & { readonly recordedAt: Column; readonly supersededAt: Column };

interface Matching {
  readonly where: SQL | undefined;
  /** Only rows of these areas; no list keeps all. What is made of them stays true while other areas change. */
  readonly areas?: readonly string[] | undefined;
}

interface Selection extends Matching {
  /** Where the rows that are named one by one stand now: a change of one of them is a change there. */
  readonly standingIn?: readonly string[] | undefined;
  readonly orderBy: readonly (Column | SQL)[];
  readonly limit?: number | undefined;
}

/** Reads rows of one table in a stated order. */
export async function selectRows<T extends Table>(reader: Reader, table: T, selection: Selection): Promise<RowOf<T>[]> {
  const query = sql`select ${shapeOf(table).list} from ${table}`;
  narrow(query, table, selection);
  if (selection.standingIn !== undefined) narrowTo(query, table, selection.standingIn);
  query.append(sql` order by ${sql.join([...selection.orderBy], sql`, `)}`);
  if (selection.limit !== undefined) query.append(sql` limit ${selection.limit}`);
  return decodeRows(table, await reader.select(query));
}

/** How many rows of one table there are. */
export async function countRows(reader: Reader, table: Table, matching: Matching): Promise<number> {
  const query = sql`select count(*) from ${table}`;
  narrow(query, table, matching);
  const [row] = await reader.select(query);
  return Number(row?.[0]);
}

function narrow(query: SQL, table: Table, { where, areas }: Matching): void {
  const { area } = getTableColumns(table);
  if (areas !== undefined && area === undefined) throw new TypeError(`${getTableName(table)} has no areas`);
  const among = area === undefined ? undefined : oneOf(area, areas);
  const condition = and(where, among);
  if (condition !== undefined) query.append(sql` where ${condition}`);
  if (areas !== undefined) narrowTo(query, table, areas);
}

/** The versions that stood at an instant: recorded by then and not yet superseded. */
export function standingAt(table: VersionedTable, { asOf }: Cut): SQL | undefined {
  if (asOf === null) return isNull(table.supersededAt);
  return and(lte(table.recordedAt, asOf), or(isNull(table.supersededAt), gt(table.supersededAt, asOf)));
}

/** Keeps the row that has what a record has under these keys. */
export function sameVersion(table: Table, keys: readonly string[], record: object): SQL | undefined {
  const columns = getTableColumns(table);
  return and(
    ...keys.map((key) => {
      const column = columns[key];
      if (column === undefined) throw new TypeError(`${key} is no column`);
      return eq(column, Reflect.get(record, key));
    }),
  );
}

/** Keeps the rows whose column is one of the values; no list keeps all of them. */
export function oneOf(column: Column, values: readonly string[] | undefined): SQL | undefined {
  if (values === undefined) return undefined;
  if (values.length === 0) return sql`1 = 0`;
  return sql`${column} in (${sql.join(
    paddedTo(values).map((value) => sql`${value}`),
    sql`, `,
  )})`;
}

const [leastPadded, mostPadded] = [8, 4096];

/** The last value again, up to a power of two: lists of every length would each be a statement of their own. */
function paddedTo(values: readonly string[]): readonly string[] {
  const { length } = values;
  const last = values.at(-1);
  if (length <= leastPadded || length > mostPadded || last === undefined) return values;
  return [...values, ...Array<string>(2 ** Math.ceil(Math.log2(length)) - length).fill(last)];
}

/** Every version recorded by the cut, superseded or not. */
export function recordedBy(table: VersionedTable, { asOf }: Cut): SQL | undefined {
  return asOf === null ? undefined : lte(table.recordedAt, asOf);
}

/** Rows by their id, in the order in which they came. */
export function groupById<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group === undefined) groups.set(row.id, [row]);
    else group.push(row);
  }
  return groups;
}
