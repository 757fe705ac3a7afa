import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { observation } from "../schema/sqlite.ts";
import { oneOf } from "./versions.ts";

const dialect = new SQLiteSyncDialect();
const names = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);

function paramsOf(values: readonly string[]): unknown[] {
  const condition = oneOf(observation.id, values);
  if (condition === undefined) throw new Error("no condition");
  return dialect.sqlToQuery(condition).params;
}

describe("a list of values", () => {
  it("keeps nothing where it is empty, and everything where there is none", () => {
    expect(oneOf(observation.id, undefined)).toBeUndefined();
    expect(paramsOf([])).toEqual([]);
  });
  it.each([
    [1, 1],
    [8, 8],
    [9, 16],
    [16, 16],
    [17, 32],
    [300, 512],
    [4096, 4096],
    [4097, 4097],
  ])("of %d is asked with %d, the last again", (count, asked) => {
    const params = paramsOf(names(count));
    expect(params).toHaveLength(asked);
    expect([...new Set(params)]).toEqual(names(count));
  });
});
