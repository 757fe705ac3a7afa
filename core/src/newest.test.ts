import { expect, it } from "vitest";
import { exampleBearing } from "./example.ts";
import { newestOfSeries } from "./newest.ts";

const of = (id: string, area: string, indicator = "output") => exampleBearing({ id, area, indicator });
const all = [of("1", "a"), of("2", "b"), of("3", "a"), of("4", "a", "patents"), of("5", "a"), of("6", "b")];

it.each([
  [1, ["1", "2", "4"], 3],
  [2, ["1", "2", "3", "4", "6"], 1],
  [3, ["1", "2", "3", "4", "5", "6"], 0],
])("the first %i of each series, in their order, and the count of the rest", (most, ids, omitted) => {
  const found = newestOfSeries(all, most);
  expect(found.shown.map(({ figure }) => figure.id)).toEqual(ids);
  expect(found.omitted).toBe(omitted);
});

it("another caliber is another series", () => {
  const bearings = [exampleBearing({ id: "1" }), exampleBearing({ id: "2", caliber: "other" })];
  expect(newestOfSeries(bearings, 1)).toEqual({ shown: bearings, omitted: 0 });
});

it("nothing of nothing", () => {
  expect(newestOfSeries([], 4)).toEqual({ shown: [], omitted: 0 });
});
