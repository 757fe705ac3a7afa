import type { Series } from "../api.ts";
import { linesOf } from "./trend.ts";
import { firstStretch, ofStretch } from "./trend-stretch.ts";

export interface SparkPoint {
  readonly x: number;
  readonly y: number;
  readonly provisional: boolean;
}

export interface SparkLayout {
  readonly lines: readonly (readonly SparkPoint[])[];
  readonly paths: readonly { readonly kind: string; readonly points: readonly { x: number; y: number }[] }[];
  readonly targets: readonly { readonly x: number; readonly y: number }[];
}

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const margin = 8;

/**
 * Places a small trend in percent of its box: the lines by caliber, the paths and the targets that have a date.
 * Undefined where fewer than two things could be placed: a lone dot says nothing.
 */
export function laySpark(all: Series): SparkLayout | undefined {
  const series = ofStretch(all, firstStretch(all));
  const lines = linesOf(series).filter((line) => line.area.code === series.area.code);
  const points = lines.flatMap((line) => line.points).filter((point) => point.observation.value !== null);
  const targets = series.targets.flatMap((target) =>
    target.end === null || target.value === null ? [] : [{ end: target.end, value: Number(target.value) }],
  );
  const marks = [
    ...points.map((point) => ({ end: point.end, value: Number(point.observation.value) })),
    ...targets,
    ...series.paths.flatMap((path) => path.points.map((point) => ({ end: point.end, value: Number(point.value) }))),
  ];
  if (points.length === 0 || marks.length < 2) return undefined;
  const times = marks.map((mark) => day(mark.end));
  const values = marks.map((mark) => mark.value);
  const x = scale(Math.min(...times), Math.max(...times));
  const y = scale(Math.min(0, ...values), Math.max(...values));
  const place = (end: string, value: number) => ({ x: x(day(end)), y: 100 - y(value) });
  return {
    lines: lines.map((line) =>
      line.points.flatMap((point) =>
        point.observation.value === null
          ? []
          : [{ ...place(point.end, Number(point.observation.value)), provisional: point.provisional }],
      ),
    ),
    paths: series.paths.map((path) => ({
      kind: path.kind,
      points: path.points.map((point) => place(point.end, Number(point.value))),
    })),
    targets: targets.map((target) => place(target.end, target.value)),
  };
}

function scale(low: number, high: number): (value: number) => number {
  const span = high - low;
  return (value) => (span === 0 ? 50 : margin + ((value - low) / span) * (100 - 2 * margin));
}
