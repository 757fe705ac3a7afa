import { describe, expect, it } from "vitest";
import { blankDocument } from "../../ui/document-draft.ts";
import { balanceOf, cellKey, draftPlan, type PlanDraft, type Planned, planBody, plannedPeriods } from "./plan-draft.ts";

const firms: Planned = { due: "2020", value: "300", path: null, indicator: { unit: "家" } };
const today = "2018-05-01";

function written(cells: readonly (readonly [period: string, area: string | null, text: string])[]): PlanDraft {
  return {
    ...{ ...blankDocument, document: "plan", clause: "", shape: "step", areas: ["east", "west"] },
    periods: [...new Set(cells.map(([period]) => period))],
    cells: Object.fromEntries(cells.map(([period, area, text]) => [cellKey(period, area), text])),
  };
}

describe("the periods that a new plan offers", () => {
  it.each([
    ["from this year to the due one", firms, ["2018", "2019", "2020"]],
    ["ends with a due period that is no year", { ...firms, due: "2020-Q3" }, ["2018", "2019", "2020-Q3"]],
    ["only the due year once that is over", { ...firms, due: "2015" }, ["2015"]],
    ["four years on without a due period", { ...firms, due: "every-year" }, ["2018", "2019", "2020", "2021", "2022"]],
  ])("%s", (_, target, expected) => {
    expect(plannedPeriods(target, today)).toEqual(expected);
  });
  it("a new plan ends with the target's own value", () => {
    const managed = { id: "T", version: 1, decision: null, evidence: [], parts: [], shape: null };
    expect(draftPlan(firms, managed, today).cells).toEqual({ [cellKey("2020", null)]: "300" });
  });
});

describe("sub-areas against the whole", () => {
  it.each([
    [
      "equal",
      [
        ["2020", null, "300"],
        ["2020", "east", "120"],
        ["2020", "west", "180"],
      ],
      "300",
      "0",
    ],
    [
      "too little",
      [
        ["2020", null, "300"],
        ["2020", "east", "120.5"],
      ],
      "120.5",
      "-179.5",
    ],
    ["against the target where no whole is written", [["2020", "east", "310"]], "310", "10"],
    ["against nothing in a year without a whole", [["2019", "east", "310"]], "310", null],
    ["nothing to add", [["2020", null, "300"]], null, null],
  ] as const)("%s", (_, cells, sum, difference) => {
    expect(balanceOf(written(cells), firms, cells[0][0])).toEqual({ sum, difference });
  });
});

it("what is sent: figures as they are meant, blanks left out", () => {
  const draft = written([
    ["2019", null, "２８７家"],
    ["2019", "east", " "],
    ["2020", null, "300"],
    ["2020", "west", "1,200"],
  ]);
  expect(planBody(draft, "reply-1", "家")).toEqual({
    parts: [
      { period: "2019", area: null, value: "287" },
      { period: "2020", area: null, value: "300" },
      { period: "2020", area: "west", value: "1200" },
    ],
    ...{ document: "reply-1", clause: null, shape: "step" },
  });
});
