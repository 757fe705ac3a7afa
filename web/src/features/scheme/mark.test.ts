import { expect, it } from "vitest";
import { insertItem, marksByReason, moveItem, placedMarks, removeItem, settleMarks } from "./mark.ts";
import { type Path, readAt } from "./tree.ts";

const mark = (field: string, reason = "R") => ({ field, reason, reasonEn: null });
const scheme = {
  unverified: [mark("grades", "no grades")],
  groups: [
    {
      unverified: [mark("weight", "no weight")],
      criteria: [
        {
          scorer: { tiers: ["a", "b", "c"] },
          unverified: [mark("weight", "no weight"), mark("scorer.tiers[1].points"), mark("scorer")],
        },
        { unverified: [] },
      ],
    },
  ],
};
const places = (tree: unknown) => placedMarks(tree).map(({ place }) => place);
const own = "groups[0].criteria[0]";
const tiers: Path = ["groups", 0, "criteria", 0, "scorer", "tiers"];

it("names every place that is to be verified, from the scheme down to its criteria", () => {
  expect(places(scheme)).toEqual([
    ...["grades", "groups[0].weight", `${own}.weight`, `${own}.scorer.tiers[1].points`, `${own}.scorer`],
  ]);
});

it("settles one mark, or all with the same reason, and leaves the others", () => {
  const all = placedMarks(scheme);
  expect(places(settleMarks(scheme, all.slice(2, 3)))).toEqual([
    ...["grades", "groups[0].weight", `${own}.scorer.tiers[1].points`, `${own}.scorer`],
  ]);
  const [, weights = []] = marksByReason(all);
  expect(weights.map(({ place }) => place)).toEqual(["groups[0].weight", `${own}.weight`]);
  expect(places(settleMarks(scheme, weights))).not.toContain("groups[0].weight");
  expect(placedMarks(settleMarks(scheme, all))).toEqual([]);
});

it.each([
  ["removing the item before", removeItem(scheme, tiers, 0), ["b", "c"], `${own}.scorer.tiers[0].points`],
  ["removing the item itself", removeItem(scheme, tiers, 1), ["a", "c"], undefined],
  ["removing the item behind", removeItem(scheme, tiers, 2), ["a", "b"], `${own}.scorer.tiers[1].points`],
  [
    ...(["putting one before", insertItem(scheme, tiers, { at: 0, item: "n" })] as const),
    ...([["n", "a", "b", "c"], `${own}.scorer.tiers[2].points`] as const),
  ],
  ["moving it down", moveItem(scheme, tiers, { at: 1, by: 1 }), ["a", "c", "b"], `${own}.scorer.tiers[2].points`],
  [
    "moving the one behind up",
    moveItem(scheme, tiers, { at: 2, by: -1 }),
    ["a", "c", "b"],
    `${own}.scorer.tiers[2].points`,
  ],
  [
    "moving beyond the end",
    moveItem(scheme, tiers, { at: 2, by: 1 }),
    ["a", "b", "c"],
    `${own}.scorer.tiers[1].points`,
  ],
])("a mark follows its item: %s", (_, tree, items, place) => {
  expect(readAt(tree, tiers)).toEqual(items);
  expect(places(tree).filter((one) => one.includes("tiers"))).toEqual(place === undefined ? [] : [place]);
});

it("a criterion takes its own marks along", () => {
  expect(places(moveItem(scheme, ["groups", 0, "criteria"], { at: 0, by: 1 }))).toContain(
    "groups[0].criteria[1].weight",
  );
  expect(places(removeItem(scheme, ["groups", 0, "criteria"], 0))).toEqual(["grades", "groups[0].weight"]);
});
