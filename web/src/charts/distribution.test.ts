import { expect, it } from "vitest";
import { layBins } from "./distribution.ts";

const bins = (...counts: number[]) =>
  counts.map((count, at) => ({ from: String(at * 10), to: String(at * 10 + 10), count }));

it.each([
  ["what is far from everything is left out", bins(0, 0, 0, 2, 0, 4, 0, 0), [20, 30, 40, 50, 60], [0, 50, 0, 100, 0]],
  ["one stretch at the end", bins(0, 0, 6), [10, 20], [0, 100]],
  ["thirds", bins(1, 3, 2), [0, 10, 20], [33.3, 100, 66.7]],
] as const)("%s", (_, given, from, heights) => {
  const bars = layBins(given);
  expect(bars.map((bar) => Number(bar.from))).toEqual(from);
  expect(bars.map(({ height }) => height)).toEqual(heights);
});

it("nobody, no bars", () => {
  expect(layBins(bins(0, 0))).toEqual([]);
});
