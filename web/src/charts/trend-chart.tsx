import { LineChart, ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import ReactEChartsCore from "echarts-for-react/esm/core";
import { useRef } from "react";
import type { TrendOption } from "./trend.ts";

use([LineChart, ScatterChart, GridComponent, LabelLayout, SVGRenderer]);

interface ChartParts {
  readonly option: TrendOption;
  readonly label: string;
  readonly height: number;
  /** A click on a point gives the id of its figure. */
  readonly onPick: (id: string) => void;
}

/** The one component that draws with ECharts: as SVG, so that it prints sharply. */
export function TrendChart({ option, label, height, onPick }: ChartParts) {
  const pick = (event: { name?: string }) => {
    if (event.name !== undefined && event.name !== "") onPick(event.name);
  };
  const place = useRef<HTMLDivElement>(null);
  /** Paper is narrower than the screen: with a view box the drawn picture shrinks to it. */
  const scalable = () => {
    const svg = place.current?.querySelector("svg");
    svg?.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
  };
  return (
    <div role="img" aria-label={label} className="trend-chart" ref={place}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        notMerge
        opts={{ renderer: "svg" }}
        style={{ height, width: "100%" }}
        onEvents={{ click: pick, finished: scalable }}
      />
    </div>
  );
}
