import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areLikePeriods, getPeriod, makePeriod, parsePeriod, yearPeriod } from "./period.ts";

describe("a period's spelling", () => {
  it.each([
    ["2017", "2017", "2017-01-01", "2017-12-31", "year"],
    ["2017-H1", "2017-H1", "2017-01-01", "2017-06-30", "half"],
    ["2017-H2", "2017-H2", "2017-07-01", "2017-12-31", "half"],
    ["2017-Q3", "2017-Q3", "2017-07-01", "2017-09-30", "quarter"],
    ["2017-M09", "2017-M09", "2017-09-01", "2017-09-30", "month"],
    ["2020-M02", "2020-M02", "2020-02-01", "2020-02-29", "month"],
    ["2017-YTD11", "2017-YTD11", "2017-01-01", "2017-11-30", "ytd"],
    ["2016-M01--2021-M10", "2016-M01--2021-M10", "2016-01-01", "2021-10-31", "span"],
    ["2017-YTD01", "2017-M01", "2017-01-01", "2017-01-31", "month"],
    ["2017-YTD03", "2017-Q1", "2017-01-01", "2017-03-31", "quarter"],
    ["2017-YTD06", "2017-H1", "2017-01-01", "2017-06-30", "half"],
    ["2017-YTD12", "2017", "2017-01-01", "2017-12-31", "year"],
    ["2017-M01--2017-M12", "2017", "2017-01-01", "2017-12-31", "year"],
  ])("%s is read and written as %s", (text, code, start, end, kind) => {
    expect(parsePeriod(text)).toMatchObject({ code, start, end, kind });
  });

  it.each([
    "",
    "17",
    "2017-H3",
    "2017-Q0",
    "2017-M13",
    "2017-M1",
    "2017-YTD00",
    "2017-YTD13",
    "2017年",
    "２０１７",
    "2017-",
    "1899",
    "2200",
    "2017-M05--2017-M04",
    "2017-Q1--2017-Q2",
    " 2017",
    "2017-12-31",
    "every-year",
  ])("%j is no period", (text) => expect(parsePeriod(text)).toBeUndefined());

  const months = fc.tuple(fc.integer({ min: 1900 * 12, max: 2199 * 12 }), fc.integer({ min: 0, max: 200 }));
  it("comes back from its own text", () => {
    fc.assert(
      fc.property(months, ([first, length]) => {
        const last = Math.min(first + length, 2199 * 12 + 11);
        const period = makePeriod(first, last);
        expect(parsePeriod(period.code)).toEqual(period);
        expect(getPeriod(period.code)).toEqual(period);
      }),
    );
  });

  it("throws for a text that should have been checked before", () => {
    expect(() => getPeriod("2017-Q9")).toThrow(RangeError);
  });
});

describe("like periods", () => {
  it.each([
    ["2012", "2017", true],
    ["2012", "2017-YTD11", false],
    ["2016-Q1", "2017-Q1", true],
    ["2016-Q1", "2017-Q2", false],
    ["2016-H1", "2017-YTD06", true],
    ["2016-M01--2021-M10", "2016", false],
  ])("%s and %s: %s", (a, b, like) => {
    expect(areLikePeriods(getPeriod(a), getPeriod(b))).toBe(like);
    expect(areLikePeriods(getPeriod(b), getPeriod(a))).toBe(like);
  });
  it("a year is a year", () => expect(yearPeriod(2020).code).toBe("2020"));
});
