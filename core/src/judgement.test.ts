import { describe, expect, it } from "vitest";
import type { Bearing } from "./bearing.ts";
import { exampleBearing, exampleProgress } from "./example.ts";

const on = "2026-11-21";

describe("targets without a number", () => {
  it("are judged by a person, before and after their due date", () => {
    for (const day of ["2019-01-01", on]) {
      const progress = exampleProgress({ target: { comparator: "judgement", value: null }, on: day });
      expect(progress).toMatchObject({ status: "judgement", reason: "awaiting-judgement", met: { value: null } });
    }
  });
  it.each([
    ["done", "2019-01-01", "achieved"],
    ["done", on, "achieved"],
    ["partial", "2019-01-01", "judgement"],
    ["partial", on, "missed"],
    ["not-done", on, "missed"],
  ] as const)("decided as %s, on %s: %s", (decision, day, status) => {
    expect(exampleProgress({ target: { comparator: "judgement", value: null, decision }, on: day }).status).toBe(
      status,
    );
  });
});

describe("milestones", () => {
  const target = { comparator: "milestone" as const, value: null };
  const evidence = exampleBearing({ value: null, text: "accepted", period: "2017-M11" }, { verdict: "evidence" });
  it("wait for a decision where there is evidence", () => {
    expect(exampleProgress({ target, figures: [evidence], on })).toMatchObject({
      status: "judgement",
      reason: "awaiting-judgement",
    });
  });
  it("without evidence have no data", () => {
    expect(exampleProgress({ target, on })).toMatchObject({ status: "no-data", reason: "no-evidence" });
    expect(exampleProgress({ target: { ...target, due: null }, on })).toMatchObject({ status: "no-data" });
  });
  it("are done when decided", () => {
    expect(exampleProgress({ target: { ...target, decision: "done" }, figures: [evidence], on }).status).toBe(
      "achieved",
    );
  });
});

describe("逐家: every member", () => {
  const target = { comparator: "all" as const, memberComparator: "gt" as const, value: "20", members: ["a", "b"] };
  const members = (a: Bearing[], b: Bearing[]) => [
    { area: "a", bearings: a },
    { area: "b", bearings: b },
  ];
  const of = (value: string, period = "2020") => [exampleBearing({ value, period })];
  it.each([
    ["all meet it", members(of("20.000001"), of("30")), "achieved", null],
    ["one is exactly at a strict limit", members(of("20"), of("30")), "missed", null],
    ["one is missed and one missing", members(of("19"), []), "missed", null],
    ["one is missing", members(of("30"), []), "no-data", "no-due-actual"],
    ["all are missing", members([], []), "no-data", "no-actual"],
    ["only earlier figures", members(of("30", "2019"), of("30", "2019")), "no-data", "no-due-actual"],
    ["no member is known", [], "no-data", "no-actual"],
    [
      "one is a bound on the edge",
      members([exampleBearing({ value: "20", qualifier: ">=" })], of("30")),
      "not-computable",
      "undecided",
    ],
  ] as const)("%s", (_name, bearings, status, reason) => {
    expect(exampleProgress({ target, members: bearings, on })).toMatchObject({ status, reason });
  });
  it("is not due before its date", () => {
    expect(
      exampleProgress({ target, members: members(of("30", "2018"), of("30", "2018")), on: "2019-06-30" }).status,
    ).toBe("not-due");
  });
  it("is provisional as soon as one member is", () => {
    const assumed = [exampleBearing({ value: "30" }, { verdict: "assumed" })];
    expect(exampleProgress({ target, members: members(assumed, of("30")), on })).toMatchObject({
      status: "achieved",
      provisional: true,
    });
  });
});

describe("逐年增长: every year above the year before", () => {
  const target = { comparator: "trend" as const, value: null, start: "2018" };
  const years = (...values: [string, string][]) =>
    values.map(([period, value]) => exampleBearing({ id: period, period, value }));
  it.each([
    ["rising", years(["2017", "1"], ["2018", "2"], ["2019", "3"], ["2020", "4"]), "achieved", null],
    ["持平 is not growth", years(["2017", "1"], ["2018", "2"], ["2019", "2"], ["2020", "4"]), "missed", null],
    ["a fall", years(["2017", "1"], ["2018", "2"], ["2019", "3"], ["2020", "2"]), "missed", null],
    ["a fall is enough even where years are missing", years(["2017", "2"], ["2018", "1"]), "missed", null],
    ["a year missing", years(["2017", "1"], ["2018", "2"], ["2020", "4"]), "no-data", "no-due-actual"],
    ["the base year missing", years(["2018", "2"], ["2019", "3"], ["2020", "4"]), "no-data", "no-due-actual"],
    [
      "a fall before the first year",
      years(["2016", "5"], ["2017", "1"], ["2018", "2"], ["2019", "3"], ["2020", "4"]),
      "achieved",
      null,
    ],
    ["nothing", [], "no-data", "no-actual"],
  ] as const)("%s", (_name, figures, status, reason) => {
    expect(exampleProgress({ target, figures, on })).toMatchObject({ status, reason });
  });
  it("is not judged before its last year has ended, not even by a fall", () => {
    expect(exampleProgress({ target, figures: years(["2017", "2"], ["2018", "1"]), on: "2019-06-30" }).status).toBe(
      "not-due",
    );
  });
  it("is not due before its last year has ended", () => {
    expect(exampleProgress({ target, figures: years(["2017", "1"], ["2018", "2"]), on: "2019-06-30" }).status).toBe(
      "not-due",
    );
  });
});
