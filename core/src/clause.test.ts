import { expect, it } from "vitest";
import { compareClauses } from "./clause.ts";

it("orders clauses as the documents do", () => {
  const sorted = [
    "一（二）",
    "三（三）",
    "五（一）1",
    "五（二）2",
    "五（二）10",
    "（二十一）",
    "（二十三）",
    "（三十）",
    null,
  ];
  expect([...sorted].reverse().sort(compareClauses)).toEqual(sorted);
  expect(compareClauses("（一百零二）", "（九十九）")).toBeGreaterThan(0);
  expect(compareClauses(null, null)).toBe(0);
});
