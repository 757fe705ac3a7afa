import { parsePeriod } from "@yuanbiao/core/period";
import type { LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Observation, Series } from "../api.ts";
import { countingFigures } from "../counting.ts";
import { qualified } from "../text/number.ts";
import { type Colour, palettes, type Theme, type as typeScale } from "../ui/tokens.ts";
import {
  type Drawing,
  type Drawn,
  forecastParts,
  type Palette,
  pathParts,
  type TrendWords,
  targetPart,
} from "./trend-beside.ts";
import { timeScale } from "./trend-time.ts";

export type TrendOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption>;
export interface Line {
  readonly area: Point["observation"]["area"];
  readonly indicator: Point["observation"]["indicator"];
  readonly caliber: Point["observation"]["caliber"];
  readonly points: readonly Point[];
}
type Point = Series["points"][number];

export interface TrendRequest {
  readonly series: Series;
  readonly theme: Theme;
  readonly words: TrendWords;
  readonly isNarrow: boolean;
}

/** The ends of all periods that the picture shows something of. */
const endsOf = (series: Series): string[] => [
  ...linesOf(series).flatMap((line) => line.points.map((point) => point.end)),
  ...series.targets.flatMap(({ end }) => end ?? []),
  ...series.paths.flatMap((path) => path.points.map((point) => point.end)),
  ...(series.forecast?.points ?? []).map((point) => point.end),
];

export const lineColours: readonly Colour[] = ["accent", "series2", "series3", "series4"];
/** One for each part of the year: a first quarter is joined to first quarters alone, and looks like them. */
const symbols = ["circle", "diamond", "rect", "roundRect"] as const;

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
  return [...groups.values()].map((group) =>
    group.filter((point) => !isRepeated(point, group)).sort((a, b) => a.end.localeCompare(b.end)),
  );
}

/** A stock at the end of December, said of the quarter, too, where the year says the same: one point. */
function isRepeated({ end, observation }: Point, group: readonly Point[]): boolean {
  return group.some(
    (other) =>
      other.end === end &&
      other.observation.value === observation.value &&
      other.observation.period.length < observation.period.length,
  );
}

/**
 * The lines that may stand on one axis: one for each area, indicator and caliber, in the indicator's own unit, of the
 * figures that count; what else was reported or verified stands in the table. An amount that bears on a share is listed in the table, never drawn beside it.
 */
export function linesOf(series: Series): readonly Line[] {
  const lines = new Map<string, Line>();
  const counting = new Set(countingFigures(series.points.map(({ observation }) => observation)));
  for (const point of series.points) {
    if (!counting.has(point.observation)) continue;
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
export function trendOption({ series, theme, words, isNarrow }: TrendRequest): TrendOption {
  const palette = palettes[theme];
  const text = { color: palette.inkSoft, fontSize: typeScale.small };
  const { place, years } = timeScale(endsOf(series));
  const drawing: Drawing = { series, palette, words, place, isNarrow };
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: "inherit" },
    grid: { left: 8, right: hasNames(drawing) ? 120 : 16, top: 40, bottom: 8, containLabel: true },
    xAxis: timeAxes(years, palette),
    yAxis: {
      type: "value",
      min: (range: { min: number }) => Math.min(0, range.min),
      axisLabel: { ...text, margin: isNarrow ? 8 : 24 },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      ...forecastParts(drawing),
      ...pathParts(drawing),
      ...linesOf(series).flatMap((line, at) => lineParts(line, at, drawing)),
      targetPart(drawing),
    ],
  };
}

/** Whether any line has its name at its end, and needs the room for it. */
const hasNames = ({ series, isNarrow }: Drawing): boolean =>
  !isNarrow && (linesOf(series).length > 1 || series.paths.length > 0 || series.forecast !== null);

const mostLines = 30;

/** Each year is a strip between two lines with its name in the middle; the marks stand on a hidden axis of the same width. */
function timeAxes(years: readonly number[], palette: Palette): NonNullable<TrendOption["xAxis"]> {
  const first = years[0] ?? 0;
  const edge = { color: palette.line };
  return [
    { type: "value", show: false, min: first, max: first + Math.max(1, years.length) },
    {
      type: "category",
      position: "bottom",
      data: years.map(String),
      axisLine: { lineStyle: { color: palette.lineStrong } },
      axisTick: { show: years.length <= mostLines, interval: 0, lineStyle: { color: palette.lineStrong } },
      axisLabel: { color: palette.inkSoft, fontSize: typeScale.small, hideOverlap: true },
      splitLine: { show: years.length <= mostLines, interval: 0, lineStyle: edge },
    },
  ];
}

function lineParts(line: Line, at: number, drawing: Drawing): Drawn[] {
  const { series, palette, place, isNarrow } = drawing;
  const colour = palette[lineColours[at % lineColours.length] ?? "accent"];
  const groups = joinable(line.points, series.indicator.timing);
  const newest = groups.flatMap((points) => points.at(-1) ?? []).sort((a, b) => b.end.localeCompare(a.end))[0];
  const joined = groups.map((points, group): Drawn => {
    const last = groups.length > 1 ? points.at(-1) : undefined;
    return {
      type: "line",
      symbol: symbols[group % symbols.length] ?? "circle",
      symbolSize: 9,
      labelLayout: { hideOverlap: true },
      lineStyle: { color: colour, width: groups.length > 1 ? 1 : 2 },
      data: points.map((point) => ({
        value: [place(point.end), Number(point.observation.value)],
        name: point.observation.id,
        itemStyle: dot(colour, point.provisional, palette),
        label: {
          ...pointLabel(point.observation, palette),
          ...(point === last ? { formatter: `${partOf(point)}${figure(point.observation)}` } : {}),
          show: !isNarrow || point === newest,
        },
      })),
      endLabel: {
        show: !isNarrow && points.at(-1) === newest && linesOf(series).length > 1,
        formatter: nameOf(line, series),
        color: colour,
        fontSize: typeScale.small,
        distance: 10,
      },
    };
  });
  return [...joined, boundsPart(line, colour, drawing)];
}

/** Which part of the year a line is of, above the figure at its end: Q3, H1. */
function partOf({ observation: { period } }: Point): string {
  const part = /-([HQ]\d)$/.exec(period)?.[1];
  return part === undefined ? "" : `${part}\n`;
}

/** A line by its caliber, and by its area where that is another one. */
export const nameOf = ({ area, caliber }: Line, series: Series): string =>
  area.code === series.area.code ? caliber.name : `${area.name} ${caliber.name}`;

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
    lineHeight: 15,
  };
}

/** Figures that are only bounds or approximations, apart from the line, with their sign. */
function boundsPart(line: Line, colour: string, { palette, place }: Drawing): Drawn {
  const bounds = line.points.filter(({ observation }) => observation.value !== null && observation.qualifier !== "=");
  return {
    type: "scatter",
    symbolSize: 9,
    labelLayout: { hideOverlap: true },
    data: bounds.map((point) => ({
      value: [place(point.end), Number(point.observation.value)],
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
