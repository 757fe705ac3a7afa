import { describe, expect, it } from "vitest";
import { exampleBearing, exampleProgress } from "./example.ts";
import type { Reading } from "./target.ts";

const reading = (own: Partial<Reading>): Reading => ({
  area: null,
  caliber: null,
  via: null,
  bound: "=",
  note: null,
  noteEn: null,
  ...own,
});
const share = exampleBearing({ value: "10.8" }, { verdict: "assumed" });

describe("open readings", () => {
  it("agree that 10.8 % is below 20 %, whichever denominator", () => {
    const progress = exampleProgress({
      figures: [share],
      readings: [
        { reading: reading({ caliber: "above-scale" }), bearings: [share] },
        { reading: reading({ caliber: "all-industry", bound: "<=" }), bearings: [share] },
      ],
      on: "2026-11-21",
    });
    expect(progress.readings.map(({ met }) => met)).toEqual([false, false]);
    expect(progress.robust).toBe(true);
  });
  it("may differ, and then the verdict does not hold under all", () => {
    const [zone, city] = [exampleBearing({ value: "310" }), exampleBearing({ value: "290" })];
    const progress = exampleProgress({
      target: { comparator: "gt", value: "300" },
      figures: [zone],
      readings: [
        { reading: reading({ area: "zone" }), bearings: [zone] },
        { reading: reading({ area: "city" }), bearings: [city] },
      ],
      on: "2026-11-21",
    });
    expect(progress.readings.map(({ met }) => met)).toEqual([true, false]);
    expect(progress.robust).toBe(false);
  });
  it("without a due figure have no verdict", () => {
    const earlier = exampleBearing({ period: "2017", value: "280" }, { verdict: "assumed" });
    const readings = [
      { reading: reading({ area: "city" }), bearings: [earlier] },
      { reading: reading({ area: "zone" }), bearings: [] },
    ];
    const progress = exampleProgress({ figures: [earlier], readings, on: "2026-11-21" });
    expect(progress.readings.map(({ met }) => met)).toEqual([null, null]);
    expect(progress.robust).toBeNull();
  });
  it("none: a verdict stands by itself, and no verdict is not robust", () => {
    expect(exampleProgress({ figures: [share], on: "2026-11-21" }).robust).toBe(true);
    expect(exampleProgress({ on: "2026-11-21" }).robust).toBeNull();
  });
});
