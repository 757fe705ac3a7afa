import { describe, expect, it } from "vitest";
import { isLate, isOverdue, type ReportState } from "./report.ts";

describe("late and overdue", () => {
  it.each<[string, ReportState, number | null, number, [overdue: boolean, late: boolean]]>([
    ["a draft before its day", "draft", null, 3, [false, false]],
    ["a draft on its day", "draft", null, 0, [false, false]],
    ["a draft after its day", "draft", null, -1, [true, true]],
    ["handed in in time", "submitted", 0, -5, [false, false]],
    ["handed in late", "accepted", 2, -5, [false, true]],
    ["given back after the day, in time at first", "returned", 0, -130, [false, false]],
    ["given back, late at first", "returned", 1, -130, [false, true]],
  ])("%s", (_what, state, lateDays, daysLeft, [overdue, late]) => {
    const report = { state, lateDays, daysLeft };
    expect([isOverdue(report), isLate(report)]).toEqual([overdue, late]);
  });
});
