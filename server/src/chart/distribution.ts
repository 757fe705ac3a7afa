import { axisText, palette, pictureWidth, textStyle } from "./palette.ts";
import type { Chart } from "./render.ts";

export interface DistributionBin {
  /** 80—90 */
  readonly label: string;
  readonly count: number;
}

/** How many parks lie in each stretch of points, as bars from zero. */
export function distributionChart(bins: readonly DistributionBin[], unit: string): Chart {
  return {
    width: pictureWidth,
    height: 300,
    option: {
      textStyle,
      grid: { left: 12, right: 12, top: 36, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        type: "category",
        data: bins.map(({ label }) => label),
        axisLabel: { ...axisText, interval: 0 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.lineStrong } },
      },
      yAxis: {
        ...{ type: "value", min: 0, minInterval: 1, name: unit },
        nameTextStyle: { ...axisText, align: "left" },
        axisLabel: axisText,
        splitLine: { lineStyle: { color: palette.line } },
      },
      series: [
        {
          ...{ type: "bar", barCategoryGap: "20%", itemStyle: { color: palette.accent } },
          data: bins.map(({ count }) => count),
          label: {
            ...textStyle,
            show: true,
            position: "top",
            formatter: ({ value }: { value: number }) => (value === 0 ? "" : String(value)),
          },
        },
      ],
    },
  };
}
