import { describe, expect, it } from "vitest";
import { knownSeries, undisputedSeries } from "./known-series.ts";

type Known = Parameters<typeof knownSeries>[0][number];
const figure = (value: string | null, more: Partial<Known> = {}): Known => ({
  ...{ period: "2024", state: "value", value, qualifier: "=", role: "reported", stage: "annual" },
  recordedAt: "2025-03-01T00:00:00.000Z",
  ...more,
});
const later = "2025-04-01T00:00:00.000Z";

describe("the one value of a period", () => {
  it.each<[string, Known[], string]>([
    ["adopted before verified", [figure("1", { role: "verified" }), figure("2", { role: "adopted" })], "2"],
    [
      "verified before a newer reported one",
      [figure("1", { role: "verified" }), figure("2", { recordedAt: later })],
      "1",
    ],
    ["the stronger stage", [figure("1", { stage: "progress" }), figure("2", { stage: "annual" })], "2"],
    ["the adopted one even of a weaker stage", [figure("1", { role: "adopted", stage: "progress" }), figure("2")], "1"],
    ["the newer of equals", [figure("2", { recordedAt: later }), figure("1")], "2"],
  ])("is %s", (_what, figures, value) => {
    expect(knownSeries(figures)).toEqual([{ period: "2024", value }]);
    expect(knownSeries(figures.toReversed())).toEqual([{ period: "2024", value }]);
  });
  it("is none where there is a bound, a blank or nothing", () => {
    const blank = figure(null, { state: "not-reported" });
    expect(knownSeries([figure("3000", { qualifier: ">" }), blank])).toEqual([]);
    expect(knownSeries([])).toEqual([]);
  });
  it("stands beside those of other periods", () => {
    expect(knownSeries([figure("1"), figure("2", { period: "2023" })])).toEqual([
      { period: "2024", value: "1" },
      { period: "2023", value: "2" },
    ]);
  });
});

describe("the value that growth may be told from", () => {
  it.each<[string, Known[], string | undefined]>([
    ["the only one", [figure("2")], "2"],
    [
      "the adopted one, whatever was reported",
      [figure("2", { role: "adopted" }), figure("1", { recordedAt: later })],
      "2",
    ],
    ["the stronger stage", [figure("1", { stage: "progress" }), figure("2")], "2"],
    ["what equals agree on", [figure("2"), figure("2.0", { recordedAt: later })], "2"],
    ["none where equals disagree, however new one is", [figure("2"), figure("1", { recordedAt: later })], undefined],
    ["none where the strongest is a bound", [figure("2", { role: "adopted", qualifier: ">" }), figure("1")], undefined],
    [
      "what a blank of a stronger role leaves",
      [figure(null, { role: "adopted", state: "not-reported" }), figure("1")],
      "1",
    ],
    ["none of nothing", [], undefined],
  ])("is %s", (_what, figures, value) => {
    for (const order of [figures, figures.toReversed()]) {
      const found = undisputedSeries(order).get("2024");
      expect(found === undefined ? undefined : Number(found)).toBe(value === undefined ? undefined : Number(value));
    }
  });
});
