import { parsePeriod } from "@yuanbiao/core/period";
import type { LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Observation, Series } from "../api.ts";
import { qualified, targetFigure } from "../text/number.ts";
import { type Colour, palettes, type Theme, type as typeScale } from "../ui/tokens.ts";

export type TrendOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption>;
type Drawn = LineSeriesOption | ScatterSeriesOption;
export interface Line {
  readonly area: Point["observation"]["area"];
  readonly indicator: Point["observation"]["indicator"];
  readonly caliber: Point["observation"]["caliber"];
  readonly points: readonly Point[];
}
type Point = Series["points"][number];

export interface TrendWords {
  readonly documentPath: string;
  readonly decomposedPath: string;
  readonly catchUpPath: string;
  readonly forecast: string;
}

export interface TrendRequest {
  readonly series: Series;
  readonly theme: Theme;
  readonly words: TrendWords;
}

/** Where a day stands on the axis of years: the end of 2020 at 2020, the end of June 2020 at 2019.5. */
export function yearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year - 1, 11, 31);
  const share = (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year, 11, 31) - start);
  return Math.round((year - 1 + share) * 10_000) / 10_000;
}

/** How many years the chart spans. */
function yearsOf(series: Series): number {
  const ends = [
    ...linesOf(series).flatMap((line) => line.points.map((point) => point.end)),
    ...series.targets.flatMap(({ end }) => end ?? []),
    ...series.paths.flatMap((path) => path.points.map((point) => point.end)),
  ].map(yearOf);
  return ends.length === 0 ? 1 : Math.max(...ends) - Math.min(...ends);
}

const lineColours: readonly Colour[] = ["accent", "series2", "series3", "series4"];

/**
 * Which points may be joined: exact values of one caliber and, for flows, of like stretches of the year (nine months
 * are not joined to twelve). Bounds and approximations stand alone.
 */
