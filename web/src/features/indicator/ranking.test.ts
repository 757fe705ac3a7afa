import { expect, test } from "vitest";
import type { Observation } from "../../api.ts";
import { rank } from "./ranking.ts";

function figure(area: string, period: string, value: string, caliber = "above-scale"): Observation {
  return {
    id: `${area}-${period}-${caliber}`,
    indicator: { code: "output", name: "产值" },
    area: { code: area, name: area },
    caliber: { code: caliber, name: caliber },
    period,
    periodBasis: "stated",
    state: "value",
    value,
    text: null,
    unit: "亿元",
    qualifier: "=",
    stage: "unstated",
    role: "reported",
    reportedGrowth: null,
    priorComparable: null,
    class: "public",
    source: {
      kind: "page",
      document: { code: "page", name: "page" },
      title: null,
      number: null,
      clause: null,
      publisher: null,
      publishedOn: null,
      address: null,
      grade: "official",
    },
    note: null,
    version: 1,
    recordedAt: "2026-01-01T00:00:00.000Z",
    suppressed: false,
    conflicts: [],
  };
}

const now = [figure("a", "2020", "10"), figure("b", "2020", "20"), figure("c", "2020", "10"), figure("d", "2020", "5")];
const before = [figure("a", "2019", "30"), figure("b", "2019", "20"), figure("c", "2019", "10")];
const last = figure("d", "2019", "8");

test.each<[string, Observation[], [string, number, boolean, number | null][]]>([
  [
    "equal values share a place and the next one is skipped; the places of the year before stand beside",
    [...now, ...before, last],
    [
      ["b", 1, false, 2],
      ["a", 2, true, 1],
      ["c", 2, true, 3],
      ["d", 4, false, 4],
    ],
  ],
  [
    "an area that has no figure now does not count in the places of the year before",
    [...now, ...before, last, figure("e", "2019", "100"), figure("f", "2019", "9")],
    [
      ["b", 1, false, 2],
      ["a", 2, true, 1],
      ["c", 2, true, 3],
      ["d", 4, false, 4],
    ],
  ],
  [
    "where one area had no figure the year before, no place is compared with another one",
    [...now, ...before],
    [
      ["b", 1, false, null],
      ["a", 2, true, null],
      ["c", 2, true, null],
      ["d", 4, false, null],
    ],
  ],
])("%s", (_what, figures, rows) => {
  const ranking = rank(figures, "up");
  expect(ranking?.rows.map((row) => [row.figure.area.code, row.place, row.tied, row.before])).toEqual(rows);
  expect(ranking?.comparable).toBe(rows.every(([, , , place]) => place !== null));
});

test("an area is ranked by its adopted figure", () => {
  const adopted: Observation = { ...figure("a", "2020", "3"), id: "adopted", role: "adopted" };
  const ranking = rank([figure("a", "2020", "30"), adopted, figure("b", "2020", "12")], "up");
  expect(ranking?.rows.map((row) => [row.figure.area.code, row.figure.value])).toEqual([
    ["b", "12"],
    ["a", "3"],
  ]);
});

test("lower is better where the indicator says so", () => {
  expect(rank([figure("a", "2020", "3"), figure("b", "2020", "12")], "down")?.rows[0]?.figure.area.code).toBe("a");
});

test("unlike calibers, unlike periods and bounds are not ranked", () => {
  const bound: Observation = { ...figure("c", "2020", "99"), qualifier: ">" };
  expect(
    rank([figure("a", "2020", "3"), figure("b", "2020", "12", "all"), figure("b", "2020-H1", "6"), bound], "up"),
  ).toBeUndefined();
});
