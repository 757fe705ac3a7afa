import { describe, expect, it, test } from "vitest";
import { blankDraft, bodyOf, copyDraft, draftFaults, nextPeriod, periodCode } from "./draft.ts";

test.each([
  ["2025", "2026"],
  ["2026-H2", "2027-H1"],
  ["2026-Q4", "2027-Q1"],
  ["2026-M12", "2027-M01"],
  ["2026-YTD10", "2026-YTD11"],
])("after %s comes %s", (period, next) => {
  expect(nextPeriod(period)).toBe(next);
});

test.each([
  ["quarter", "2026", "3", "2026-Q3"],
  ["month", "2026", "9", "2026-M09"],
  ["ytd", "2026", "11", "2026-YTD11"],
  ["ytd", "2026", "12", "2026"],
  ["year", "26", "1", ""],
] as const)("%s %s %s is %s", (kind, year, part, code) => {
  expect(periodCode(kind, year, part)).toBe(code);
});

const draft = {
  ...blankDraft("yunxi", "2026-07-01"),
  ...{ code: "2026Q2", name: "2026年二季度园区主要指标", nameEn: "Parks 2026 Q2", period: "2026-Q2" },
  ...{ dueOn: "2026-07-15", lines: [{ indicator: "a", caliber: "all" }], areas: ["north"] },
};

describe("the round after another", () => {
  it("speaks of the next period, with its dates as much later", () => {
    expect(copyDraft(draft)).toMatchObject({
      ...{ period: "2026-Q3", code: "2026Q3", name: "2026年三季度园区主要指标", nameEn: "Parks 2026 Q3" },
      ...{ opensOn: "2026-10-01", dueOn: "2026-10-15", lines: draft.lines, areas: draft.areas },
    });
  });
  it("goes over the year", () => {
    const last = { ...draft, period: "2026-Q4", code: "2026Q4", name: "2026年四季度园区主要指标" };
    expect(copyDraft(last)).toMatchObject({ code: "2027Q1", name: "2027年一季度园区主要指标" });
  });
});

describe("what has to be filled in", () => {
  it("nothing more", () => expect(draftFaults(draft)).toEqual([]));
  it.each([
    [{ code: "二季度" }, "code"],
    [{ name: " " }, "title"],
    [{ period: "" }, "period"],
    [{ dueOn: "2026-06-30" }, "dueOn"],
    [{ lines: [{ indicator: "a", caliber: "" }] }, "lines"],
    [{ areas: [] }, "areas"],
  ])("%o", (wrong, fault) => {
    expect(draftFaults({ ...draft, ...wrong })).toEqual([fault]);
  });
  it("what is left blank is null on the wire", () => {
    expect(bodyOf(draft)).toMatchObject({ instructions: null, form: { number: null, validUntil: null } });
  });
});
