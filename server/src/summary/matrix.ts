import { matrixOf, type Placed, severityOf } from "@yuanbiao/core/board";
import { areaRef, indicatorRef, type Speech } from "../wire/speech.ts";
import type { SummaryView } from "./shape.ts";

/** Area × indicator, the worst areas and indicators first. */
export function matrixView(speech: Speech, rows: readonly Placed[]): SummaryView["matrix"] {
  const cells = matrixOf(rows);
  const weights = { area: new Map<string, number>(), indicator: new Map<string, number>() };
  for (const { area, indicator, worst } of cells) {
    const severity = severityOf(worst.progress.status) ** 2;
    weights.area.set(area, (weights.area.get(area) ?? 0) + severity);
    weights.indicator.set(indicator, (weights.indicator.get(indicator) ?? 0) + severity);
  }
  const sorted = (map: ReadonlyMap<string, number>): string[] =>
    [...map].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([code]) => code);
  const [areas, indicators] = [sorted(weights.area), sorted(weights.indicator)];
  const places = {
    area: new Map(areas.map((code, index) => [code, index])),
    indicator: new Map(indicators.map((code, index) => [code, index])),
  };
  return {
    areas: areas.map((code) => ({ ...areaRef(speech, code), kind: speech.registry.areas.get(code)?.kind ?? "" })),
    indicators: indicators.map((code) => indicatorRef(speech, code)),
    cells: cells.map(({ area, indicator, worst, targets }) => ({
      area: places.area.get(area) ?? 0,
      indicator: places.indicator.get(indicator) ?? 0,
      status: worst.progress.status,
      provisional: worst.progress.provisional,
      deviation: worst.progress.deviation.value,
      targets: [...targets],
    })),
  };
}
