import { AsyncLocalStorage } from "node:async_hooks";
import { Column, getTableName, is, SQL, StringChunk, Table } from "drizzle-orm";

/** What was read to make something: tables by their names, each in some parts alone (areas, codes) or whole. */
export type Footprint = ReadonlyMap<string, ReadonlySet<string> | "all">;

/** Something that was made, with what was read for it. */
export interface Traced<T> {
  readonly made: T;
  readonly footprint: Footprint;
}

class Trace {
  readonly footprint = new Map<string, Set<string> | "all">();

  note(table: string, parts: Iterable<string> | "all"): void {
    const known = this.footprint.get(table);
    if (known === "all") return;
    if (parts === "all") this.footprint.set(table, "all");
    else if (known === undefined) this.footprint.set(table, new Set(parts));
    else for (const part of parts) known.add(part);
  }
}

const running = new AsyncLocalStorage<Trace>();
const narrowed = new WeakMap<SQL, { readonly table: string; readonly areas: readonly string[] }>();

/** Does some work and says what it read of the store. Who traces around it is told by `noteFootprint`. */
export async function traced<T>(work: () => Promise<T>): Promise<Traced<T>> {
  const trace = new Trace();
  const made = await running.run(trace, work);
  return { made, footprint: trace.footprint };
}

/** Says that something is used which was read apart, now or before: who traces rests on what it was read from. */
export function noteFootprint(footprint: Footprint): void {
  const trace = running.getStore();
  if (trace === undefined) return;
  for (const [table, parts] of footprint) trace.note(table, parts);
}

/** The rows of a table by code, which notes the codes that are asked for and no others. */
export class TracedMap<T> extends Map<string, T> {
  readonly #table: string;

  constructor(table: Table, entries: Iterable<readonly [string, T]>) {
    super(entries);
    this.#table = getTableName(table);
  }

  override get(code: string): T | undefined {
    running.getStore()?.note(this.#table, [code]);
    return super.get(code);
  }

  override has(code: string): boolean {
    running.getStore()?.note(this.#table, [code]);
    return super.has(code);
  }

  override get size(): number {
    this.#noteAll();
    return super.size;
  }

  override forEach(each: (value: T, code: string, map: Map<string, T>) => void): void {
    this.#noteAll();
    super.forEach(each);
  }

  override entries(): MapIterator<[string, T]> {
    this.#noteAll();
    return super.entries();
  }

  override keys(): MapIterator<string> {
    this.#noteAll();
    return super.keys();
  }

  override values(): MapIterator<T> {
    this.#noteAll();
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  #noteAll(): void {
    running.getStore()?.note(this.#table, "all");
  }
}

/** Says of a query that its own condition keeps the rows of a table to these areas. */
export function narrowTo(query: SQL, table: Table, areas: readonly string[]): void {
  narrowed.set(query, { table: getTableName(table), areas });
}

/** All tables, by any name. */
type Tables = Readonly<Record<string, Table>>;

/** Notes what a query reads, where somebody traces. */
export function noteQuery(schema: Tables, query: SQL): void {
  const trace = running.getStore();
  if (trace === undefined) return;
  const within = narrowed.get(query);
  for (const table of tablesIn(schema, query)) trace.note(table, within?.table === table ? within.areas : "all");
}

const namesOf = new WeakMap<Tables, readonly string[]>();

/** The tables that a query names, by themselves, through a column, or in its text. */
function tablesIn(schema: Tables, query: SQL): Set<string> {
  const names = namesOf.get(schema) ?? Object.values(schema).map((table) => getTableName(table));
  namesOf.set(schema, names);
  const found = new Set<string>();
  const visit = (chunk: unknown): void => {
    if (is(chunk, Table)) found.add(getTableName(chunk));
    else if (is(chunk, Column)) found.add(getTableName(chunk.table));
    else if (is(chunk, SQL)) for (const inner of chunk.queryChunks) visit(inner);
    else if (is(chunk, StringChunk)) addNamed(chunk.value.join(""));
    else if (Array.isArray(chunk)) for (const inner of chunk) visit(inner);
  };
  const addNamed = (text: string): void => {
    for (const [, name = ""] of text.matchAll(/\b(?:from|join)\s+"?(\w+)/gi)) if (names.includes(name)) found.add(name);
  };
  visit(query);
  return found;
}
