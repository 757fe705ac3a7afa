import type { Target } from "@yuanbiao/core/target";
import { describe, expect, it } from "vitest";
import { baselineOf, isStanding, plannedFor, yearsNamed } from "./planned.ts";

type Asked = Pick<Target, "area" | "due" | "value" | "path" | "decomposition">;

const asked = (own: Partial<Asked> = {}): Asked => ({
  ...{ area: "park", due: "2020", value: "20", path: null, decomposition: [] },
  ...own,
});
const part = (period: string, area: string | null, value: string) => ({
  ...{ period, area, value, document: "plan", clause: null },
});
const path = (points: readonly (readonly [string, string])[], more: Partial<NonNullable<Target["path"]>> = {}) => ({
  ...({ kind: "document", shape: "linear", points: points.map(([period, value]) => ({ period, value })) } as const),
  ...more,
});
const said = (target: Asked, area = "park") => plannedFor(target, area).map(({ period, value }) => [period, value]);

describe("what a target asks by period", () => {
  it.each<[string, Asked, (string | null)[][]]>([
    ["the due value alone", asked(), [["2020", "20"]]],
    ["a milestone has no number", asked({ value: null }), [["2020", null]]],
    [
      "the plan's years before the due one",
      asked({ decomposition: [part("2019", null, "18"), part("2018", null, "16")] }),
      [
        ["2018", "16"],
        ["2019", "18"],
        ["2020", "20"],
      ],
    ],
    [
      "the document's last value before the plan's of the same year",
      asked({ decomposition: [part("2020", null, "21")] }),
      [["2020", "20"]],
    ],
    [
      "the points of the document's path but for the one that it begins at",
      asked({
        path: path([
          ["2020", "20"],
          ["2015", "12"],
          ["2018", "17"],
        ]),
      }),
      [
        ["2018", "17"],
        ["2020", "20"],
      ],
    ],
    ["nothing of the parts of other areas", asked({ decomposition: [part("2019", "other", "3")] }), [["2020", "20"]]],
    ["nothing by period where it stands for ever", asked({ due: "every-year" }), []],
  ])("%s", (_, target, expected) => expect(said(target)).toEqual(expected));
  it("of another area is the part that the plan lays on it, and nothing else", () => {
    const target = asked({ decomposition: [part("2019", "sub", "3"), part("2019", null, "18")] });
    expect(said(target, "sub")).toEqual([["2019", "3"]]);
    expect(said(target, "elsewhere")).toEqual([]);
  });
});

describe("the baseline", () => {
  it.each([
    [
      "is the first point of the document's path",
      path([
        ["2020", "20"],
        ["2015", "12"],
      ]),
      { period: "2015", value: "12" },
    ],
    ["is none where the path is one point", path([["2020", "20"]]), null],
    [
      "is none of the office's own plan",
      path(
        [
          ["2018", "1"],
          ["2020", "2"],
        ],
        { kind: "decomposed" },
      ),
      null,
    ],
    [
      "is none of shares of a period",
      path(
        [
          ["2019", "1"],
          ["2020", "2"],
        ],
        { shape: "time-share" },
      ),
      null,
    ],
    ["is none without a path", null, null],
  ])("%s", (_, way, expected) => expect(baselineOf({ path: way })).toEqual(expected));
});

it("names each year once, in order, within the span that is asked for", () => {
  const planned = [said(asked()), said(asked({ due: "2018-Q3" })), said(asked({ due: "2016-M01--2021-M10" }))].map(
    (rows) => rows.map(([period = "", value = null]) => ({ period: String(period), value })),
  );
  expect(yearsNamed([...planned, ...planned], { from: null, to: null })).toEqual([2018, 2020, 2021]);
  expect(yearsNamed(planned, { from: 2019, to: 2020 })).toEqual([2020]);
  expect([isStanding({ due: null }), isStanding({ due: "every-year" }), isStanding({ due: "2020" })]).toEqual([
    ...[true, true, false],
  ]);
});
