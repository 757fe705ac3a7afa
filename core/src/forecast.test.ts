import { describe, expect, it } from "vitest";
import { type Bearing, type Figure, weighEvidence } from "./bearing.ts";
import { exampleBearing, exampleIndicator, exampleTarget } from "./example.ts";
import { type Forecast, forecastFor } from "./forecast.ts";
import type { Indicator } from "./indicator.ts";
import type { Known } from "./known.ts";
import { getPeriod } from "./period.ts";
import type { Target } from "./target.ts";

function forecast(figures: readonly Bearing[], own: Partial<Target> = {}, measured: Partial<Indicator> = {}) {
  const target = exampleTarget({ due: "2025", ...own });
  const indicator = exampleIndicator({ decimals: 2, ...measured });
  const due = getPeriod(target.due ?? "2025");
  const evidence = weighEvidence(figures, { due, on: "2099-12-31", timing: indicator.timing, path: null });
  return forecastFor({ target, indicator }, evidence, due);
}

function found(known: Known<Forecast>): Forecast {
  if (known.reason !== null) throw new Error(known.reason);
  return known.value;
}

/** One figure a year, the last for 2024. */
function years(values: readonly number[], own: Partial<Figure> = {}): Bearing[] {
  return values.map((value, index) =>
    exampleBearing({ period: String(2025 - values.length + index), value: String(value), ...own }),
  );
}

/** One figure a quarter, the last for 2024-Q4. */
function quarters(values: readonly number[]): Bearing[] {
  return values.map((value, index) => {
    const back = values.length - 1 - index;
    return exampleBearing({ period: `${2024 - Math.floor(back / 4)}-Q${4 - (back % 4)}`, value: String(value) });
  });
}

const rising = [5, 6, 8, 8, 9, 11, 12, 12, 14, 15, 17, 18, 18, 20];
const last = (count: number): number[] => rising.slice(-count);
const tooFew = { value: null, reason: "too-few-points" };

describe("how many points it takes", () => {
  it.each([1, 5])("none from %i years", (count) => expect(forecast(years(last(count)))).toEqual(tooFew));
  it.each([6, 9])("a value alone from %i years", (count) => {
    expect(found(forecast(years(last(count))))).toMatchObject({ low: null, high: null, chance: null, level: "0.80" });
  });
  it("value, interval and chance from 10 years", () => {
    const { value, low, high, chance } = found(forecast(years(last(10))));
    expect(Number(value)).toBeGreaterThan(19);
    expect(Number(value)).toBeLessThan(22);
    expect(Number(low)).toBeLessThan(Number(value));
    expect(Number(high)).toBeGreaterThan(Number(value));
    expect(chance).toMatch(/^0\.\d\d$/);
  });
  it("none from 11 quarters, all from 12", () => {
    expect(forecast(quarters(last(11)))).toEqual(tooFew);
    expect(found(forecast(quarters(last(12)))).chance).not.toBeNull();
  });
  it("counts the same quarter of each year of a flow, never its quarters in a row", () => {
    const flow = { timing: "span" } as const;
    expect(forecast(quarters(last(14)), { due: "2025-Q4" }, flow)).toEqual(tooFew);
    const fourth = years(last(10)).map(({ figure }) => exampleBearing({ ...figure, period: `${figure.period}-Q4` }));
    expect(found(forecast(fourth, { due: "2025-Q4" }, flow)).chance).not.toBeNull();
  });
});

describe("which points count", () => {
  const six = forecast(years(last(6)));
  const ten = forecast(years(last(10)));

  it("those after a gap", () => {
    expect(forecast(years(last(14)).filter(({ figure }) => figure.period !== "2018"))).toEqual(six);
  });
  it("those of one caliber, even where another one's figure is stronger", () => {
    const other = years([1, 90, 3, 80, 5, 70, 7, 60], { caliber: "other", role: "adopted" });
    const older = other.map(({ figure }) => exampleBearing({ ...figure, period: String(Number(figure.period) - 6) }));
    expect(forecast([...years(last(6)), ...older.slice(-2)])).toEqual(six);
    expect(forecast([...years(last(10)), ...older])).toEqual(ten);
  });
  it("those that are exact: a qualified one leaves a gap, and is no last point", () => {
    const about = exampleBearing({ period: "2018", value: "14", qualifier: "~" });
    expect(forecast([...years(last(14)).filter(({ figure }) => figure.period !== "2018"), about])).toEqual(six);
    const newest = exampleBearing({ period: "2025", value: "99", qualifier: ">=" });
    expect(forecast([...years(last(10)), newest])).toEqual(ten);
  });
  it("none once the due period has its figure, and none after it", () => {
    expect(forecast(years(last(10)), { due: "2024" })).toEqual({ value: null, reason: "not-applicable" });
    const later = exampleBearing({ period: "2026", value: "99" });
    expect(forecast([...years(last(10)), later])).toEqual(ten);
  });
});

describe("the chance", () => {
  const chance = (own: Partial<Target>, values = last(12)): string | null => found(forecast(years(values), own)).chance;

  it("is more than half below the expected value and less above it", () => {
    expect(Number(chance({ value: "18" }))).toBeGreaterThan(0.5);
    expect(Number(chance({ value: "24" }))).toBeLessThan(0.5);
  });
  it("turns round for an upper limit, and falls between two limits to what lies there", () => {
    const [above, below] = [chance({ value: "21" }), chance({ value: "21", comparator: "lte" })].map(Number);
    expect((above ?? 0) + (below ?? 0)).toBeCloseTo(1, 1);
    const inside = Number(chance({ value: "20", valueMax: "21", comparator: "between" }));
    expect(inside).toBeCloseTo(Number(chance({ value: "20" })) - Number(chance({ value: "21" })), 1);
  });
  it("is never nothing or certainty, also for figures that never moved", () => {
    const flat = Array.from({ length: 10 }, () => 20.1);
    expect(found(forecast(years(flat)))).toMatchObject({ value: "20.1000", low: "20.1000", high: "20.1000" });
    expect(chance({ value: "20.1" }, flat)).toBe("0.99");
    expect(chance({ value: "20.1", comparator: "gt" }, flat)).toBe("0.01");
    expect(chance({ value: "9000" })).toBe("0.01");
  });
  it("is not there where no number is asked for", () => {
    expect(chance({ comparator: "trend", value: null })).toBeNull();
    expect(chance({ comparator: "all" })).toBeNull();
  });
});

describe("bounds", () => {
  const far = { due: "2035" };
  const highOf = (own: Partial<Indicator>) =>
    Number(found(forecast(years(last(10).map((v) => v + 78)), far, own)).high);
  const lowOf = (own: Partial<Indicator>) => Number(found(forecast(years(last(10).toReversed()), far, own)).low);

  it("keep a share in % to 100, and nothing else", () => {
    expect(highOf({})).toBe(100);
    expect(highOf({ unit: "家", measure: "stock" })).toBeGreaterThan(100);
  });
  it("keep all but growth from falling below zero", () => {
    expect(lowOf({})).toBe(0);
    expect(lowOf({ measure: "growth" })).toBeLessThan(0);
  });
  it("are given up where figures passed them", () => {
    expect(Number(found(forecast(years(last(10).map((v) => -v)), far)).value)).toBeLessThan(-20);
  });
});
