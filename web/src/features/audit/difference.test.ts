import { expect, test } from "vitest";
import { differencesOf } from "./difference.ts";

test("only what differs is told, with what it was and what it became", () => {
  const before = { name: "张三", office: null, disabled: false };
  const after = { name: "张三", office: "统计局", disabled: true };
  expect(differencesOf({ before, after })).toEqual([
    { path: ["disabled"], before: "false", after: "true" },
    { path: ["office"], before: null, after: "统计局" },
  ]);
});

test("the items of a list are told apart by their indicator or role, whatever their order", () => {
  const before = [
    { indicator: "output", value: "1" },
    { indicator: "jobs", value: "2" },
  ];
  const after = [
    { indicator: "jobs", value: "3" },
    { indicator: "output", value: "1" },
  ];
  expect(differencesOf({ before, after })).toEqual([{ path: ["jobs", "value"], before: "2", after: "3" }]);
});

test("an entry with one side tells all of it; lists of plain values are one text", () => {
  expect(differencesOf({ after: { indicators: ["a", "b"], state: "returned", evidence: [] } })).toEqual([
    { path: ["indicators"], before: null, after: "a, b" },
    { path: ["state"], before: null, after: "returned" },
  ]);
  expect(differencesOf({ after: ["x", "y"] })).toEqual([{ path: [], before: null, after: "x, y" }]);
});

test("what stands beside before and after is told as well; the same on both sides is nothing", () => {
  expect(differencesOf({ counts: { area: { added: 1 } } })).toEqual([
    { path: ["counts", "area", "added"], before: null, after: "1" },
  ]);
  expect(differencesOf({ before: { a: 1 }, after: { a: 1 } })).toEqual([]);
});
