import { weighEvidence } from "@yuanbiao/core/bearing";
import { exampleBearing, exampleIndicator, exampleTarget } from "@yuanbiao/core/example";
import { type Forecast, forecastFor } from "@yuanbiao/core/forecast";
import { getPeriod } from "@yuanbiao/core/period";
import type { PublicSeries } from "./public-series.ts";

/** One forecast and what came: the errors as multiples of the series' mean change from one value to the next. */
export interface HeldOut {
  readonly series: PublicSeries;
  /** Steps ahead. */
  readonly steps: number;
  readonly isInside: boolean;
  readonly error: number;
  readonly lastValueError: number;
  readonly linearTrendError: number;
}

/** Fewest figures that give an interval, and how far ahead to look: five years, or twelve quarters. */
const fewest = { year: 10, quarter: 12 };
const furthest = { year: 5, quarter: 12 };

function periodOf({ spacing, from }: PublicSeries, index: number): string {
  return spacing === "year" ? String(from + index) : `${from + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

const indicator = exampleIndicator({ measure: "stock", unit: "1", decimals: 4 });

/** What the product itself would have said of a later period, had it known the first `count` figures alone. */
function forecastFrom(series: PublicSeries, count: number, index: number): Forecast {
  const due = getPeriod(periodOf(series, index));
  const figures = series.values.slice(0, count).map((value, at) => {
    const period = periodOf(series, at);
    return exampleBearing({ id: period, period, value: String(value) });
  });
  const on = getPeriod(periodOf(series, count - 1)).end;
  const evidence = weighEvidence(figures, { due, on, timing: "point", path: null });
  const { value } = forecastFor({ target: exampleTarget({ due: due.code }), indicator }, evidence, due);
  if (value === null) throw new Error(`no forecast of ${series.name} for ${due.code}`);
  return value;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The straight line of least squares, continued to a later index. */
function linearTrend(values: readonly number[], index: number): number {
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  const rise = values.reduce((sum, value, at) => sum + (at - middle) * (value - level), 0);
  const run = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return level + (rise / run) * (index - middle);
}

function heldOut(series: PublicSeries, count: number, steps: number): HeldOut {
  const { values } = series;
  const changes = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const index = count + steps - 1;
  const actual = values[index] ?? Number.NaN;
  const known = values.slice(0, count);
  const { value, low, high } = forecastFrom(series, count, index);
  const errorOf = (said: number): number => Math.abs(said - actual) / mean(changes);
  return {
    series,
    steps,
    isInside: low !== null && high !== null && Number(low) <= actual && actual <= Number(high),
    error: errorOf(Number(value)),
    lastValueError: errorOf(known.at(-1) ?? Number.NaN),
    linearTrendError: errorOf(linearTrend(known, index)),
  };
}

/** Forecasts from the first `count` figures of a series, as far ahead as is scored. */
export function forecastsAfter(series: PublicSeries, count: number): HeldOut[] {
  const ahead = Math.min(furthest[series.spacing], series.values.length - count);
  return Array.from({ length: ahead }, (_, index) => heldOut(series, count, index + 1));
}

/** Forecasts a series from ever more of its figures, from the fewest that give an interval; no figure is forecast twice. */
export function backtest(series: PublicSeries): HeldOut[] {
  const found: HeldOut[] = [];
  const { spacing, values } = series;
  for (let count = fewest[spacing]; count < values.length; count += furthest[spacing]) {
    found.push(...forecastsAfter(series, count));
  }
  return found;
}

export interface Score {
  readonly forecasts: number;
  readonly series: number;
  /** Share of actual values inside the interval. */
  readonly coverage: number;
  readonly error: number;
  readonly lastValueError: number;
  readonly linearTrendError: number;
}

export function scoreOf(all: readonly HeldOut[]): Score {
  return {
    forecasts: all.length,
    series: new Set(all.map(({ series }) => series.name)).size,
    coverage: mean(all.map(({ isInside }) => Number(isInside))),
    error: mean(all.map(({ error }) => error)),
    lastValueError: mean(all.map(({ lastValueError }) => lastValueError)),
    linearTrendError: mean(all.map(({ linearTrendError }) => linearTrendError)),
  };
}
