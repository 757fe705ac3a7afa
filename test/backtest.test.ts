import { describe, expect, it } from "vitest";
import { backtest, forecastsAfter, type HeldOut, type Score, scoreOf } from "./support/backtest.ts";
import { publicSeries } from "./support/public-series.ts";

const series = publicSeries("scored");
const all = series.flatMap(backtest);
const isYear = (one: HeldOut): boolean => one.series.spacing === "year";
const isNear = (one: HeldOut): boolean => one.steps <= (isYear(one) ? 2 : 4);

/** By horizon, with the most points that coverage may be off: the quarters are all of one decade with one recession. */
const groups: [string, HeldOut[], number][] = [
  ["years, 1–2 ahead", all.filter((one) => isYear(one) && isNear(one)), 0.05],
  ["years, 3–5 ahead", all.filter((one) => isYear(one) && !isNear(one)), 0.05],
  ["quarters, 1–4 ahead", all.filter((one) => !isYear(one) && isNear(one)), 0.15],
  ["quarters, 5–12 ahead", all.filter((one) => !isYear(one) && !isNear(one)), 0.15],
];

function errorsText({ error, lastValueError, linearTrendError }: Score): string {
  const [own, last, linear] = [error, lastValueError, linearTrendError].map((value) => value.toFixed(3));
  return `mean absolute error ${own} (last value ${last}, linear trend ${linear})`;
}

function line(name: string, score: Score): string {
  const count = `${score.forecasts} held-out forecasts of ${score.series} series`;
  return `${name}: ${count}, coverage ${score.coverage.toFixed(3)} of 0.80, ${errorsText(score)}`;
}

const nominal = 0.8;
const better = ({ lastValueError, linearTrendError }: Score): number => Math.min(lastValueError, linearTrendError);

describe("the forecast, backtested on public series that it was not chosen on", () => {
  const score = scoreOf(all);
  console.log([line("all", score), ...groups.map(([name, group]) => line(name, scoreOf(group)))].join("\n"));

  it("has at least 250 held-out forecasts", () => {
    expect(score.forecasts).toBeGreaterThanOrEqual(250);
  });
  it("covers what came within 5 points of the nominal level", () => {
    expect(Math.abs(score.coverage - nominal)).toBeLessThanOrEqual(0.05);
  });
  it("errs no more than the better of last value and linear trend", () => {
    expect(score.error).toBeLessThanOrEqual(better(score));
  });
  it.each(groups)("holds for %s", (_name, group, points) => {
    const part = scoreOf(group);
    expect(part.error).toBeLessThanOrEqual(better(part));
    expect(Math.abs(part.coverage - nominal)).toBeLessThanOrEqual(points);
  });
  it.each([6, 7, 8, 9])("errs no more than a straight line from %i years, which get no interval", (count) => {
    const years = series.filter(({ spacing }) => spacing === "year");
    const part = scoreOf(years.flatMap((one) => forecastsAfter(one, count)));
    console.log(`from ${count} years: ${part.forecasts} held-out forecasts, ${errorsText(part)}`);
    expect(part.error).toBeLessThanOrEqual(part.linearTrendError);
  });
});
