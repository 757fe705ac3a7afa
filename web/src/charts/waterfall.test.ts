import { expect, it } from "vitest";
import { layWaterfall, type WaterfallKind } from "./waterfall.ts";

const step = (kind: WaterfallKind, points: string) => ({ kind, label: kind, points });
const placed = (...steps: ReturnType<typeof step>[]) => layWaterfall(steps)?.bars.map(({ from, to }) => [from, to]);

it("goes down from the full mark by what was lost, each loss beginning where the one before ended", () => {
  const bars = placed(step("full-mark", "100"), step("lost", "-6"), step("lost", "-4"), step("total", "90"));
  // The axis runs from 89.6 to 100.4.
  expect(bars).toEqual([
    [96.3, 96.3],
    [40.74, 96.3],
    [3.7, 40.74],
    [3.7, 3.7],
  ]);
});

it("goes up where something is added, and the total stands where the last step ended", () => {
  const [, lost, added, total] =
    placed(step("full-mark", "10"), step("lost", "-3"), step("adjustment", "1"), step("total", "8")) ?? [];
  expect(added?.[0]).toBe(lost?.[0]);
  expect(added?.[1]).toBe(total?.[0]);
});

it("a total above the full mark is on the axis", () => {
  const bars = placed(step("full-mark", "100"), step("adjustment", "2"), step("total", "102")) ?? [];
  for (const place of bars.flat()) expect(place >= 0 && place <= 100).toBe(true);
  expect(bars[2]?.[0]).toBeGreaterThan(bars[0]?.[0] ?? 100);
});

it.each([
  [
    ["100", "-2.6", "97.4"],
    [98, 99, 100],
  ],
  [
    ["100", "-45", "55"],
    [60, 80, 100],
  ],
  [["100", "0", "100"], [100]],
] as const)("marks %j at round figures", ([full, lost, total], values) => {
  const layout = layWaterfall([step("full-mark", full), step("lost", lost), step("total", total)]);
  const shown = layout?.ticks.map(({ value }) => value) ?? [];
  for (const value of values) expect(shown).toContain(value);
  expect(shown.length).toBeLessThanOrEqual(6);
});

it("draws nothing where there are no steps", () => {
  expect(layWaterfall([])).toBeUndefined();
  expect(layWaterfall([step("total", "9")])).toBeUndefined();
});
