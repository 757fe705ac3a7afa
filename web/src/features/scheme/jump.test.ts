import { expect, it } from "vitest";
import { aroundOf, foldsAround } from "./jump.ts";

it.each([
  ["groups[1].criteria[10].scorer.cap", ["groups[1].criteria[10]"]],
  ["groups[1].criteria[10]", ["groups[1].criteria[10]"]],
  ["groups[1].name", ["groups[1]"]],
  ["groups[1]", []],
  ["groups", []],
  ["grades[0].from", []],
])("%s is seen once %j is unfolded", (place, folded) => {
  expect(foldsAround(place)).toEqual(folded);
});

it("what is around a place, the nearest first", () => {
  expect(aroundOf("groups[1].scorer.tiers[0]")).toEqual([
    ...["groups[1].scorer.tiers[0]", "groups[1].scorer.tiers", "groups[1].scorer", "groups[1]", "groups"],
  ]);
});
