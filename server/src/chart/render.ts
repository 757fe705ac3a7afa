import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { BarChart, CustomChart, ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, ScatterChart, GridComponent, SVGRenderer]);

/** What is drawn, with its size in pixels. */
export interface Chart {
  readonly option: EChartsCoreOption;
  readonly width: number;
  readonly height: number;
}

/** resvg drops every text without a word where it is given no TTF that has it; woff2 it does not read. */
const fontFiles = [
  import.meta.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  import.meta.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
].map((address) => fileURLToPath(address));
/** Paper needs more dots than a screen. */
const density = 2;

/** A chart as SVG, drawn without a browser. */
export function renderSvg({ option, width, height }: Chart): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: "#ffffff", ...option });
    return chart.renderToSVGString();
  } finally {
    // What is not disposed of keeps the process from ending.
    chart.dispose();
  }
}

/** A chart as PNG, twice its size in dots, with its own Chinese fonts. */
export function renderPng(chart: Chart): Uint8Array {
  const picture = new Resvg(renderSvg(chart), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Noto Sans SC" },
    fitTo: { mode: "zoom", value: density },
  });
  return new Uint8Array(picture.render().asPng());
}
