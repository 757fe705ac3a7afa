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

test("equal values share a place and the next one is skipped; last year's place stands beside", () => {
  const ranking = rank(
    [
      figure("a", "2020", "10"),
      figure("b", "2020", "20"),
      figure("c", "2020", "10"),
      figure("d", "2020", "5"),
      figure("a", "2019", "30"),
      figure("b", "2019", "20"),
    ],
    "up",
  );
  expect(ranking?.rows.map((row) => [row.figure.area.code, row.place, row.tied, row.before])).toEqual([
    ["b", 1, false, 2],
    ["a", 2, true, 1],
    ["c", 2, true, null],
    ["d", 4, false, null],
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
