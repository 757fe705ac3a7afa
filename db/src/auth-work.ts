import { AsyncLocalStorage } from "node:async_hooks";
import type { SQL } from "drizzle-orm";
import { and, eq, getTableColumns, gt, gte, inArray, isNull, lt, lte, ne } from "drizzle-orm";
import type { Statement } from "./commit.ts";
import { selectRows } from "./queries/versions.ts";
import type { Reader } from "./store.ts";

/** The tables that the sign-in library reads and writes. */
export type AuthNoun = "account" | "credential" | "session" | "challenge" | "secondFactor";
export type AuthRow = Readonly<Record<string, unknown>> & { readonly id: string };

const operators = { eq, ne, lt, lte, gt, gte } as const;
export type Operator = keyof typeof operators | "in";

/** What a field of a row must be; all conditions hold together. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  readonly value: unknown;
}

/**
 * What one request changes: nothing is written until it ends, then everything in one transaction with its audit entry.
 * Reads see what was changed so far.
 */
export interface AuthWork {
  /** The store's clock when the request began. */
  readonly now: Date;
  find(noun: AuthNoun, conditions: readonly Condition[]): Promise<AuthRow[]>;
  put(noun: AuthNoun, row: AuthRow): void;
  remove(noun: AuthNoun, id: string): void;
  /** The rows that are new. */
  added(noun: AuthNoun): AuthRow[];
  /** The statements that bring the store there; they fail where somebody else changed the same rows in between. */
  statements(): Statement[];
}

const current = new AsyncLocalStorage<AuthWork>();

/** Runs a call of the library over its own work. */
export function runWith<T>(work: AuthWork, run: () => Promise<T>): Promise<T> {
  return current.run(work, run);
}

export function currentWork(): AuthWork {
  const work = current.getStore();
  if (work === undefined) throw new Error("the sign-in library was called outside of a request");
  return work;
}

/** A row as it was read, and as it shall be; null where it is not there. */
interface Edit {
  readonly noun: AuthNoun;
  readonly id: string;
  readonly before: AuthRow | null;
  readonly after: AuthRow | null;
}

const most = 200;

export function makeAuthWork(reader: Reader, now: Date): AuthWork {
  const edits = new Map<string, Edit>();
  const set = (noun: AuthNoun, id: string, after: AuthRow | null): void => {
    const before = edits.get(`${noun} ${id}`)?.before ?? null;
    edits.set(`${noun} ${id}`, { noun, id, before, after });
  };
  return {
    now,
    find: async (noun, conditions) => {
      const table = reader.schema[noun];
      const where = and(...conditions.map((condition) => sqlOf(reader, noun, condition)));
      const rows: readonly AuthRow[] = await selectRows(reader, table, { where, orderBy: [table.id], limit: most });
      for (const row of rows) {
        const key = `${noun} ${row.id}`;
        if (!edits.has(key)) edits.set(key, { noun, id: row.id, before: row, after: row });
      }
      const known = [...edits.values()].flatMap((edit) =>
        edit.noun === noun && edit.after !== null ? [edit.after] : [],
      );
      return known.filter((row) => conditions.every((condition) => holds(row, condition)));
    },
    put: (noun, row) => set(noun, row.id, row),
    remove: (noun, id) => set(noun, id, null),
    added: (noun) =>
      [...edits.values()].flatMap((edit) =>
        edit.noun === noun && edit.before === null && edit.after !== null ? [edit.after] : [],
      ),
    statements: () => [...edits.values()].flatMap(statementsOf),
  };
}

function sqlOf(reader: Reader, noun: AuthNoun, { field, operator, value }: Condition): SQL | undefined {
  const column = Object.entries(getTableColumns(reader.schema[noun])).find(([key]) => key === field)?.[1];
  if (column === undefined) throw new TypeError(`${noun} has no ${field}`);
  if (operator === "in") return inArray(column, Array.isArray(value) ? value : [value]);
  if (value === null) return isNull(column);
  return operators[operator](column, value);
}

function holds(row: AuthRow, { field, operator, value }: Condition): boolean {
  const own = row[field] ?? null;
  if (operator === "in") return Array.isArray(value) && value.includes(own);
  if (operator === "eq") return own === value;
  if (operator === "ne") return own !== value;
  if (typeof own !== "string" || typeof value !== "string") return false;
  const order = own < value ? -1 : own > value ? 1 : 0;
  return { lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 }[operator];
}

/** What must still stand in a row that is changed: its version where it has one, otherwise what is replaced in it. */
function statementsOf({ noun, id, before, after }: Edit): Statement[] {
  if (before === null) return after === null ? [] : [{ insert: noun, rows: [after] }];
  if (after === null) {
    // A challenge is taken once: who comes second finds it gone, and fails.
    const taken: Statement = {
      update: "challenge",
      key: { id },
      set: { updatedAt: before["updatedAt"] },
      expected: { value: before["value"] },
    };
    return [...(noun === "challenge" ? [taken] : []), { remove: noun, key: { id } }];
  }
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  if (changed.length === 0) return [];
  const set = Object.fromEntries(changed.map((key) => [key, after[key]]));
  if (noun !== "account") return [{ update: noun, key: { id }, set, expected: replaced(before, changed) }];
  const version = Number(before["version"]);
  return [{ update: noun, key: { id }, set: { ...set, version: version + 1 }, expected: { version } }];
}

function replaced(before: AuthRow, changed: readonly string[]): object {
  return Object.fromEntries(changed.flatMap((key) => (before[key] === null ? [] : [[key, before[key]]])));
}
