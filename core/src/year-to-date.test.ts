import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures } from "./indicator.ts";
import { getPeriod, makePeriod } from "./period.ts";
import { sumQuantity } from "./quantity.ts";
import {
  earlierThisYear,
  previousPeriod,
  referenceSpan,
  referencesOf,
  runningTotal,
  samePeriodLastYear,
} from "./year-to-date.ts";

const series = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([period, value]) => ({ period, value }));
const upTo = (code: string, values: Readonly<Record<string, string>>) =>
  runningTotal(series(values), getPeriod(code), "flow");

describe("the running total of the year", () => {
  it.each([
    ["quarters", "2025-Q3", { "2025-Q1": "0.1", "2025-Q2": "0.2", "2025-Q3": "12.05" }, "12.35"],
    ["a month after a quarter", "2025-M04", { "2025-Q1": "3", "2025-M04": "1.5" }, "4.5"],
    ["a half and a quarter", "2025-Q3", { "2025-H1": "30", "2025-Q3": "12" }, "42"],
    ["what was reported for those months", "2025-Q3", { "2025-YTD09": "41", "2025-H1": "30", "2025-Q3": "12" }, "41"],
    ["a shorter total and a month", "2025-YTD11", { "2025-YTD10": "100", "2025-M11": "9" }, "109"],
    ["a total spelt otherwise", "2025-Q2", { "2025-YTD06": "30" }, "30"],
    ["the first quarter alone", "2025-Q1", { "2025-Q1": "3" }, "3"],
    ["the year", "2025", { "2025-H1": "1", "2025-H2": "2" }, "3"],
    ["no part twice", "2025-H1", { "2025-Q1": "3", "2025-M03": "1", "2025-Q2": "4" }, "7"],
    ["a span of months", "2025-M05", { "2025-M01--2025-M03": "3", "2025-M04--2025-M05": "2" }, "5"],
    ["not what lies later or before", "2025-Q1", { "2025-Q1": "3", "2025-Q2": "9", "2024-Q4": "9", "2025": "40" }, "3"],
    ["zero where it is reported", "2025-Q1", { "2025-Q1": "0" }, "0"],
  ])("is %s", (_name, code, values, total) => expect(upTo(code, values)).toMatchObject({ value: total, reason: null }));

  it.each([
    ["a quarter", "2025-Q3", { "2025-Q1": "1", "2025-Q3": "3" }, ["2025-Q2"]],
    [
      "two stretches",
      "2025-Q4",
      { "2025-Q2": "1", "2025-M10": "1", "2025-M12": "1" },
      ["2025-Q1", "2025-Q3", "2025-M11"],
    ],
    ["all", "2025-H1", {}, ["2025-H1"]],
    ["what only an overlap would fill", "2025-YTD04", { "2025-Q1": "1", "2025-M03--2025-M04": "2" }, ["2025-M04"]],
  ])("is not there where %s is missing, which it names", (_name, code, values, missing) => {
    expect(upTo(code, values)).toEqual({ value: null, periods: missing, reason: "missing-part" });
  });

  it("takes the fewest parts, the longer one first, and says which", () => {
    const quarters = { "2025-YTD04": "5", "2025-M05": "1", "2025-M06": "1", "2025-Q1": "3", "2025-Q2": "4" };
    expect(upTo("2025-H1", quarters).periods).toEqual(["2025-Q1", "2025-Q2"]);
    const pairs = { "2025-Q1": "3", "2025-YTD04": "5", "2025-M04--2025-M05": "4", "2025-M05": "1" };
    expect(upTo("2025-M05", pairs).periods).toEqual(["2025-YTD04", "2025-M05"]);
  });

  it("is not there where two figures contradict each other, unless it does without them", () => {
    const q2 = [
      { period: "2025-Q2", value: "2" },
      { period: "2025-Q2", value: "3" },
    ];
    const q1 = { period: "2025-Q1", value: "1" };
    expect(runningTotal([q1, ...q2], getPeriod("2025-H1"), "flow")).toEqual({
      value: null,
      periods: ["2025-Q2"],
      reason: "contradicting-parts",
    });
    const reported = { period: "2025-H1", value: "4" };
    expect(runningTotal([q1, ...q2, reported], getPeriod("2025-H1"), "flow").value).toBe("4");
    expect(runningTotal([q1, { ...q1, value: "1.0" }], getPeriod("2025-Q1"), "flow").value).toBe("1");
  });

  it.each(["stock", "cumulative", "ratio", "growth", "rank", "milestone"] as const)(
    "is nothing for a %s",
    (measure) => {
      expect(runningTotal(series({ "2025-Q1": "3" }), getPeriod("2025-Q1"), measure).reason).toBe("not-additive");
      expect(earlierThisYear(series({ "2025-Q1": "3" }), getPeriod("2025-Q1"), measure).reason).toBe("not-additive");
    },
  );
  it("is nothing for a period of several years", () => {
    expect(upTo("2024-M12--2025-M01", { "2024-M12--2025-M01": "3" }).reason).toBe("several-years");
  });

  it("is the sum of the months however they are cut into parts", () => {
    const months = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(months, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (values, cuts) => {
        const start = 2025 * 12;
        const parts: { first: number; values: string[] }[] = [];
        values.forEach((value, at) => {
          const open = parts.at(-1);
          if (open === undefined || cuts[at] === true) parts.push({ first: start + at, values: [`${value}.01`] });
          else open.values.push(`${value}.01`);
        });
        const rows = parts.map((part) => ({
          period: makePeriod(part.first, part.first + part.values.length - 1).code,
          value: sumQuantity(part.values),
        }));
        const total = runningTotal(rows.toReversed(), makePeriod(start, start + values.length - 1), "flow");
        expect(total.value).toBe(sumQuantity(values.map((value) => `${value}.01`)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("what the year had before a period", () => {
  it.each([
    ["2025-Q3", { "2025-Q1": "1", "2025-Q2": "2", "2025-Q3": "99" }, "3"],
    ["2025-Q1", {}, "0"],
    ["2025-YTD09", { "2025-Q1": "1" }, "0"],
    ["2025-M12", { "2025-YTD11": "110" }, "110"],
    ["2025-Q3", { "2025-Q2": "2" }, null],
  ])("%s after %j: %s", (code, values, total) => {
    expect(earlierThisYear(series(values), getPeriod(code), "flow").value).toBe(total);
  });
});

describe("the periods beside", () => {
  it.each([
    ["2026-Q1", "2025-Q4", "2025-Q1"],
    ["2026-Q3", "2026-Q2", "2025-Q3"],
    ["2026-M01", "2025-M12", "2025-M01"],
    ["2026-H2", "2026-H1", "2025-H2"],
    ["2026", "2025", "2025"],
    ["2026-YTD09", "2026-YTD08", "2025-YTD09"],
    ["2026-YTD07", "2026-H1", "2025-YTD07"],
    ["2026-YTD02", "2026-M01", "2025-YTD02"],
    ["2026-M02--2026-M04", "2025-M11--2026-M01", "2025-M02--2025-M04"],
    ["1900-M01", undefined, undefined],
  ])("%s: %s before, %s last year", (code, previous, same) => {
    const period = getPeriod(code);
    expect([previousPeriod(period)?.code, samePeriodLastYear(period)?.code]).toEqual([previous, same]);
  });
});

describe("the figures beside", () => {
  it("come from one series", () => {
    const values = series({ "2025-Q2": "5", "2026-Q1": "6", "2026-Q2": "7" });
    const expected = { previous: "6", samePeriod: "5", earlierThisYear: "6" };
    expect(referencesOf(values, getPeriod("2026-Q2"), "flow")).toEqual(expected);
    expect(referencesOf(values, getPeriod("2026-Q2"), "stock")).toEqual({ ...expected, earlierThisYear: null });
    expect(referencesOf(values, getPeriod("2025-Q2"), "stock")).toEqual({
      previous: null,
      samePeriod: null,
      earlierThisYear: null,
    });
  });
  it("before a running total are the longest shorter one of the year", () => {
    const values = series({ "2026-Q1": "6", "2026-YTD06": "14", "2026-Q3": "8", "2025-YTD09": "20" });
    expect(referencesOf(values, getPeriod("2026-YTD09"), "flow")).toEqual({
      previous: "14",
      samePeriod: "20",
      earlierThisYear: "0",
    });
  });
  it("are not chosen from two that differ", () => {
    const values = [...series({ "2026-Q1": "6" }), { period: "2026-YTD03", value: "6.5" }];
    expect(referencesOf(values, getPeriod("2026-Q2"), "flow").previous).toBeNull();
  });
});

it("what stands beside a figure rests on the periods of its span alone", () => {
  const spans = [1, 2, 3, 6, 12, 12, 24];
  const anyPeriod = fc
    .tuple(fc.integer({ min: 2019 * 12, max: 2023 * 12 }), fc.constantFrom(...spans), fc.boolean())
    .map(([month, length, isTotal]) => {
      const january = month - (month % 12);
      return isTotal
        ? makePeriod(january, month)
        : makePeriod(month - (month % Math.min(length, 12)), month - (month % Math.min(length, 12)) + length - 1);
    });
  let found = 0;
  fc.assert(
    fc.property(
      anyPeriod,
      fc.uniqueArray(anyPeriod, { selector: ({ code }) => code, minLength: 20, maxLength: 60 }),
      fc.constantFrom(...measures),
      (period, periods, measure) => {
        const series = periods.map(({ code }, at) => ({ period: code, value: String(at + 1) }));
        const { from, to } = referenceSpan(period);
        const near = series.filter((_, at) => (periods[at]?.end ?? "") >= from && (periods[at]?.end ?? "") <= to);
        const whole = referencesOf(series, period, measure);
        if (whole.previous !== null && near.length < series.length) found += 1;
        expect(referencesOf(near, period, measure)).toEqual(whole);
      },
    ),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(20);
});
