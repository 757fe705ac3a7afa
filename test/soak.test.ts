import { describe, expect, it } from "vitest";
import { soak } from "./soak/run.ts";

describe("sixty people at one server for a while", () => {
  it("get an answer each time, and what was acknowledged stands there once", async () => {
    const { errors, faults, users, requests, acknowledged, kinds } = await soak({
      ...{ engine: "sqlite", users: 60, minutes: 0.6, seed: 20_261_122, pauseSeconds: 4 },
    });
    expect(errors).toEqual({});
    expect(faults).toEqual([]);
    expect(users).toBe(60);
    expect(requests).toBeGreaterThan(300);
    expect(acknowledged).toBeGreaterThan(100);
    expect(Object.keys(kinds)).toContain("GET series");
  }, 300_000);
});
