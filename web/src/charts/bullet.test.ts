import { describe, expect, test } from "vitest";
import { type BulletData, layBullet } from "./bullet.ts";

const nothing: BulletData = {
  actual: null,
  target: null,
  targetMax: null,
  expected: null,
  start: null,
  low: null,
  high: null,
};

describe("layBullet", () => {
  test("a bar starts at zero and the largest value keeps room to its right", () => {
    const layout = layBullet({ ...nothing, actual: 10.8, target: 20 });
    expect(layout?.zero).toBe(0);
    expect(layout?.bar).toEqual({ from: 0, to: 46.96 });
    expect(layout?.target).toBe(86.96);
    expect(layout?.anchor).toBe("end");
  });
  test("a missing figure has no bar, not one of length zero", () => {
    expect(layBullet({ ...nothing, target: 30 })?.bar).toBeNull();
    expect(layBullet({ ...nothing, actual: 0, target: 30 })?.bar).toEqual({ from: 0, to: 0 });
  });
  test("nothing known is not drawn at all", () => {
    expect(layBullet(nothing)).toBeUndefined();
  });
  test("a negative figure grows to the left of zero", () => {
    const layout = layBullet({ ...nothing, actual: -5, target: 5 });
    expect(layout?.zero).toBe(50);
    expect(layout?.bar?.to).toBe(50);
    expect(layout?.bar?.from).toBeLessThan(10);
  });
  test("all parts lie inside the picture", () => {
    const layout = layBullet({ actual: 29, target: 30, targetMax: 40, expected: 28, start: 20, low: 25, high: 44 });
    const parts = [layout?.target, layout?.targetMax, layout?.expected, layout?.start, layout?.whisker?.to];
    for (const part of parts) {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(100);
    }
    expect(layout?.expected).toBeLessThan(layout?.target ?? 0);
  });
  test("only zeros do not divide by zero", () => {
    expect(layBullet({ ...nothing, actual: 0, target: 0 })?.target).toBe(0);
  });
});
