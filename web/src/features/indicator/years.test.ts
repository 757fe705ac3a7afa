import { describe, expect, test } from "vitest";
import type { Observation } from "../../api.ts";
import { spread } from "./years.ts";

type Said = readonly [role: Observation["role"], value: string | null, more?: Partial<Observation>];

function figures(...said: readonly Said[]): Observation[] {
  return said.map(([role, value, more], at) => ({
    id: `${at} ${role}`,
    indicator: { code: "output", name: "产值" },
    area: { code: "a", name: "a" },
    caliber: { code: "park", name: "park" },
    period: "2026-Q3",
    periodBasis: "stated",
    state: value === null ? "not-reported" : "value",
    value,
    text: null,
    unit: "亿元",
    qualifier: "=",
    stage: "progress",
    role,
    reportedGrowth: null,
    priorComparable: null,
    class: "public",
    source: {
      kind: "document",
      document: { code: "round", name: "round" },
      title: null,
      number: null,
      clause: null,
      publisher: null,
      publishedOn: null,
      address: null,
      grade: "original",
    },
    note: null,
    version: 1,
    recordedAt: "2026-10-01T00:00:00.000Z",
    suppressed: false,
    conflicts: [],
    ...more,
  }));
}

describe("a cell shows", () => {
  test.each<[string, Said[], string[], string[]]>([
    [
      "the adopted figure, and behind it only what says something else",
      [
        ["reported", "187.49"],
        ["verified", "180"],
        ["adopted", "187.490"],
      ],
      ["adopted 187.490"],
      ["verified 180"],
    ],
    ["a reported figure that is alone", [["reported", "37.25"]], ["reported 37.25"], []],
    [
      "sources that contradict each other side by side",
      [
        ["reported", "280"],
        ["reported", "290"],
      ],
      ["reported 280", "reported 290"],
      [],
    ],
    [
      "a bound apart from the exact figure with the same number",
      [
        ["reported", "280", { qualifier: ">" }],
        ["adopted", "280"],
      ],
      ["adopted 280"],
      ["reported 280"],
    ],
    [
      "the value before a later blank",
      [
        ["reported", "5"],
        ["verified", null],
      ],
      ["reported 5"],
      ["verified null"],
    ],
  ])("%s", (_what, said, counting, others) => {
    const cell = spread(figures(...said)).rows[0]?.cells.get("a park");
    const words = (found: readonly Observation[] = []) => found.map(({ role, value }) => `${role} ${value}`);
    expect([words(cell?.counting), words(cell?.others)]).toEqual([counting, others]);
  });
});

test.each<[string, Said[], Observation["role"] | undefined]>([
  ["figures of one role are named once", [["reported", "1"]], "reported"],
  [
    "what is behind an adopted figure does not part it from other adopted ones",
    [
      ["reported", "1"],
      ["adopted", "2"],
    ],
    "adopted",
  ],
  [
    "unlike roles are named one by one",
    [
      ["reported", "1", { period: "2025" }],
      ["adopted", "2"],
    ],
    undefined,
  ],
])("%s", (_what, said, role) => {
  expect(spread(figures(...said)).role).toBe(role);
});

test("a figure in three roles counts once for the order of the areas", () => {
  const three = figures(["reported", "1"], ["verified", "1"], ["adopted", "1"]);
  const area = { code: "b", name: "b" };
  const two = figures(["reported", "1", { area }], ["reported", "2", { area, period: "2025" }]);
  expect(spread([...three, ...two]).columns.map((column) => column.area.code)).toEqual(["b", "a"]);
});
