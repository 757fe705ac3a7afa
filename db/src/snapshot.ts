import { sql } from "drizzle-orm";
import { makeBreather } from "./breather.ts";
import type { EngineName, RawRow, Reader, Store } from "./store.ts";
import { engineOf } from "./store.ts";
import { type TableShape, writeRow } from "./table-shape.ts";

const rowsAtOnce = 500;

/** Runs `work` on one sight of everything that is committed: it stays as it is while commits go on. */
export function takeSnapshot<T>(store: Store, work: (snapshot: Reader) => Promise<T>): Promise<T> {
  const { engine, schema, snapshot } = store[engineOf];
  return snapshot(({ select }) => work({ engine, schema, select }));
}

/** The hashes of the migrations that made the tables, in their order. */
export async function readMigrations(reader: Reader): Promise<string[]> {
  const rows = await reader.select(sql`select "hash" from "migration" order by "position"`);
  return rows.map(([hash]) => String(hash));
}

interface Source {
  readonly engine: EngineName;
  select: Reader["select"];
}

/** The rows of a table as lines (`writeRow`), in the order of its key, some at a time. */
export async function* readLines(source: Source, shape: TableShape): AsyncGenerator<readonly string[]> {
  const breathe = makeBreather();
  let last: RawRow | undefined;
  for (;;) {
    const rows: readonly RawRow[] = await source.select(pageOf(shape, last));
    if (rows.length > 0) yield rows.map((row) => writeRow(shape, source.engine, row));
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1);
    await breathe();
  }
}

function pageOf({ name, columns, key }: TableShape, last: RawRow | undefined) {
  const named = (names: readonly string[]) =>
    sql.join(
      names.map((one) => sql.identifier(one)),
      sql`, `,
    );
  const after =
    last === undefined
      ? sql``
      : sql` where (${named(key)}) > (${sql.join(
          key.map((one) => sql`${last[columns.findIndex((column) => column.name === one)]}`),
          sql`, `,
        )})`;
  const list = named(columns.map((column) => column.name));
  return sql`select ${list} from ${sql.identifier(name)}${after} order by ${named(key)} limit ${sql.raw(String(rowsAtOnce))}`;
}

/** A file that records refer to, with what its size must be. */
export interface FileReference {
  readonly hash: string;
  readonly size: number;
}

/** Every file that a version of a record refers to, by hash. */
export async function listFileReferences(reader: Reader): Promise<FileReference[]> {
  const rows = await reader.select(
    sql`select "hash", max("size") from ${reader.schema.evidence} group by "hash" order by "hash"`,
  );
  return rows.map(([hash, size]) => ({ hash: String(hash), size: Number(size) }));
}
