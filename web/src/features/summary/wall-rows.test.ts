import { describe, expect, test } from "vitest";
import { allot, choose } from "./wall-rows.ts";

describe("allot", () => {
  test("gives each area what it needs where there is room", () => {
    expect(allot([3, 2, 1], 20)).toEqual([3, 2, 1]);
  });
  test("gives in turn, the worst first, and never more than there is", () => {
    // Three areas cost half a line each beside their text: 6.5 leaves 5 lines.
    expect(allot([4, 4, 1], 6.5)).toEqual([2, 2, 1]);
    expect(allot([4, 4, 1], 7.5)).toEqual([3, 2, 1]);
  });
  test("leaves out the areas at the end that have no line", () => {
    expect(allot([1, 1, 1, 1], 4.6)).toEqual([1, 1, 1]);
    expect(allot([], 10)).toEqual([]);
  });
});

describe("choose", () => {
  test("names everything where it fits", () => {
    expect(choose(["a", "b"], ["x"], 3)).toEqual({ items: ["a", "b", "x"], rest: 0 });
  });
  test("keeps a place for what is lacking among many that are missed, and counts the rest", () => {
    const bad = ["a", "b", "c", "d", "e", "f", "g", "h"];
    expect(choose(bad, ["x"], 6)).toEqual({ items: ["a", "b", "c", "d", "x"], rest: 4 });
  });
  test("keeps a place for what is missed among many that lack a figure", () => {
    expect(choose(["a"], ["u", "v", "w", "x", "y", "z"], 3)).toEqual({ items: ["a", "u"], rest: 5 });
  });
});
