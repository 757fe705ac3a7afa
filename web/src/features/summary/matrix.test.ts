import { describe, expect, test } from "vitest";
import { arrange, type MatrixCell, moveBy, statesIn } from "./matrix.ts";

const ref = (code: string) => ({ code, name: code });
const cell = (area: number, indicator: number, status: MatrixCell["status"]): MatrixCell => ({
  area,
  indicator,
  status,
  provisional: false,
  deviation: null,
  targets: [`${area}-${indicator}`],
});

describe("arrange", () => {
  const matrix = {
    areas: ["a", "b", "c"].map((code) => ({ ...ref(code), kind: "park" })),
    indicators: ["x", "y"].map(ref),
    cells: [cell(0, 0, "on-track"), cell(1, 0, "no-data"), cell(1, 1, "no-data"), cell(2, 1, "missed")],
  };
  test("the worst row and the worst column come first", () => {
    const model = arrange(matrix);
    expect(model.areas.map((area) => area.code)).toEqual(["c", "b", "a"]);
    expect(model.indicators.map((indicator) => indicator.code)).toEqual(["y", "x"]);
  });
  test("cells follow their rows and columns, and an empty cell is no cell", () => {
    const model = arrange(matrix);
    expect(model.cellAt(0, 0)?.status).toBe("missed");
    expect(model.cellAt(2, 1)?.status).toBe("on-track");
    expect(model.cellAt(0, 1)).toBeUndefined();
    expect(model.cellAt(9, 9)).toBeUndefined();
  });
  test("an empty board is arranged without complaint", () => {
    expect(arrange({ areas: [], indicators: [], cells: [] }).areas).toEqual([]);
  });
});

describe("moveBy", () => {
  const size = { row: 3, column: 4 };
  test.each([
    ["ArrowRight", 0, 0, 0, 1],
    ["ArrowLeft", 0, 0, 0, 0],
    ["ArrowDown", 2, 1, 2, 1],
    ["End", 1, 0, 1, 3],
    ["Home", 1, 3, 1, 0],
    ["PageDown", 0, 2, 2, 2],
  ])("%s from %i,%i", (key, row, column, toRow, toColumn) => {
    expect(moveBy(key, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
  });
  test("other keys move nothing", () => {
    expect(moveBy("a", { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

test("statesIn lists the worst first and leaves out what nobody has", () => {
  const list = [
    { status: "achieved" as const, total: 0 },
    { status: "not-due" as const, total: 2 },
  ];
  expect(statesIn(list, [{ status: "missed", total: 1 }])).toEqual(["missed", "not-due"]);
});
