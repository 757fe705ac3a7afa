import { exact } from "@yuanbiao/core/quantity";
import { roomyAxis } from "./axis.ts";
import { axisText, palette, pictureWidth, textStyle } from "./palette.ts";
import type { Chart } from "./render.ts";

export interface RankedDot {
  readonly area: string;
  /** 第1, 并列第2. */
  readonly rank: string;
  readonly total: string;
  /** Behind the dot: 上年第3 ↑1; empty where nothing is known. */
  readonly before: string;
}

const rowHeight = 34;

/** A ranking as dots on lines, the best on top, each with its points and last year's place. */
export function rankingChart(rows: readonly RankedDot[], unit: string): Chart {
  const values = rows.map(({ total }) => exact(total).toNumber());
  const axis = roomyAxis(values);
  return {
    width: pictureWidth,
    height: 56 + rowHeight * Math.max(1, rows.length),
    option: {
      textStyle,
      grid: { left: 12, right: 190, top: 8, bottom: 30, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        ...{ type: "value", ...axis, name: unit, nameGap: 8 },
        nameTextStyle: axisText,
        axisLabel: axisText,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: palette.lineStrong } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map(({ area, rank }) => `${rank}　${area}`),
        axisLabel: { ...textStyle, width: 300, overflow: "break" },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [
        {
          ...{ type: "bar", barWidth: 1, silent: true, itemStyle: { color: palette.line } },
          data: rows.map(() => axis.max),
        },
        {
          type: "scatter",
          symbolSize: 12,
          itemStyle: { color: palette.accent, opacity: 1 },
          z: 3,
          clip: false,
          data: rows.map(({ total, before }, at) => ({
            value: [values[at], at],
            label: {
              ...{
                show: true,
                backgroundColor: "#ffffff",
                position: "right",
                distance: 8,
                formatter: `{b|${total}}${before === "" ? "" : `　{s|${before}}`}`,
              },
              rich: { b: { ...textStyle, fontWeight: "bold" }, s: axisText },
            },
          })),
        },
      ],
    },
  };
}
