import type { LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { Series } from "../api.ts";
import { targetFigure } from "../text/number.ts";
import { type Colour, type as typeScale } from "../ui/tokens.ts";

export type Drawn = LineSeriesOption | ScatterSeriesOption;
export type Palette = Record<Colour, string>;

export interface TrendWords {
  readonly documentPath: string;
  readonly decomposedPath: string;
  readonly catchUpPath: string;
  readonly forecast: string;
}

/** What every part of the picture is drawn from. */
export interface Drawing {
  readonly series: Series;
  readonly palette: Palette;
  readonly words: TrendWords;
  /** Where the end of a period stands on the axis of years. */
  readonly place: (end: string) => number;
  /** On a phone there is no room at the ends of lines: their names stand under the picture. */
  readonly isNarrow: boolean;
}

/** Names at the ends of lines that meet in one point make room for each other. */
const apart = { moveOverlap: "shiftY" as const };
const endName = { fontSize: typeScale.small, lineHeight: 16, offset: [6, 0] };

export function pathParts({ series, palette, words, place, isNarrow }: Drawing): Drawn[] {
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
    data: path.points.map((point) => [place(point.end), Number(point.value)]),
    labelLayout: apart,
    endLabel: {
      ...endName,
      show: !isNarrow && named.get(path.kind) === path,
      formatter: names[path.kind],
      color: palette.inkFaint,
    },
  }));
}

export function targetPart({ series, palette, place }: Drawing): Drawn {
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
          value: [place(target.end), Number(target.value)],
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

/** The forecast as a dotted line in its fan; where it is of one day alone, as a mark with its interval as a whisker. */
export function forecastParts({ series, palette, words, place, isNarrow }: Drawing): Drawn[] {
  const points = series.forecast?.points ?? [];
  if (points.length === 0) return [];
  const isAlone = points.length === 1;
  const bounded = points.flatMap(({ end, low, high }) =>
    low === null || high === null ? [] : [{ x: place(end), low: Number(low), high: Number(high) }],
  );
  return [
    ...(isAlone ? bounded.map((interval) => whisker(interval, palette)) : fan(bounded, palette)),
    {
      ...unmarked,
      ...(isAlone ? { symbol: "emptyCircle", symbolSize: 9, itemStyle: { color: palette.accent } } : {}),
      lineStyle: { color: palette.accent, type: "dotted", width: 2 },
      data: points.map((point) => [place(point.end), Number(point.value)]),
      labelLayout: apart,
      endLabel: { ...endName, show: !isNarrow, formatter: words.forecast, color: palette.accent },
    },
  ];
}

interface Interval {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

const unmarked = { type: "line" as const, symbol: "none", silent: true };

const whisker = ({ x, low, high }: Interval, palette: Palette): Drawn => ({
  ...unmarked,
  lineStyle: { color: palette.accent, width: 1 },
  data: [
    [x, low],
    [x, high],
  ],
});

/** An invisible lower edge with the interval stacked upon it. */
const fan = (bounded: readonly Interval[], palette: Palette): Drawn[] => {
  const edge = { ...unmarked, stack: "fan", lineStyle: { opacity: 0 } };
  return [
    { ...edge, data: bounded.map(({ x, low }) => [x, low]) },
    { ...edge, areaStyle: { color: palette.accentSoft }, data: bounded.map(({ x, low, high }) => [x, high - low]) },
  ];
};
