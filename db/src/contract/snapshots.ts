import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knownMigrations } from "../migrate.ts";
import { listFileReferences, readLines, readMigrations, takeSnapshot } from "../snapshot.ts";
import type { Reader, Store } from "../store.ts";
import { engineOf } from "../store.ts";
import { readRow, tableShapes, writeRow } from "../table-shape.ts";
import type { Open } from "./opened.ts";
import { commitFigures, commitPark } from "./opened.ts";
import { sampleObservation } from "./samples.ts";

const shapeOf = (name: string) => {
  const shape = tableShapes().find((one) => one.name === name);
  if (shape === undefined) throw new Error(`no table ${name}`);
  return shape;
};

async function linesOf(reader: Reader, name: string): Promise<string[]> {
  const all: string[] = [];
  for await (const lines of readLines(reader, shapeOf(name))) all.push(...lines);
  return all;
}

/** Figures whose values reach the ends of what is stored. */
const values = ["0", "-0.000001", "9223372036854.775807", "9999999999999.999999", "-9999999999999.999999", "7.5"];
const figures = (prefix: string) => values.map((value, at) => sampleObservation({ id: `${prefix}-${at}`, value }));

async function addMany(store: Store, count: number): Promise<void> {
  const incoming = Array.from({ length: count }, (_, at) => sampleObservation({ id: `many-${at}` }));
  expect((await commitFigures(store, incoming)).ok).toBe(true);
}

/** What backups rest on. */
export function snapshotContract(open: Open): void {
  test("rows are carried as lines that say exactly what is stored, and come back as they were", async () => {
    const { store } = await open();
    expect((await commitFigures(store, figures("exact"))).ok).toBe(true);
    const shape = shapeOf("observation");
    const at = shape.columns.findIndex(({ name }) => name === "value");
    const lines = await linesOf(store, "observation");
    expect(lines.map((line) => JSON.parse(line)[at])).toEqual(values);
    expect(lines.map((line) => writeRow(shape, store.engine, readRow(shape, store.engine, line)))).toEqual(lines);
  });

  test("a table is read to its end, each row once, in the order of its key", async () => {
    const { store } = await open();
    await addMany(store, 2345);
    const { columns, key } = shapeOf("observation");
    const places = key.map((name) => columns.findIndex((column) => column.name === name));
    const keys = (await linesOf(store, "observation")).map((line) => {
      const row: unknown[] = JSON.parse(line);
      return places.map((place) => String(row[place])).join(" ");
    });
    expect(keys).toHaveLength(2345);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test("a sight of the store stays as it is while others commit", async () => {
    const { store, again } = await open();
    if (again === undefined) return;
    await commitFigures(store, figures("before"));
    const seen = await takeSnapshot(store, async (snapshot) => {
      const first = await linesOf(snapshot, "audit_head");
      expect((await commitFigures(store, figures("after"))).ok).toBe(true);
      expect((await commitPark(store, [])).ok).toBe(true);
      return { first, later: await linesOf(snapshot, "audit_head"), rows: await linesOf(snapshot, "observation") };
    });
    expect(seen.later).toEqual(seen.first);
    expect(seen.rows).toHaveLength(values.length);
    expect(await linesOf(store, "observation")).toHaveLength(2 * values.length);
  });

  test("a sight of the store changes nothing and knows its migrations and files", async () => {
    const { store } = await open();
    expect(await takeSnapshot(store, readMigrations)).toEqual(knownMigrations(store.engine));
    expect(await takeSnapshot(store, listFileReferences)).toEqual([]);
    const broken = takeSnapshot(store, async () => {
      throw new Error("given up");
    });
    await expect(broken).rejects.toThrow("given up");
    const rows = await store[engineOf].snapshot(({ select }) => select(sql`select count(*) from audit`));
    expect(Number(rows[0]?.[0])).toBe(0);
  });
}
