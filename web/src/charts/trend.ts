import { parsePeriod } from "@yuanbiao/core/period";
import type { LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Observation, Series } from "../api.ts";
import { qualified, targetFigure } from "../text/number.ts";
import { type Colour, palettes, type Theme, type as typeScale } from "../ui/tokens.ts";

export type TrendOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption>;
type Drawn = LineSeriesOption | ScatterSeriesOption;
type Line = Series["lines"][number];
type Point = Line["points"][number];

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
      type: "time",
      axisLine: { lineStyle: { color: palette.lineStrong } },
      axisTick: { show: false },
      axisLabel: { ...text, formatter: "{yyyy}", hideOverlap: true },
      splitLine: { show: false },
      minInterval: 365 * 86_400_000,
    },
    yAxis: {
      type: "value",
      min: (range: { min: number }) => Math.min(0, range.min),
      axisLabel: text,
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      ...forecastParts(series, palette, words),
      ...pathParts(series, palette, words),
      ...series.lines.flatMap((line, at) => lineParts(line, at, { series, palette })),
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
      lineStyle: { color: colour, width: 2 },
      data: points.map((point) => ({
        value: [point.end, Number(point.observation.value)],
        name: point.observation.id,
        itemStyle: dot(colour, point.provisional, palette),
        label: pointLabel(point.observation, palette),
      })),
      endLabel: {
        show: last !== undefined && series.lines.length > 1,
        formatter: line.caliber.name,
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
    data: bounds.map((point) => ({
      value: [point.end, Number(point.observation.value)],
      name: point.observation.id,
      symbol: point.observation.qualifier.startsWith("<") ? "path://M0 0L10 0L5 9z" : "triangle",
      itemStyle: dot(colour, true, palette),
      label: pointLabel(point.observation, palette),
    })),
  };
}

function pathParts(series: Series, palette: Palette, words: TrendWords): Drawn[] {
  const names = { document: words.documentPath, decomposed: words.decomposedPath, "catch-up": words.catchUpPath };
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
    data: path.points.map((point) => [point.end, Number(point.value)]),
    endLabel: { show: true, formatter: names[path.kind], color: palette.inkFaint, fontSize: typeScale.small },
    labelLayout: { moveOverlap: "shiftY" },
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
      const label = targetFigure(target.comparator, target.value, target.valueMax) ?? "";
      return [
        {
          value: [target.end, Number(target.value)],
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
    { ...line, stack: "fan", lineStyle: { opacity: 0 }, data: bounded.map((point) => [point.end, Number(point.low)]) },
    {
      ...line,
      stack: "fan",
      lineStyle: { opacity: 0 },
      areaStyle: { color: palette.accentSoft },
      data: bounded.map((point) => [point.end, Number(point.high) - Number(point.low)]),
    },
    {
      ...line,
      lineStyle: { color: palette.accent, type: "dotted", width: 2 },
      data: points.map((point) => [point.end, Number(point.value)]),
      endLabel: { show: true, formatter: words.forecast, color: palette.accent, fontSize: typeScale.small },
    },
  ];
}
