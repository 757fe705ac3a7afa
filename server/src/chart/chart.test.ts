import { describe, expect, it } from "vitest";
import { roomyAxis } from "./axis.ts";
import { distributionChart } from "./distribution.ts";
import { rankingChart } from "./ranking.ts";
import { renderPng, renderSvg } from "./render.ts";
import { shortenSteps, type WaterfallBar, waterfallChart } from "./waterfall.ts";

const wordsIn = (svg: string): string => svg.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ");
/** Width and height stand in the first chunk of a PNG. */
const sizeOf = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const rows = [
  { area: "柳东新区", rank: "第1", total: "88.87", before: "上年第2 ↑1" },
  { area: "阳和新区", rank: "并列第2", total: "55.00", before: "" },
];
const bars: WaterfallBar[] = [
  { kind: "end", label: "满分", points: "100" },
  { kind: "step", label: "研发投入", points: "-4.8" },
  { kind: "step", label: "加减分", points: "2" },
  { kind: "end", label: "总分", points: "97.20" },
];

describe("charts drawn on the server", () => {
  it("a ranking names every area with its place, its points as they are printed, and last year's place", () => {
    const words = wordsIn(renderSvg(rankingChart(rows, "分")));
    for (const word of ["第1", "柳东新区", "88.87", "上年第2 ↑1", "并列第2", "55.00"]) expect(words).toContain(word);
  });
  it("a waterfall names every step with its sign", () => {
    const words = wordsIn(renderSvg(waterfallChart(bars, "分")));
    for (const word of ["满分", "100", "研发投入", "−4.8", "加减分", "+2", "总分", "97.20"])
      expect(words).toContain(word);
  });
  it("a distribution counts, and says nothing over empty stretches", () => {
    const chart = distributionChart(
      [
        { label: "0—50", count: 0 },
        { label: "50—100", count: 7 },
      ],
      "园区数",
    );
    const words = wordsIn(renderSvg(chart));
    for (const word of ["0—50", "50—100", "7", "园区数"]) expect(words).toContain(word);
  });
  it("PNG has twice the dots, and Chinese letters that are not all the same box", () => {
    const draw = (area: string): Uint8Array =>
      renderPng(rankingChart([{ area, rank: "", total: "1", before: "" }], ""));
    const [one, other, none] = ["柳", "阳", ""].map(draw);
    expect(sizeOf(one ?? new Uint8Array(24))).toEqual([1520, 180]);
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(false);
    expect(Buffer.from(one ?? []).equals(Buffer.from(none ?? []))).toBe(false);
  });
  it("draws nobody without failing", () => {
    expect(renderSvg(rankingChart([], "分"))).toContain("<svg");
    expect(renderSvg(waterfallChart([], "分"))).toContain("<svg");
  });
});

it("joins the smallest steps of a long waterfall, so that the way still adds up", () => {
  const steps = Array.from(
    { length: 30 },
    (_, at) => ({ kind: "step", label: `${at}`, points: `-${30 - at}.5` }) as const,
  );
  const end = { kind: "end", label: "总分", points: "0" } as const;
  const short = shortenSteps([...steps, end], (count) => `其余 ${count} 项`);
  expect(short).toHaveLength(15);
  expect(short.at(-2)).toEqual({ kind: "step", label: "其余 17 项", points: "-161.5" });
  const sum = (all: readonly WaterfallBar[]): number => all.reduce((total, { points }) => total + Number(points), 0);
  expect(sum(short)).toBe(sum(steps));
  expect(shortenSteps(bars, String)).toEqual(bars);
});

it.each([
  [[61, 88.87], { min: 60, max: 90, interval: 5 }],
  [[70.9, 100], { min: 65, max: 105, interval: 5 }],
  [[5, 5], { min: 4, max: 6, interval: 1 }],
  [[-120, 100], { min: -150, max: 150, interval: 50 }],
])("an axis for %j begins and ends at whole marks", (values, axis) => {
  expect(roomyAxis(values)).toEqual(axis);
});
