import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDay, lastDayOf, PartialDay, parseAsOf, shanghaiDay } from "./day.ts";

describe("days", () => {
  it.each([
    ["2020-02-29", true],
    ["2021-02-29", false],
    ["2021-13-01", false],
    ["2021-1-1", false],
    ["2021-04-31", false],
    ["", false],
  ])("%j is a day of the calendar: %s", (text, is) => expect(isDay(text)).toBe(is));
  it.each([
    ["2014", "2014-12-31"],
    ["2014-10", "2014-10-31"],
    ["2016-02", "2016-02-29"],
    ["2018-06-08", "2018-06-08"],
  ])("a partial date %s counts as its last day %s", (partial, day) => expect(lastDayOf(partial)).toBe(day));
  it.each([
    ["2014", true],
    ["2014-13", false],
    ["2014-10-32", false],
    ["14", false],
    ["2014-1", false],
  ])("%j is a partial day: %s", (text, is) => expect(PartialDay.safeParse(text).success).toBe(is));
  it("counts days over a leap year", () => {
    expect(daysBetween("2020-01-01", "2021-01-01")).toBe(366);
    expect(addDays("2020-12-31", 1)).toBe("2021-01-01");
  });
  it("is Shanghai's: eight hours ahead of UTC", () => {
    expect(shanghaiDay(new Date("2026-11-21T15:59:59.999Z"))).toBe("2026-11-21");
    expect(shanghaiDay(new Date("2026-11-21T16:00:00.000Z"))).toBe("2026-11-22");
  });
});

describe("asOf", () => {
  it.each([
    ["2024-12-31", "2024-12-31T15:59:59.999Z"],
    ["2024-12-31T10:00:00+08:00", "2024-12-31T02:00:00.000Z"],
    ["2024-12-31T10:00:00.5Z", "2024-12-31T10:00:00.500Z"],
    ["2024-12-31T10:00", undefined],
    ["2024-02-30T10:00:00Z", undefined],
    ["2024-12-31T25:00:00Z", undefined],
    ["yesterday", undefined],
    ["2024", undefined],
  ])("%s means %s", (text, instant) => expect(parseAsOf(text)).toBe(instant));
});
