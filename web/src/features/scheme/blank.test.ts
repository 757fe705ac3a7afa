import { exampleScheme } from "@yuanbiao/core/scheme-example";
import { expect, it } from "vitest";
import { blankCriterion, blankGroup, copyCriterion, copyGroup, criterionCodes } from "./blank.ts";
import { findFaults, parseTree } from "./fault.ts";
import { insertItem } from "./mark.ts";
import { freeCode, type Path, readAt, type Tree, writeAt } from "./tree.ts";

const scheme = exampleScheme();
const faultyPlaces = (tree: Tree) => findFaults(parseTree(tree), {}).map(({ path }) => path);
const criteria: Path = ["groups", 0, "criteria"];

it("a new criterion lacks nothing but its name, its indicator and its caliber", () => {
  const added = insertItem(scheme, criteria, { at: 1, item: blankCriterion(scheme) });
  expect(faultyPlaces(added)).toEqual(["groups[0].criteria[1].name"]);
  const called = writeAt(added, [...criteria, 1, "name"], "新指标");
  expect(faultyPlaces(called)).toEqual(["groups[0].criteria[1].indicator", "groups[0].criteria[1].caliber"]);
});

it("a new group asks for its name and its weight", () => {
  const added = insertItem(scheme, ["groups"], { at: 1, item: blankGroup(scheme) });
  expect(faultyPlaces(added)).toEqual(["groups[1].name", "groups[1].weight", "groups[1].criteria[0].name"]);
});

it("copies have codes of their own, and nothing else is different", () => {
  const once = insertItem(scheme, criteria, { at: 1, item: copyCriterion(scheme, [...criteria, 0]) });
  expect(criterionCodes(once)).toEqual(["firms", "firms-2"]);
  const twice = insertItem(once, ["groups"], { at: 1, item: copyGroup(once, ["groups", 0]) });
  expect(criterionCodes(twice)).toEqual(["firms", "firms-2", "firms-3", "firms-4"]);
  expect(readAt(twice, ["groups", 1, "code"])).toBe("innovation-2");
  expect(readAt(twice, ["groups", 1, "weight"])).toBe("10");
  expect(parseTree(twice).scheme).not.toBeNull();
});

it.each([
  ["a", [], "a"],
  ["a", ["a"], "a-2"],
  ["a-2", ["a", "a-2"], "a-3"],
  ["T01", ["T01", "T01-2"], "T01-3"],
])("%s beside %j is %s", (code, taken, free) => {
  expect(freeCode(code, taken)).toBe(free);
});
