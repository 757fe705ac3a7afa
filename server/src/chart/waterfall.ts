import { type Exact, exact, plain } from "@yuanbiao/core/quantity";
import type { CustomSeriesOption } from "echarts/charts";
import { roomyAxis } from "./axis.ts";
import { axisText, palette, pictureWidth, textStyle } from "./palette.ts";
import type { Chart } from "./render.ts";

export interface WaterfallBar {
  readonly label: string;
  /** end: the full mark or the total, a height; step: what is lost (negative) or gained on the way. */
  readonly kind: "end" | "step";
  readonly points: string;
}

interface Placed {
  readonly label: string;
  readonly kind: WaterfallBar["kind"];
  readonly points: string;
  readonly from: number;
  readonly to: number;
}

const mostSteps = 14;
const rowHeight = 28;

const size = ({ points }: WaterfallBar): Exact => exact(points).abs();

/** The largest steps in their order; the small ones together at the place of the first, so that the way adds up. */
export function shortenSteps(bars: readonly WaterfallBar[], rest: (count: number) => string): WaterfallBar[] {
  const steps = bars.filter(({ kind }) => kind === "step");
  if (steps.length <= mostSteps) return [...bars];
  const kept = new Set(steps.toSorted((a, b) => size(b).comparedTo(size(a))).slice(0, mostSteps - 1));
  const small = steps.filter((step) => !kept.has(step));
  const sum = small.reduce((total, { points }) => total.plus(points), exact(0));
  const together: WaterfallBar = { kind: "step", label: rest(small.length), points: plain(sum) };
  return bars.flatMap((bar) => {
    if (bar === small[0]) return [together];
    return bar.kind === "end" || kept.has(bar) ? [bar] : [];
  });
}

function placeBars(bars: readonly WaterfallBar[]): Placed[] {
  let level = exact(0);
  return bars.map(({ label, kind, points }) => {
    const from = kind === "end" ? exact(points) : level;
    level = kind === "end" ? exact(points) : level.plus(points);
    return { label, kind, points, from: from.toNumber(), to: level.toNumber() };
  });
}

function colourOf({ kind, from, to }: Placed): string {
  if (kind === "end") return palette.accent;
  return to < from ? palette.lost : palette.gained;
}

const signed = ({ kind, points }: Placed): string =>
  kind === "end" ? points : exact(points).isNeg() ? points.replace("-", "−") : `+${points}`;

/** Steps are floating bars; the full mark and the total are marks, so that the axis may begin above 0. */
function seriesOf(placed: readonly Placed[]): CustomSeriesOption {
  return {
    type: "custom",
    data: placed.map(({ from, to }, at) => [from, to, at]),
    encode: { x: [0, 1], y: 2 },
    renderItem(_params, api) {
      const own = placed[Number(api.value(2))];
      const [left = 0, middle = 0] = api.coord([Math.min(Number(api.value(0)), Number(api.value(1))), api.value(2)]);
      const [right = 0] = api.coord([Math.max(Number(api.value(0)), Number(api.value(1))), api.value(2)]);
      if (own === undefined) return null;
      const isEnd = own.kind === "end";
      const [x, width] = isEnd ? [left - 2, 4] : [left, Math.max(1, right - left)];
      return {
        type: "group",
        children: [
          { type: "rect", shape: { x, y: middle - 9, width, height: 18 }, style: { fill: colourOf(own) } },
          {
            type: "text",
            x: (isEnd ? left : right) + 8,
            y: middle,
            style: {
              ...textStyle,
              text: signed(own),
              fill: palette.ink,
              fontWeight: isEnd ? "bold" : "normal",
              verticalAlign: "middle",
            },
          },
        ],
      };
    },
  };
}

/** Where the points went: from the full mark, step by step, to the total. */
export function waterfallChart(bars: readonly WaterfallBar[], unit: string): Chart {
  const placed = placeBars(bars);
  return {
    width: pictureWidth,
    height: 52 + rowHeight * Math.max(1, placed.length),
    option: {
      textStyle,
      grid: { left: 12, right: 84, top: 8, bottom: 30, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        ...{ type: "value", ...roomyAxis(placed.flatMap(({ from, to }) => [from, to])), name: unit, nameGap: 8 },
        nameTextStyle: axisText,
        axisLabel: axisText,
        splitLine: { lineStyle: { color: palette.line } },
        axisLine: { show: true, lineStyle: { color: palette.lineStrong } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: placed.map(({ label }) => label),
        axisLabel: { ...textStyle, width: 300, overflow: "break" },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.lineStrong } },
      },
      series: [seriesOf(placed)],
    },
  };
}
