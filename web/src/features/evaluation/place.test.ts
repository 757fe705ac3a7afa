import { expect, it } from "vitest";
import { readPlace } from "./place.ts";

const criterion = (code: string, group: string) => ({
  ...{ code, name: `${code} 名`, weight: "1", counted: true },
  group: { code: group, name: `${group} 组` },
});
const criteria = [criterion("a", "x"), criterion("b", "x"), criterion("c", "y")];

it.each([
  ["rounding", { owners: [], field: "rounding" }],
  ["groups[1].weight", { owners: ["y 组"], field: "weight" }],
  ["groups[0].criteria[1].scorer", { owners: ["x 组", "b 名"], field: "scorer" }],
  ["groups[0].criteria[0].scorer.tiers[2].from", { owners: ["x 组", "a 名"], field: "scorer" }],
  ["groups[1].criteria[0]", { owners: ["y 组", "c 名"], field: null }],
  ["groups[7].weight", undefined],
  ["groups[0].criteria[9].weight", undefined],
  ["somethingElse", undefined],
])("%s", (path, place) => {
  expect(readPlace(path, criteria)).toEqual(place);
});
