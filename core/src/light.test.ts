import { describe, expect, it } from "vitest";
import { checkLightRule, type Light, type LightBand, type LightRule, lightOf, standardLights } from "./light.ts";
import { exact } from "./quantity.ts";

const band = (
  light: Light,
  from: string | null,
  fromInclusive: boolean,
  to: string | null,
  toInclusive: boolean,
): LightBand => ({
  light,
  from,
  fromInclusive,
  to,
  toInclusive,
});
const rule = (own: Partial<LightRule>): LightRule => ({ ...standardLights, ...own });
const at = (gapClosed: string, expectedShare: string) => ({
  gapClosed: exact(gapClosed),
  expectedShare: exact(expectedShare),
});

/** 银川's written rule: green from 0, yellow 10 to 30 behind, red over 30 behind. */
const yinchuan = [
  band("on-track", "0", true, null, false),
  band("behind", "-30", true, "-10", true),
  band("far-behind", null, false, "-30", false),
];
/** 三亚's: green from 0, yellow up to 50 % behind inclusive, red over; as a relative lag. */
const sanya = [
  band("on-track", null, false, "0", true),
  band("behind", "0", false, "0.5", true),
  band("far-behind", "0.5", false, null, false),
];

describe("a rule's bands", () => {
  it("are complete by default and in 三亚's rule", () => {
    expect(checkLightRule(standardLights)).toEqual([]);
    expect(checkLightRule({ bands: sanya })).toEqual([]);
  });
  it("leave (0, 10) behind open in 银川's rule, and the place is named", () => {
    expect(checkLightRule({ bands: yinchuan })).toEqual([
      { path: "bands[0].from", reason: "gap", from: "-10", to: "0" },
    ]);
  });
  it.each([
    [
      "an overlap",
      [band("on-track", "-5", true, null, false), band("behind", null, false, "0", false)],
      "overlap",
      "bands[0].from",
    ],
    [
      "a shared limit",
      [band("on-track", "0", true, null, false), band("behind", null, false, "0", true)],
      "overlap",
      "bands[0].from",
    ],
    [
      "a missing limit",
      [band("on-track", "0", false, null, false), band("behind", null, false, "0", false)],
      "gap",
      "bands[0].from",
    ],
    ["no lower end", [band("on-track", "0", true, null, false)], "gap", "bands[0].from"],
    ["no upper end", [band("behind", null, false, "0", true)], "gap", "bands[0].to"],
    ["an empty band", [band("on-track", "0", true, "0", false)], "empty-band", "bands[0]"],
    [
      "two unlimited bands",
      [band("on-track", null, false, null, false), band("behind", null, false, null, false)],
      "overlap",
      "bands[1].from",
    ],
  ])("with %s are refused at the place", (_name, bands, reason, path) => {
    expect(checkLightRule({ bands })[0]).toMatchObject({ reason, path });
  });
});

describe("a light", () => {
  it.each([
    ["0.9", "0.8", "on-track"],
    ["0.75", "0.8", "on-track"],
    ["0.7499", "0.8", "behind"],
    ["0.6", "0.8", "behind"],
    ["0.5999", "0.8", "far-behind"],
  ])("of %s done against %s expected is %s by the default points", (done, due, light) => {
    expect(lightOf(standardLights, [at(done, due)])).toBe(light);
  });
  it.each([
    ["0.8", "0.8", "on-track"],
    ["0.7999", "0.8", "behind"],
    ["0.4", "0.8", "behind"],
    ["0.3999", "0.8", "far-behind"],
  ])("of %s done against %s expected is %s by 三亚's relative lag", (done, due, light) => {
    expect(lightOf(rule({ measure: "relative", bands: sanya }), [at(done, due)])).toBe(light);
  });
  it("of a relative lag is undefined while nothing is expected", () => {
    expect(lightOf(rule({ measure: "relative", bands: sanya }), [at("0.1", "0")])).toBeUndefined();
  });
  it("needs its periods in a row: one better period among them lifts it", () => {
    const twice = rule({ periods: 2 });
    expect(lightOf(twice, [at("0.5", "0.8"), at("0.5", "0.7")])).toBe("behind");
    expect(lightOf(twice, [at("0.5", "0.8"), at("0.7", "0.7")])).toBe("on-track");
    expect(lightOf(twice, [at("0.5", "0.8")])).toBeUndefined();
    expect(lightOf(twice, [at("0.8", "0.8")])).toBe("on-track");
    expect(lightOf(twice, [])).toBeUndefined();
  });
});
