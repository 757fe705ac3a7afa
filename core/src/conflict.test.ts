import { describe, expect, it } from "vitest";
import { conflictsById, detectConflicts, findConflicts, groupFigures } from "./conflict.ts";
import { exampleFigure } from "./example.ts";

describe("conflicts", () => {
  const a = exampleFigure({ id: "A", value: "164.3196" });
  const b = exampleFigure({ id: "B", value: "157.344" });
  it("are found where one question has two values", () => {
    expect(detectConflicts(groupFigures([b, a]))).toMatchObject([{ kind: "detected", observations: ["A", "B"] }]);
  });
  it.each([
    ["another caliber", { caliber: "consolidated" }],
    ["another period", { period: "2021" }],
    ["another area", { area: "city" }],
    ["another role (verified beside reported)", { role: "verified" }],
    ["the same value", { value: "164.3196" }],
    ["a bound that holds", { qualifier: ">" }],
    ["a rough figure", { qualifier: "~" }],
    ["no value", { state: "not-reported", value: null }],
  ] as const)("are not found for %s", (_name, own) => {
    expect(detectConflicts(groupFigures([a, { ...b, ...own }]))).toEqual([]);
  });
  it.each([
    ["=", "4900", ">", "5000", true],
    ["<", "4000", ">", "5000", true],
    ["<=", "5000", ">=", "5000", false],
    ["<", "5000", ">=", "5000", true],
    ["=", "5000", ">=", "5000", false],
  ] as const)("%s %s against %s %s: %s", (one, value, other, limit, isConflict) => {
    const figures = [
      { ...a, qualifier: one, value },
      { ...b, qualifier: other, value: limit },
    ];
    expect(detectConflicts(groupFigures(figures)).length).toBe(isConflict ? 1 : 0);
  });
  it("declared ones stand for the same detected ones, and name the others of each figure", () => {
    const declared = [{ code: "K", observations: ["A", "B", "C"], reason: "claimed twice", reasonEn: null }];
    const found = findConflicts(groupFigures([a, b]), declared);
    expect(found).toMatchObject([{ code: "K", kind: "declared" }]);
    expect(conflictsById(found).get("A")).toEqual(["B", "C"]);
  });
});
