import { describe, expect, it } from "vitest";
import { countFailure, holdsLock, isAged, isOver, SecurityPolicy, standardPolicy } from "./security-policy.ts";

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const instant = (time: string) => at(time).toISOString();

describe("a session", () => {
  it.each([
    ["just begun", "08:00:00", "08:00:00", "08:00:00", false],
    ["seen half an hour ago, but a second", "08:00:00", "08:00:00", "08:29:59", false],
    ["idle for half an hour", "08:00:00", "08:00:00", "08:30:00", true],
    ["in use for almost twelve hours", "08:00:00", "19:50:00", "19:59:59", false],
    ["in use for twelve hours", "08:00:00", "19:50:00", "20:00:00", true],
    ["seen just before the clock went back by minutes", "08:00:00", "08:20:00", "08:01:00", false],
    ["seen just before the clock went back by hours", "08:00:00", "12:00:00", "08:00:00", true],
    ["begun before the clock went back by half a day", "20:00:00", "08:00:00", "08:00:00", true],
  ])("%s", (_what, createdAt, lastSeenAt, now, over) => {
    expect(isOver({ createdAt: instant(createdAt), lastSeenAt: instant(lastSeenAt) }, standardPolicy, at(now))).toBe(
      over,
    );
  });
});

describe("failures in a row", () => {
  it("lock from the fifth on, for fifteen minutes, and count anew after that", () => {
    let failures = 0;
    for (let round = 1; round <= 4; round += 1) {
      const counted = countFailure(failures, standardPolicy, at("08:00:00"));
      expect(counted).toEqual({ failures: round, lockedUntil: null });
      failures = counted.failures;
    }
    expect(countFailure(failures, standardPolicy, at("08:00:00"))).toEqual({
      failures: 0,
      lockedUntil: instant("08:15:00"),
    });
  });
});

describe("a lock", () => {
  it.each([
    [null, false],
    ["2026-11-21T08:00:00.000Z", false],
    ["2026-11-21T08:00:01.000Z", true],
    ["2026-11-22T08:00:00.000Z", true],
    ["2027-11-21T08:00:00.000Z", false],
  ])("until %s holds at eight: %s", (until, holds) => {
    expect(holdsLock(until, at("08:00:00"))).toBe(holds);
  });
});

describe("the age of a password", () => {
  it("counts only where the policy says so", () => {
    const changed = "2026-08-23T00:00:00.000Z";
    expect(isAged(changed, standardPolicy, at("00:00:00"))).toBe(false);
    expect(isAged(changed, { ...standardPolicy, passwordDays: 90 }, at("00:00:00"))).toBe(true);
    expect(isAged(changed, { ...standardPolicy, passwordDays: 91 }, at("00:00:00"))).toBe(false);
    expect(isAged(null, { ...standardPolicy, passwordDays: 1 }, at("00:00:00"))).toBe(false);
  });
});

describe("a policy", () => {
  it("is refused where it would open the doors", () => {
    expect(SecurityPolicy.safeParse(standardPolicy).success).toBe(true);
    for (const change of [{ idleMinutes: 0 }, { sessionHours: 25 }, { failuresAllowed: 100 }, { passwordLength: 9 }]) {
      expect(SecurityPolicy.safeParse({ ...standardPolicy, ...change }).success, JSON.stringify(change)).toBe(false);
    }
  });
});
