import { describe, expect, it } from "vitest";
import { heatStep, nextSort, sortRows } from "./heat.ts";

it.each([
  [null, null],
  ["0.0000", 0],
  ["0.5999", 0],
  ["0.6000", 1],
  ["0.7999", 1],
  ["0.8000", 2],
  ["0.9000", 3],
  ["0.9999", 3],
  ["1.0000", 4],
  ["1.2000", 4],
])("a share of %s stands on step %s", (share, step) => {
  expect(heatStep(share)).toBe(step);
});

describe("the order by a column", () => {
  const rows = [
    { id: "a", x: "9.5" },
    { id: "b", x: null },
    { id: "c", x: "10" },
    { id: "d", x: "9.5" },
  ];
  const idsBy = (by: Parameters<typeof sortRows>[1]) => sortRows(rows, by, (row) => row.x).map(({ id }) => id);

  it("compares figures, not texts; who has none comes last both ways; equals keep their order", () => {
    expect(idsBy({ column: "x", isDown: false })).toEqual(["a", "d", "c", "b"]);
    expect(idsBy({ column: "x", isDown: true })).toEqual(["c", "a", "d", "b"]);
    expect(idsBy(null)).toEqual(["a", "b", "c", "d"]);
  });

  it("three clicks on one head lead back to the order as it was; another head begins anew", () => {
    const first = nextSort(null, "x");
    const second = nextSort(first, "x");
    expect([first, second, nextSort(second, "x")]).toEqual([
      { column: "x", isDown: false },
      { column: "x", isDown: true },
      null,
    ]);
    expect(nextSort(second, "y")).toEqual({ column: "y", isDown: false });
  });
});