export function joinable(points: readonly Point[], timing: string): readonly (readonly Point[])[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const { value, qualifier, period } = point.observation;
    if (value === null || qualifier !== "=") continue;
    const parsed = parsePeriod(period);
    const key =
      timing === "point" || parsed === undefined
        ? ""
        : `${parsed.firstMonth % 12}+${parsed.lastMonth - parsed.firstMonth}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].map((group) => [...group].sort((a, b) => a.end.localeCompare(b.end)));
}

/**
 * The lines that may stand on one axis: one for each area, indicator and caliber, in the indicator's own unit. An
 * amount that bears on a share is listed in the table, never drawn beside it.
 */
export function linesOf(series: Series): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const point of series.points) {
    const { area, indicator, caliber, unit } = point.observation;
    if (unit !== series.indicator.unit) continue;
    const key = `${area.code} ${indicator.code} ${caliber.code}`;
    const line = lines.get(key) ?? { area, indicator, caliber, points: [] };
    lines.set(key, { ...line, points: [...line.points, point] });
  }
  return [...lines.values()];
}

const figure = (observation: Observation): string => qualified(observation.value ?? "", observation.qualifier);

/** Rows to chart: what the trend of one indicator in one area shows, as an ECharts option without legend or motion. */
export function trendOption({ series, theme, words }: TrendRequest): TrendOption {
  const palette = palettes[theme];
  const text = { color: palette.inkSoft, fontSize: typeScale.small };
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: "inherit" },
    grid: { left: 8, right: 120, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      type: "value",
      scale: true,
      min: (range: { min: number }) => Math.floor(range.min),
      max: (range: { max: number }) => Math.ceil(range.max),
      axisLine: { lineStyle: { color: palette.lineStrong } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        formatter: (year: number) => (Number.isInteger(year) ? String(year) : ""),
        hideOverlap: true,
      },
      splitLine: { show: false },
      interval: Math.max(1, Math.ceil(yearsOf(series) / 10)),
    },
    yAxis: {
      type: "value",
      min: (range: { min: number }) => Math.min(0, range.min),
      axisLabel: { ...text, margin: 24 },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      ...forecastParts(series, palette, words),
      ...pathParts(series, palette, words),
      ...linesOf(series).flatMap((line, at) => lineParts(line, at, { series, palette })),
      targetPart(series, palette),
    ],
  };
}

type Palette = Record<Colour, string>;

function lineParts(line: Line, at: number, { series, palette }: { series: Series; palette: Palette }): Drawn[] {
  const colour = palette[lineColours[at % lineColours.length] ?? "accent"];
  const joined = joinable(line.points, series.indicator.timing).map((points): Drawn => {
    const last = points.at(-1);
    return {
      type: "line",
      symbol: "circle",
      symbolSize: 9,
      labelLayout: { hideOverlap: true },
      lineStyle: { color: colour, width: 2 },
      data: points.map((point) => ({
        value: [yearOf(point.end), Number(point.observation.value)],
        name: point.observation.id,
        itemStyle: dot(colour, point.provisional, palette),
        label: pointLabel(point.observation, palette),
      })),
      endLabel: {
        show: last !== undefined && linesOf(series).length > 1,
        formatter: line.area.code === series.area.code ? line.caliber.name : `${line.area.name} ${line.caliber.name}`,
        color: colour,
        fontSize: typeScale.small,
        distance: 10,
      },
    };
  });
  return [...joined, boundsPart(line, colour, palette)];
}

function dot(colour: string, provisional: boolean, palette: Palette) {
  return { color: provisional ? palette.surface : colour, borderColor: colour, borderWidth: 2 };
}

function pointLabel(observation: Observation, palette: Palette) {
  return {
    show: true,
    position: "top" as const,
    formatter: figure(observation),
    color: palette.ink,
    fontSize: typeScale.small,
  };
}

/** Figures that are only bounds or approximations, apart from the line, with their sign. */
function boundsPart(line: Line, colour: string, palette: Palette): Drawn {
  const bounds = line.points.filter(({ observation }) => observation.value !== null && observation.qualifier !== "=");
  return {
    type: "scatter",
    symbolSize: 9,
    labelLayout: { hideOverlap: true },
    data: bounds.map((point) => ({
      value: [yearOf(point.end), Number(point.observation.value)],
      name: point.observation.id,
      symbol: point.observation.qualifier.startsWith("<") ? "path://M0 0L10 0L5 9z" : "triangle",
      itemStyle: dot(colour, true, palette),
      label: boundLabel(point, bounds, palette),
    })),
  };
}

/** Sources that bound one year by the same number (≈ 5000, > 5000) share the label of the first of them. */
function boundLabel(point: Line["points"][number], bounds: Line["points"], palette: Palette) {
  const alike = bounds.filter(
    (other) => other.end === point.end && other.observation.value === point.observation.value,
  );
  const words = [...new Set(alike.map(({ observation }) => figure(observation)))].join(" / ");
  return { ...pointLabel(point.observation, palette), show: alike[0] === point, formatter: words };
}

function pathParts(series: Series, palette: Palette, words: TrendWords): Drawn[] {
  const names = { document: words.documentPath, decomposed: words.decomposedPath, "catch-up": words.catchUpPath };
  // Several targets have several paths of a kind, drawn alike: one of them says what kind it is.
  const named = new Map(series.paths.map((path) => [path.kind, path]));
  return series.paths.map((path) => ({
    type: "line",
    symbol: "none",
    silent: true,
    ...(path.shape === "step" ? { step: "end" as const } : {}),
    lineStyle: {
      color: palette.inkFaint,
      width: path.kind === "catch-up" ? 1.5 : 1,
      type: path.kind === "catch-up" ? "dashed" : "solid",
    },
    data: path.points.map((point) => [yearOf(point.end), Number(point.value)]),
    endLabel: {
      show: named.get(path.kind) === path,
      formatter: names[path.kind],
      color: palette.inkFaint,
      fontSize: typeScale.small,
      offset: [6, path.kind === "catch-up" ? 12 : -6],
    },
  }));
}

function targetPart(series: Series, palette: Palette): Drawn {
  return {
    type: "scatter",
    symbol: "rect",
    symbolSize: [18, 3],
    silent: true,
    itemStyle: { color: palette.ink },
    data: series.targets.flatMap((target) => {
      if (target.end === null || target.value === null) return [];
      const label = targetFigure(target) ?? "";
      return [
        {
          value: [yearOf(target.end), Number(target.value)],
          name: target.id,
          label: {
            show: true,
            position: "top" as const,
            formatter: label,
            color: palette.ink,
            fontSize: typeScale.small,
            fontWeight: "bold" as const,
          },
        },
      ];
    }),
  };
}

/** The fan: an invisible lower edge with the interval stacked upon it, and the forecast itself as a dotted line. */
function forecastParts(series: Series, palette: Palette, words: TrendWords): Drawn[] {
  const points = series.forecast?.points ?? [];
  if (points.length === 0) return [];
  const line = { type: "line" as const, symbol: "none", silent: true };
  const bounded = points.filter((point) => point.low !== null && point.high !== null);
  return [
    {
      ...line,
      stack: "fan",
      lineStyle: { opacity: 0 },
      data: bounded.map((point) => [yearOf(point.end), Number(point.low)]),
    },
    {
      ...line,
      stack: "fan",
      lineStyle: { opacity: 0 },
      areaStyle: { color: palette.accentSoft },
      data: bounded.map((point) => [yearOf(point.end), Number(point.high) - Number(point.low)]),
    },
    {
      ...line,
      lineStyle: { color: palette.accent, type: "dotted", width: 2 },
      data: points.map((point) => [yearOf(point.end), Number(point.value)]),
      endLabel: { show: true, formatter: words.forecast, color: palette.accent, fontSize: typeScale.small },
    },
  ];
}
