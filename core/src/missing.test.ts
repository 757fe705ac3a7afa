import { describe, expect, it } from "vitest";
import { countStatuses, largestGaps, matrixOf, type Placed } from "./board.ts";
import { exampleBearing, exampleProgress, exampleTarget } from "./example.ts";
import { compareMissing, missingOf } from "./missing.ts";

type Own = Parameters<typeof exampleProgress>[0];
const place = (own: Own): Placed => ({ target: exampleTarget(own.target), progress: exampleProgress(own) });
const missing = (own: Own) => {
  const { target, progress } = place(own);
  return missingOf(target, progress, own.on);
};
const on = "2026-11-21";

describe("the missing list", () => {
  it.each([
    ["no figure", {}, [], "figure"],
    ["an earlier figure", {}, [exampleBearing({ period: "2019" })], "figure"],
    ["a mismatched figure", {}, [exampleBearing({}, { verdict: "mismatch" })], "caliber"],
    ["a part", {}, [exampleBearing({}, { verdict: "part" })], "part"],
    ["an undecided bound", {}, [exampleBearing({ qualifier: "~" })], "figure"],
    ["an assumed caliber", {}, [exampleBearing({}, { verdict: "assumed" })], "confirmation"],
    ["a milestone without evidence", { comparator: "milestone", value: null }, [], "evidence"],
    ["a judgement", { comparator: "judgement", value: null }, [], "decision"],
  ] as const)("with %s asks for: %4$s", (_name, target, figures, need) => {
    expect(missing({ target, figures, on })).toMatchObject({
      need,
      period: "2020",
      since: "2021-01-01",
      daysOverdue: 2150,
    });
  });
  it("leaves out verdicts that stand and targets that are not due", () => {
    expect(missing({ figures: [exampleBearing()], on })).toBeNull();
    expect(missing({ target: { due: "2030" }, on })).toBeNull();
  });
  it("asks a target under way for the last year that ended", () => {
    const path = {
      kind: "document" as const,
      shape: "linear" as const,
      points: [
        { period: "2020", value: "1" },
        { period: "2030", value: "2" },
      ],
    };
    expect(missing({ target: { due: "2030", path }, on })).toMatchObject({
      period: "2025",
      since: "2026-01-01",
      daysOverdue: 324,
    });
  });
  it("waits for the evidence of a milestone until its own date", () => {
    expect(missing({ target: { comparator: "milestone", value: null, due: "2030" }, on })).toMatchObject({
      need: "evidence",
      period: "2030",
      since: null,
      daysOverdue: null,
    });
  });
  it("has no period for a milestone without a date", () => {
    expect(missing({ target: { comparator: "milestone", value: null, due: null }, on })).toMatchObject({
      period: null,
      since: null,
      daysOverdue: null,
    });
  });
  it("is sorted worst first", () => {
    const rows = [
      missing({ target: { id: "late" }, on }),
      missing({ target: { id: "judge", comparator: "judgement", value: null }, on }),
      missing({ target: { id: "recent", due: "2025" }, on }),
    ].filter((row) => row !== null);
    expect(
      rows
        .toReversed()
        .toSorted(compareMissing)
        .map(({ target }) => target.id),
    ).toEqual(["late", "judge", "recent"]);
  });
});

describe("the board", () => {
  const rows = [
    place({ target: { id: "A" }, figures: [exampleBearing({}, { verdict: "assumed" })], on }),
    place({ target: { id: "B", indicator: "other" }, on }),
    place({ target: { id: "C" }, on }),
    place({ target: { id: "D" }, figures: [exampleBearing({ value: "1" })], on }),
  ];
  it("counts every status, provisional apart, 0 included", () => {
    const counts = countStatuses(rows);
    expect(counts.find(({ status }) => status === "missed")).toEqual({ status: "missed", total: 2, provisional: 1 });
    expect(counts.find(({ status }) => status === "achieved")).toEqual({
      status: "achieved",
      total: 0,
      provisional: 0,
    });
    expect(counts.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
  });
  it("shows the worst target of a pair and keeps all of them", () => {
    const cells = matrixOf(rows);
    expect(cells.map(({ targets }) => targets)).toEqual([["A", "C", "D"], ["B"]]);
    expect(cells[0]?.worst.progress.status).toBe("missed");
  });
  it("lists the largest gaps first", () => {
    expect(largestGaps(rows).map(({ target }) => target.id)).toEqual(["D", "A"]);
  });
});
