import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import { expect, it } from "vitest";
import { type Path, writeAt } from "./tree.ts";
import { columnsOf, pointsOfGroup, sumOfGroups } from "./weighing.ts";

const group = exampleGroup({
  weight: "30",
  criteria: [
    exampleCriterion({ code: "a", weight: "1" }),
    exampleCriterion({ code: "b", weight: "2", weights: { cluster: "0" } }),
  ],
});
const scheme = exampleScheme({ fullMark: "40", groups: [group, exampleGroup({ code: "part", role: "part" })] });
const at: Path = ["groups", 0];

it.each([
  ["hitech", ["10.0000", "20.0000"]],
  ["cluster", ["30.0000", null]],
])("the group's points are shared by what applies to %s", (type, points) => {
  expect(pointsOfGroup(scheme, at, type)).toEqual(points);
});

it("points stay while a rule beside them is half typed, and are gone while a weight is none", () => {
  const half = writeAt(scheme, [...at, "criteria", 0, "scorer", "cap"], "1.");
  expect(pointsOfGroup(half, at, "hitech")).toEqual(["10.0000", "20.0000"]);
  expect(pointsOfGroup(writeAt(scheme, [...at, "weight"], "3x"), at, "hitech")).toEqual([null, null]);
});

it("adds up the groups that count, and no others", () => {
  expect(sumOfGroups(scheme, "hitech")).toBe("30");
  expect(sumOfGroups(writeAt(scheme, [...at, "weight"], ""), "hitech")).toBeNull();
});

it("has a column for every park type to be filled in, and to be read for those with a weight of their own", () => {
  const codes = (isFixed: boolean) => columnsOf(scheme, isFixed).map(({ code }) => code);
  expect(codes(false)).toEqual(["hitech", "cluster"]);
  expect(codes(true)).toEqual(["cluster"]);
});
